import { FileRefused } from '../file-refused.ts'
import { cleanAvif } from './avif.ts'
import { cleanGif } from './gif.ts'
import { cleanJpeg } from './jpeg.ts'
import type { CleanPicture, PictureBytes } from './picture-bytes.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

const cleaners: Readonly<Record<string, (bytes: PictureBytes) => CleanPicture>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
  'image/avif': cleanAvif,
}

/** Beyond this a small file could fill the memory of whoever opens it. */
export const MAX_PIXELS = 100_000_000
const MAX_SIDE = 30_000

/** Takes out what is not picture, and measures it by its own header. Throws when it is damaged or would unpack to too much. */
export function cleanPicture(type: string, bytes: PictureBytes): CleanPicture {
  const clean = cleaners[type]
  if (!clean) throw new FileRefused('Browsers cannot show this kind of picture.')
  const picture = readSafely(clean, bytes)
  const { width, height } = picture
  if (width < 1 || height < 1) throw new FileRefused('This picture is damaged: it says it has no size.')
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw new FileRefused(
      `This picture is ${width} by ${height} pixels. Make it smaller: up to ${MAX_PIXELS / 1e6} million pixels are taken.`,
    )
  }
  return picture
}

/** Whatever points outside of the file is an error of the file's. */
function readSafely(clean: (bytes: PictureBytes) => CleanPicture, bytes: PictureBytes): CleanPicture {
  try {
    return clean(bytes)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new FileRefused('This picture is damaged: it ends too early.', { cause: error })
  }
}
