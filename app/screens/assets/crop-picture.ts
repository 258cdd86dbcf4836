import type { Asset } from '#workers/assets/assets.contract.ts'
import { previewOf } from './asset-picture.tsx'
import type { Crop } from './crop-dialog.tsx'

/** High enough that nobody sees the difference, and a fraction of the size. */
const QUALITY = 0.92
/** Types browsers can write; anything else becomes WebP. */
const WRITTEN = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** The part of the picture, from its own bytes, as a file of its name. */
export async function cropPicture(asset: Asset, crop: Crop): Promise<File> {
  const response = await fetch(previewOf(asset))
  if (!response.ok) throw new Error('The picture could not be read.')
  const picture = await createImageBitmap(await response.blob())
  const width = Math.max(1, Math.round(picture.width * crop.width))
  const height = Math.max(1, Math.round(picture.height * crop.height))
  const canvas = new OffscreenCanvas(width, height)
  const left = Math.round(picture.width * crop.x)
  const top = Math.round(picture.height * crop.y)
  canvas.getContext('2d')?.drawImage(picture, left, top, width, height, 0, 0, width, height)
  const type = WRITTEN.has(asset.contentType) ? asset.contentType : 'image/webp'
  const blob = await canvas.convertToBlob({ type, quality: QUALITY })
  return new File([blob], asset.fileName, { type })
}
