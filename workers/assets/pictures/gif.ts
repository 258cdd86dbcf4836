import { FileRefused } from '../file-refused.ts'
import { type CleanPicture, codeAt, joined, type PictureBytes, viewOf } from './picture-bytes.ts'

const [EXTENSION, PICTURE, TRAILER] = [0x21, 0x2c, 0x3b]
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff]
const HEAD_BYTES = 13

/** Keeps the frames and how often they repeat; comments and what applications add go. */
export function cleanGif(bytes: PictureBytes): CleanPicture {
  const view = viewOf(bytes)
  let at = HEAD_BYTES + tableBytes(view.getUint8(10))
  const kept: Uint8Array[] = [bytes.subarray(0, at)]
  let frames = 0
  for (let kind = view.getUint8(at); kind !== TRAILER; kind = view.getUint8(at)) {
    const end = blockEnd(view, at, kind)
    if (kind === PICTURE) frames += 1
    if (kind === PICTURE || isNeeded(bytes, at)) kept.push(bytes.subarray(at, end))
    at = end
  }
  kept.push(new Uint8Array([TRAILER]))
  return {
    bytes: joined(kept),
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    ...{ isOpaque: false, isAnimated: frames > 1 },
  }
}

/** A table of colours, if one follows. */
const tableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function blockEnd(view: DataView, at: number, kind: number): number {
  if (kind === EXTENSION) return subBlocksEnd(view, at + 2)
  if (kind === PICTURE) return subBlocksEnd(view, at + 11 + tableBytes(view.getUint8(at + 9)))
  throw new FileRefused('This GIF picture is damaged.')
}

function subBlocksEnd(view: DataView, from: number): number {
  let at = from
  for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) at += length + 1
  return at + 1
}

function isNeeded(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1]
  return label === GRAPHIC_CONTROL || (label === APPLICATION && codeAt(bytes, at + 3, 11) === 'NETSCAPE2.0')
}
