import { type PictureWidth, publicFilePath, sizedFilePath, sizesOf } from './file-address.contract.ts'

/** What a page needs to know of a file it shows. */
export interface PublishedFile {
  id: string
  fileName: string
  contentHash: string
  contentType: string
  width: number | null
  height: number | null
  focus: string | undefined
  placeholder: string
  isResizable: boolean
}

/** Where a file's bytes are found, of a picture in a width. */
export function addressOf(file: PublishedFile, width?: PictureWidth): string {
  const { contentHash, fileName, isResizable } = file
  return width && isResizable
    ? sizedFilePath(contentHash, width, fileName)
    : publicFilePath(contentHash, fileName)
}

/** The widths a browser may choose from, as HTML names them. */
export const sourceSetOf = (file: PublishedFile, width: PictureWidth): string =>
  sizesOf(addressOf(file, width), file.width ?? 0)
    .map((each) => `${each.path} ${each.width}w`)
    .join(', ')
