import { FileRefused } from '../file-refused.ts'
import { orientationBlock, orientationOf, turned } from './orientation.ts'
import { type CleanPicture, codeAt, joined, type PictureBytes, viewOf } from './picture-bytes.ts'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const [ALPHA, EXIF, XMP, ANIMATION] = [0x10, 0x08, 0x04, 0x02]
const HEAD_BYTES = 12

interface Chunk {
  code: string
  /** With its head and padding. */
  whole: Uint8Array
  data: Uint8Array
}

export function cleanWebp(bytes: PictureBytes): CleanPicture {
  const chunks = chunksOf(bytes)
  const [head] = chunks
  if (!head) throw new FileRefused('This WebP picture is damaged.')
  const exif = chunks.find(({ code }) => code === 'EXIF')
  const orientation = exif ? orientationOf(tiffOf(exif.data)) : 1
  const kept = chunks.filter(({ code }) => KEPT.has(code)).map(({ whole }) => whole)
  const { width, height, isOpaque, isAnimated } = headOf(head)
  if (head.code === 'VP8X') {
    kept[0] = withFlags(head.whole, orientation !== 1)
    if (orientation !== 1) kept.push(exifChunk(orientation))
  }
  const riff = bytes.slice(0, HEAD_BYTES)
  viewOf(riff).setUint32(4, 4 + kept.reduce((sum, chunk) => sum + chunk.length, 0), true)
  return {
    bytes: joined([riff, ...kept]),
    ...turned(orientation, width, height),
    ...{ isOpaque, isAnimated },
  }
}

function chunksOf(bytes: PictureBytes): Chunk[] {
  const view = viewOf(bytes)
  const end = Math.min(8 + view.getUint32(4, true), bytes.length)
  const chunks: Chunk[] = []
  for (let at = HEAD_BYTES; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) throw new RangeError('A chunk goes on beyond the end.')
    const data = bytes.subarray(at + 8, at + 8 + size)
    chunks.push({ code: codeAt(bytes, at), whole: padded(bytes, at, next), data })
    at = next
  }
  return chunks
}

/** The last chunk may lack the byte that makes it even. */
const padded = (bytes: PictureBytes, at: number, next: number): Uint8Array =>
  next <= bytes.length ? bytes.subarray(at, next) : joined([bytes.subarray(at), new Uint8Array(1)])

function headOf({ code, data }: Chunk) {
  const view = viewOf(data)
  if (code === 'VP8X') {
    const flags = view.getUint8(0)
    const side = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
    return {
      ...{ width: side(4), height: side(7) },
      ...{ isOpaque: !(flags & ALPHA), isAnimated: Boolean(flags & ANIMATION) },
    }
  }
  if (code === 'VP8L') {
    const bits = view.getUint32(1, true)
    const [width, height] = [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)]
    return { width, height, isOpaque: !((bits >>> 28) & 1), isAnimated: false }
  }
  if (code !== 'VP8 ') throw new FileRefused('This WebP picture is damaged.')
  const [width, height] = [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff]
  return { width, height, isOpaque: true, isAnimated: false }
}

function withFlags(chunk: Uint8Array, hasExif: boolean): Uint8Array {
  const copy = chunk.slice()
  copy[8] = ((copy[8] ?? 0) & ~(EXIF | XMP)) | (hasExif ? EXIF : 0)
  return copy
}

/** Some writers put the mark of JPEG's segment before the block. */
const tiffOf = (data: Uint8Array): Uint8Array =>
  data.length > 6 && codeAt(data, 0) === 'Exif' ? data.subarray(6) : data

function exifChunk(orientation: number): Uint8Array {
  const block = orientationBlock(orientation)
  const head = new Uint8Array([0x45, 0x58, 0x49, 0x46, block.length, 0, 0, 0])
  return joined([head, block])
}
