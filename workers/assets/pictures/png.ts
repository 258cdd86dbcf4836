import { FileRefused } from '../file-refused.ts'
import { type CleanPicture, codeAt, joined, type PictureBytes, viewOf } from './picture-bytes.ts'

/** What is needed to see the picture, still or moving. Texts, times and EXIF are not. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
)
const HEAD_BYTES = 8
const TRANSPARENT_KINDS = new Set([4, 6])

export function cleanPng(bytes: PictureBytes): CleanPicture {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, HEAD_BYTES)]
  const found = new Set<string>()
  if (codeAt(bytes, HEAD_BYTES + 4) !== 'IHDR') throw new FileRefused('This PNG picture is damaged.')

  let at = HEAD_BYTES
  while (!found.has('IEND')) {
    const code = codeAt(bytes, at + 4)
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) throw new RangeError('A chunk goes on beyond the end.')
    found.add(code)
    if (KEPT.has(code)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return {
    bytes: joined(kept),
    width: view.getUint32(HEAD_BYTES + 8),
    height: view.getUint32(HEAD_BYTES + 12),
    isOpaque: !TRANSPARENT_KINDS.has(view.getUint8(HEAD_BYTES + 17)) && !found.has('tRNS'),
    isAnimated: found.has('acTL'),
  }
}
