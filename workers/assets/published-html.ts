import { NAMED_FILE, type PictureWidth } from './file-address.contract.ts'
import { addressOf, type PublishedFile, sourceSetOf } from './published-file.ts'

/** Text stands in a column of this width at most. */
const COLUMN = '(max-width: 48rem) 100vw, 44rem'
/** Written by our own sanitiser: attributes stand in double quotes, and no sign of a tag stands in one. */
const IMAGE = /<img\b[^>]*>/g
const SOURCE = /\ssrc="\/_dde\/files\/([0-9a-f-]{36})\/[^"]*"/

/** Sanitised HTML with the addresses visitors get: pictures in several widths and with the room they take, everything else as it is. */
export function withPublicPictures(
  html: string,
  use: (id: string) => PublishedFile | undefined,
  width: PictureWidth,
): string {
  const withPictures = html.replace(IMAGE, (tag) => {
    const [attribute, id] = SOURCE.exec(tag) ?? []
    if (!attribute || !id) return tag
    const file = use(id)
    // What the widths were before was about other copies of it.
    const bare = tag.replace(/\s(?:srcset|sizes)="[^"]*"/g, '')
    return file ? bare.replace(attribute, pictureAttributes(bare, file, width)) : ''
  })
  return withPictures.replace(NAMED_FILE, (_, id: string) => {
    const file = use(id)
    return file ? addressOf(file) : ''
  })
}

function pictureAttributes(tag: string, file: PublishedFile, width: PictureWidth): string {
  const sources = sourceSetOf(file, width)
  const hasSize = /\s(?:width|height)="/.test(tag)
  return [
    ` src="${addressOf(file, width)}"`,
    ...(sources ? [` srcset="${sources}" sizes="auto, ${COLUMN}"`] : []),
    ...(file.width && !hasSize ? [` width="${file.width}" height="${file.height}"`] : []),
  ].join('')
}
