import { FileRefused } from '../file-refused.ts'
import { type CleanPicture, codeAt, type PictureBytes, viewOf } from './picture-bytes.ts'

interface Box {
  code: string
  /** Where its content begins and ends. */
  from: number
  to: number
}
const MAX_BOXES = 2000
const HIDDEN_ITEMS = new Set(['Exif', 'mime'])

/**
 * Blanks what cameras and programs wrote beside the picture, in place, since everything in the file is found by where it lies.
 * Which way up it is shown is no part of that: AVIF says it elsewhere.
 */
export function cleanAvif(source: PictureBytes): CleanPicture {
  const bytes = source.slice()
  const top = boxesIn(bytes, 0, bytes.length)
  const meta = top.find(({ code }) => code === 'meta')
  if (!meta) throw new FileRefused('This AVIF picture is damaged.')
  const boxes = boxesIn(bytes, meta.from + 4, meta.to)
  const hidden = hiddenItems(bytes, boxes)
  for (const [from, to] of placesOf(bytes, boxes, hidden)) bytes.fill(0, from, to)
  for (const { code, from, to } of top) if (code === 'uuid' || code === 'free') bytes.fill(0, from, to)
  const properties = propertiesOf(bytes, boxes)
  return {
    ...{ bytes, ...sizeOf(bytes, properties) },
    isOpaque: !properties.some(({ code }) => code === 'auxC'),
    isAnimated: top.some(({ code, from }) => code === 'ftyp' && codeAt(bytes, from) === 'avis'),
  }
}

function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  for (let at = start; at + 8 <= end && boxes.length < MAX_BOXES; ) {
    const small = view.getUint32(at)
    const head = small === 1 ? 16 : 8
    const size = small === 1 ? Number(view.getBigUint64(at + 8)) : small === 0 ? end - at : small
    if (size < head || at + size > end) throw new RangeError('A box goes on beyond the end.')
    boxes.push({ code: codeAt(bytes, at + 4), from: at + head, to: at + size })
    at += size
  }
  return boxes
}

function propertiesOf(bytes: Uint8Array, boxes: Box[]): Box[] {
  const iprp = boxes.find(({ code }) => code === 'iprp')
  const ipco = iprp && boxesIn(bytes, iprp.from, iprp.to).find(({ code }) => code === 'ipco')
  return ipco ? boxesIn(bytes, ipco.from, ipco.to) : []
}

/** The largest there is: a small picture beside it may be its preview. Turned by a quarter where it says so. */
function sizeOf(bytes: Uint8Array, properties: Box[]): { width: number; height: number } {
  const view = viewOf(bytes)
  let [width, height] = [0, 0]
  for (const { code, from } of properties) {
    if (code !== 'ispe') continue
    const [wide, high] = [view.getUint32(from + 4), view.getUint32(from + 8)]
    if (wide * high > width * height) [width, height] = [wide, high]
  }
  const turn = properties.find(({ code }) => code === 'irot')
  const isTurned = turn !== undefined && view.getUint8(turn.from) % 2 === 1
  return isTurned ? { width: height, height: width } : { width, height }
}

function hiddenItems(bytes: Uint8Array, boxes: Box[]): Set<number> {
  const iinf = boxes.find(({ code }) => code === 'iinf')
  if (!iinf) return new Set()
  const view = viewOf(bytes)
  const first = iinf.from + 4 + (view.getUint8(iinf.from) === 0 ? 2 : 4)
  const entries = boxesIn(bytes, first, iinf.to).filter(({ code }) => code === 'infe')
  return new Set(
    entries.flatMap(({ from }) => {
      const isLong = view.getUint8(from) >= 3
      const id = isLong ? view.getUint32(from + 4) : view.getUint16(from + 4)
      return HIDDEN_ITEMS.has(codeAt(bytes, from + (isLong ? 10 : 8))) ? [id] : []
    }),
  )
}

/** Where items lie, by the table of ISO/IEC 14496-12 §8.11.3. */
function placesOf(bytes: Uint8Array, boxes: Box[], wanted: Set<number>): [from: number, to: number][] {
  const iloc = boxes.find(({ code }) => code === 'iloc')
  if (!iloc || wanted.size === 0) return []
  const idat = boxes.find(({ code }) => code === 'idat')
  const read = createReader(bytes, iloc.from)
  const version = read(1)
  read(3)
  const [lengths, more] = [read(1), read(1)]
  const sizes = { offset: lengths >> 4, length: lengths & 15, base: more >> 4, index: more & 15 }
  // Places that are no numbers lead nowhere, and could be counted without end.
  if (sizes.offset + sizes.length === 0) return []
  const places: [number, number][] = []
  const idSize = version < 2 ? 2 : 4
  for (let items = read(idSize); items > 0; items--) {
    const id = read(idSize)
    const isWithin = version > 0 && (read(2) & 15) === 1
    const start = isWithin && idat ? idat.from : 0
    read(2)
    const extents = readExtents(read, sizes, version, start)
    if (wanted.has(id)) places.push(...extents)
  }
  return places
}

interface FieldSizes {
  offset: number
  length: number
  base: number
  index: number
}

function readExtents(
  read: (size: number) => number,
  sizes: FieldSizes,
  version: number,
  start: number,
): [from: number, to: number][] {
  const base = start + read(sizes.base)
  return Array.from({ length: read(2) }, () => {
    if (version > 0) read(sizes.index)
    const from = base + read(sizes.offset)
    return [from, from + read(sizes.length)]
  })
}

/** Reads numbers of any size one after the other. */
function createReader(bytes: Uint8Array, start: number) {
  let at = start
  return (size: number): number => {
    if (at + size > bytes.length) throw new RangeError('Beyond the end of the file.')
    let value = 0
    for (const end = at + size; at < end; at++) value = value * 256 + (bytes[at] ?? 0)
    return value
  }
}
