/**
 * Where files are found. Pages and posts name a file by its id, which stays when its bytes change; a publish writes the hash
 * of the bytes in its place, so that what visitors keep is never out of date.
 */
export const FILES_PATH = '/_dde/files/'

/** Widths a picture is made in; no other is, so that nobody can fill the store with copies. */
export const PICTURE_WIDTHS = [16, 160, 320, 640, 960, 1280, 1920, 2560] as const
export type PictureWidth = (typeof PICTURE_WIDTHS)[number]
/** Those a page offers to browsers; the smallest is the placeholder's. */
export const OFFERED_WIDTHS: readonly PictureWidth[] = [160, 320, 640, 960, 1280, 1920, 2560]

/** The width a number is, if pictures are made in it. */
export const pictureWidthOf = (text: string): PictureWidth | undefined =>
  PICTURE_WIDTHS.find((width) => String(width) === text)

/** Address of a file in documents and in the dashboard. */
export const filePath = (assetId: string, fileName: string): string =>
  `${FILES_PATH}${assetId}/${encodeURIComponent(fileName)}`

/** Address of a file's bytes on the published site. */
export const publicFilePath = (contentHash: string, fileName: string): string =>
  `${FILES_PATH}${contentHash}/${encodeURIComponent(fileName)}`

const SIZED = /^\/_dde\/files\/([0-9a-f]{24})\/\d+\/([^/]+)$/

/** Address of a picture made smaller. */
export const sizedFilePath = (contentHash: string, width: PictureWidth, fileName: string): string =>
  `${FILES_PATH}${contentHash}/${width}/${encodeURIComponent(fileName)}`

/** Addresses of a picture in all widths up to its own, as browsers choose from; nothing for one of which no copies are made. */
export function sizesOf(path: string, ownWidth: number): { path: string; width: number }[] {
  const [, hash, name] = SIZED.exec(path) ?? []
  if (!hash) return []
  const enough = OFFERED_WIDTHS.findIndex((width) => width >= ownWidth)
  const widths = enough < 0 ? OFFERED_WIDTHS : OFFERED_WIDTHS.slice(0, enough + 1)
  return widths.map((width) => ({
    path: `${FILES_PATH}${hash}/${width}/${name}`,
    width: Math.min(width, ownWidth),
  }))
}

/** A file named by its id, anywhere in a text. */
export const NAMED_FILE =
  /\/_dde\/files\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/([^"\s<>\\]*)/g

/** What an address on the published site asks for. */
export interface AskedFile {
  contentHash: string
  width?: PictureWidth
}

const ASKED = /^\/_dde\/files\/([0-9a-f]{24})(?:\/(\d+)(?=\/))?\/[^/]*$/

/** Reads an address; nothing when no file can be there. */
export function readFileAddress(pathname: string): AskedFile | undefined {
  const [, contentHash, digits] = ASKED.exec(pathname) ?? []
  if (!contentHash) return undefined
  if (digits === undefined) return { contentHash }
  const width = pictureWidthOf(digits)
  return width && { contentHash, width }
}

/** Where in the store a file's bytes lie; the same bytes of a website lie there once. */
export const contentKey = (siteId: string, contentHash: string): string => `files/${siteId}/${contentHash}`

/** Where a smaller copy of a picture lies, beside the picture itself. */
export const copyKey = (objectKey: string, width: PictureWidth, format: PictureFormat): string =>
  `${objectKey}/${width}.${format}`

/** What copies are made as: the smallest a browser takes. */
export const PICTURE_FORMATS = ['avif', 'webp', 'jpeg'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]
