import type { WxrItem } from './wxr-events.ts'

/** A file of the media library, with what pictures and galleries need of it. */
export interface Attachment {
  id: number
  url: string
  title: string
  alt: string
  caption: string
  description: string
  /** Guessed from the file's name, until its bytes are seen. */
  mime: string
  /** The post it was uploaded to, or 0. */
  parentId: number
  menuOrder: number
}

/** The media library as the contents of posts look into it. */
export interface AttachmentLookup {
  find(id: number): Attachment | undefined
  /** Those uploaded to a post, in the order of its gallery. */
  of(postId: number): readonly Attachment[]
}

const MIMES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  ogv: 'video/ogg',
  zip: 'application/zip',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  csv: 'text/csv',
}

export function metaOf(item: WxrItem, key: string): string {
  return item.meta.find((meta) => meta.key === key)?.value ?? ''
}

/** The attachment an item describes; undefined when it has no number or no file. */
export function attachmentOf(item: WxrItem): Attachment | undefined {
  const url = item.attachmentUrl || (/^https?:\/\/[^?]+\.\w{2,5}$/.test(item.guid) ? item.guid : '')
  if (item.id === undefined || url === '') return undefined
  return {
    id: item.id,
    url,
    title: item.title.trim(),
    alt: metaOf(item, '_wp_attachment_image_alt').trim(),
    caption: item.excerpt.trim(),
    description: item.content.trim(),
    mime: guessMime(url),
    parentId: item.parentId,
    menuOrder: item.menuOrder,
  }
}

export function guessMime(url: string): string {
  const extension = /\.([a-z0-9]{2,5})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(MIMES, extension) ? (MIMES[extension] ?? '') : 'application/octet-stream'
}

export function attachmentLookup(attachments: Iterable<Attachment>): AttachmentLookup {
  const byId = new Map<number, Attachment>()
  const byParent = new Map<number, Attachment[]>()
  for (const attachment of attachments) {
    byId.set(attachment.id, attachment)
    const siblings = byParent.get(attachment.parentId) ?? []
    siblings.push(attachment)
    byParent.set(attachment.parentId, siblings)
  }
  for (const siblings of byParent.values()) siblings.sort((a, b) => a.menuOrder - b.menuOrder || a.id - b.id)
  return { find: (id) => byId.get(id), of: (postId) => byParent.get(postId) ?? [] }
}

/**
 * The addresses under which the original of an uploaded file may be known, the likeliest first: contents link to copies
 * such as `photo-300x200.jpg` and `photo.jpg?w=300`, over http or https, of which the library names only the original.
 */
export function originalUrls(url: string): string[] {
  const plain = url.replace(/[?#].*$/, '')
  const unsized = plain.replace(/-\d{1,5}x\d{1,5}(?=\.\w{2,5}$)/, '')
  const unscaled = unsized.replace(/-(?:scaled|rotated|e\d{10,13})(?=\.\w{2,5}$)/, '')
  const scaled = unscaled.replace(/(?=\.\w{2,5}$)/, '-scaled')
  const spellings = [url, plain, unsized, unscaled, scaled]
  const other = (address: string) =>
    address.startsWith('https:') ? `http:${address.slice(6)}` : address.replace(/^http:/, 'https:')
  return [...new Set([...spellings, ...spellings.map(other)])]
}
