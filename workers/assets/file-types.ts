import type { AssetKind } from '#db/schema/assets.ts'

/** What the end of a name promises. */
interface FileType {
  type: string
  kind: AssetKind
  /** How a person calls it. */
  label: string
}

const of = (type: string, kind: AssetKind, label: string): FileType => ({ type, kind, label })
const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** Types by the end of a name. Everything else is kept as bytes, to be downloaded. */
const typesByEnding: Readonly<Record<string, FileType>> = {
  jpg: of('image/jpeg', 'image', 'JPEG picture'),
  jpeg: of('image/jpeg', 'image', 'JPEG picture'),
  png: of('image/png', 'image', 'PNG picture'),
  gif: of('image/gif', 'image', 'GIF picture'),
  webp: of('image/webp', 'image', 'WebP picture'),
  avif: of('image/avif', 'image', 'AVIF picture'),
  svg: of('image/svg+xml', 'image', 'SVG drawing'),
  heic: of('image/heic', 'image', 'HEIC picture'),
  heif: of('image/heic', 'image', 'HEIC picture'),
  pdf: of('application/pdf', 'document', 'PDF document'),
  doc: of('application/msword', 'document', 'Word document'),
  docx: of(`${office}.wordprocessingml.document`, 'document', 'Word document'),
  xls: of('application/vnd.ms-excel', 'document', 'Excel workbook'),
  xlsx: of(`${office}.spreadsheetml.sheet`, 'document', 'Excel workbook'),
  ppt: of('application/vnd.ms-powerpoint', 'document', 'PowerPoint presentation'),
  pptx: of(`${office}.presentationml.presentation`, 'document', 'PowerPoint presentation'),
  odt: of(`${open}.text`, 'document', 'text document'),
  ods: of(`${open}.spreadsheet`, 'document', 'spreadsheet'),
  odp: of(`${open}.presentation`, 'document', 'presentation'),
  epub: of('application/epub+zip', 'document', 'EPUB book'),
  txt: of('text/plain', 'document', 'text file'),
  md: of('text/plain', 'document', 'text file'),
  csv: of('text/csv', 'document', 'CSV table'),
  ics: of('text/calendar', 'document', 'calendar file'),
  vcf: of('text/vcard', 'document', 'contact card'),
  zip: of('application/zip', 'other', 'ZIP archive'),
  mp3: of('audio/mpeg', 'audio', 'MP3 recording'),
  m4a: of('audio/mp4', 'audio', 'M4A recording'),
  wav: of('audio/wav', 'audio', 'WAV recording'),
  ogg: of('audio/ogg', 'audio', 'Ogg recording'),
  flac: of('audio/flac', 'audio', 'FLAC recording'),
  mp4: of('video/mp4', 'video', 'MP4 video'),
  m4v: of('video/mp4', 'video', 'MP4 video'),
  mov: of('video/quicktime', 'video', 'QuickTime video'),
  webm: of('video/webm', 'video', 'WebM video'),
  ogv: of('video/ogg', 'video', 'Ogg video'),
}

export const UNKNOWN_TYPE: FileType = of('application/octet-stream', 'other', 'file')

export const endingOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''

export const typeByName = (fileName: string): FileType => typesByEnding[endingOf(fileName)] ?? UNKNOWN_TYPE

/** The type as a person would call it. */
export const labelOf = (type: string): string =>
  Object.values(typesByEnding).find((each) => each.type === type)?.label ??
  otherLabels[type] ??
  'something else'

const otherLabels: Readonly<Record<string, string>> = {
  'text/html': 'a web page',
  'text/xml': 'an XML document',
  'image/bmp': 'BMP picture',
  'image/tiff': 'TIFF picture',
  'image/x-icon': 'icon',
}

/** The ending under which a type is known. */
export const endingFor = (type: string): string =>
  Object.entries(typesByEnding).find(([, each]) => each.type === type)?.[0] ?? ''

/** Pictures browsers show. */
export const PICTURE_TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/svg+xml',
])

/** Types that are archives or streams within, and begin as those do. */
const alike: readonly (readonly [promised: RegExp, found: RegExp])[] = [
  [/openxmlformats|opendocument|epub/, /^application\/zip$/],
  [/^(?:audio|video)\/(?:mp4|quicktime)$/, /^(?:audio|video)\/(?:mp4|quicktime)$/],
  [/^(?:audio|video)\/ogg$/, /^(?:audio|video)\/ogg$/],
  [/^video\/webm$/, /^video\/webm$/],
]

/** Whether bytes of the found type may go by the promised one. */
export const isTypeOf = (promised: string, found: string): boolean =>
  promised === found || alike.some(([one, other]) => one.test(promised) && other.test(found))
