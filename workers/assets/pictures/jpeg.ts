import { FileRefused } from '../file-refused.ts'
import { orientationBlock, orientationOf, turned } from './orientation.ts'
import { type CleanPicture, codeAt, joined, type PictureBytes, viewOf } from './picture-bytes.ts'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
]
/** Starts of frames, which hold the size; the three left out in between are something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const isAlone = (marker: number) => marker >= 0xd0 && marker <= 0xd7

interface Segment {
  marker: number
  /** With its marker; a scan goes on with the picture's data. */
  whole: Uint8Array
  content: Uint8Array
}

/** Keeps the picture, its colour profile and which way up it is; ends it where the picture ends. */
export function cleanJpeg(bytes: PictureBytes): CleanPicture {
  const segments = [...segmentsOf(bytes)]
  const frame = segments.find(({ marker }) => isFrame(marker))
  if (!frame) throw new FileRefused('This JPEG picture is damaged.')
  const view = viewOf(frame.content)
  const exif = segments.find(({ marker, content }) => marker === APP1 && isExif(content))
  const orientation = exif ? orientationOf(exif.content.subarray(EXIF_HEAD)) : 1
  return {
    bytes: joined([
      bytes.subarray(0, 2),
      ...(orientation === 1 ? [] : [exifSegment(orientation)]),
      ...segments.filter(isKept).map(({ whole }) => whole),
      new Uint8Array([0xff, EOI]),
    ]),
    ...turned(orientation, view.getUint16(3), view.getUint16(1)),
    ...{ isOpaque: true, isAnimated: false },
  }
}

function* segmentsOf(bytes: PictureBytes): Generator<Segment> {
  const view = viewOf(bytes)
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) throw new FileRefused('This JPEG picture is damaged.')
    const marker = view.getUint8(at + 1)
    if (marker === EOI) return
    const empty = emptyLength(marker)
    if (empty > 0) {
      at += empty
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) throw new RangeError('A segment goes on beyond the end.')
    const next = marker === SOS ? endOfScan(bytes, end) : end
    yield { marker, whole: bytes.subarray(at, next), content: bytes.subarray(at + 4, end) }
    at = next
  }
}

/** Bytes that fill up, and markers that stand alone. */
function emptyLength(marker: number): number {
  if (marker === 0xff) return 1
  return marker === SOI || isAlone(marker) ? 2 : 0
}

/** Of what applications add, the colour profile and the colour transform are needed to see the picture as it is. */
function isKept({ marker, content }: Segment): boolean {
  if (marker === COM) return false
  if (marker < APP0 || marker > APP15) return true
  if (marker === APP2) return content.length > 11 && codeAt(content, 0, 11) === 'ICC_PROFILE'
  return marker === APP0 || marker === APP14
}

/** Picture data goes on until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 1; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isAlone(next)) return at
  }
  throw new RangeError('The picture has no end.')
}

const EXIF_HEAD = 6
const isExif = (content: Uint8Array): boolean => content.length > EXIF_HEAD && codeAt(content, 0) === 'Exif'

function exifSegment(orientation: number): Uint8Array {
  const block = orientationBlock(orientation)
  const head = new Uint8Array([0xff, APP1, 0, 0, 0x45, 0x78, 0x69, 0x66, 0, 0])
  viewOf(head).setUint16(2, block.length + 8)
  return joined([head, block])
}
