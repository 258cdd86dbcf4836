import { viewOf } from './picture-bytes.ts'

const ORIENTATION_TAG = 0x0112
const MAX_TAGS = 200

/** Which way up a picture is to be shown, by its EXIF (TIFF) block: 1 as it is, 2 to 8 turned or mirrored. */
export function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1
  const view = viewOf(tiff)
  const isLittle = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, isLittle)
  if (first + 2 > tiff.length) return 1
  const count = Math.min(view.getUint16(first, isLittle), MAX_TAGS)
  for (let index = 0; index < count; index++) {
    const at = first + 2 + index * 12
    if (at + 12 > tiff.length) return 1
    if (view.getUint16(at, isLittle) !== ORIENTATION_TAG) continue
    const value = view.getUint16(at + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An EXIF block that says which way up the picture is, and nothing else. */
export function orientationBlock(orientation: number): Uint8Array {
  const bytes = new Uint8Array(26)
  const view = viewOf(bytes)
  view.setUint32(0, 0x4d4d002a)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, ORIENTATION_TAG)
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return bytes
}

/** From five on a picture lies on its side. */
export const turned = (orientation: number, width: number, height: number) =>
  orientation >= 5 ? { width: height, height: width } : { width, height }
