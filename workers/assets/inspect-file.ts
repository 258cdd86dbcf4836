import type { FileFacts } from '#db/schema/assets.ts'
import { sha256Hex, toHex } from '../core/ids.ts'
import type { ObjectStore, PictureSizer } from '../core/ports.ts'
import { SNIFFED, sniffType } from '../core/safe-fetch-types.ts'
import { contentKey } from './file-address.contract.ts'
import { withEnding } from './file-name.ts'
import { FileRefused } from './file-refused.ts'
import { endingFor, isTypeOf, labelOf, PICTURE_TYPES, typeByName, UNKNOWN_TYPE } from './file-types.ts'
import { cleanPicture } from './pictures/clean-picture.ts'
import type { CleanPicture } from './pictures/picture-bytes.ts'
import { placeholderOf } from './placeholder.ts'
import { type CleanSvg, sanitiseSvg } from './sanitise-svg.ts'

/** Bytes as they arrived, and how they are called. */
export interface FoundFile {
  siteId: string
  objectKey: string
  fileName: string
  sizeBytes: number
}
export interface Inspected {
  fileName: string
  facts: FileFacts
}

const MEBIBYTE = 1024 * 1024
/** Pictures are taken into memory whole. */
export const MAX_PICTURE_BYTES = 40 * MEBIBYTE
const MAX_SVG_BYTES = 2 * MEBIBYTE
/** Digits of a hash that name a file's bytes in an address. */
const HASH_DIGITS = 24

interface Tools {
  files: ObjectStore
  pictures: PictureSizer
}

/**
 * Finds out what a file is by its own bytes, and puts it into the store as it may be shown: pictures without what cameras
 * wrote into them, drawings without what could act. What arrived stays where it is, so doing it twice comes out the same. Throws `FileRefused` with the reason.
 */
export async function inspectFile(tools: Tools, file: FoundFile): Promise<Inspected> {
  const head = await readBytes(tools.files, file.objectKey, { offset: 0, length: SNIFFED })
  const { type, fileName } = settleType(file.fileName, head)
  if (PICTURE_TYPES.has(type)) return inspectPicture(tools, { ...file, fileName }, type)
  const { kind, type: named } = typeByName(fileName)
  const sha256 = await digestOf(tools.files, file)
  const contentHash = hashName(sha256)
  const objectKey = contentKey(file.siteId, contentHash)
  await tools.files.copy(file.objectKey, objectKey, type)
  return {
    fileName,
    facts: {
      ...{ objectKey, sizeBytes: file.sizeBytes, sha256, contentHash },
      ...{ kind, contentType: kind === 'other' && type !== named ? UNKNOWN_TYPE.type : named },
      ...{ width: null, height: null, placeholder: '', isResizable: false },
    },
  }
}

/** What a file is taken for: what its name promises, if its bytes keep it. Pictures may go by the name of another kind of picture. */
export function settleType(fileName: string, head: Uint8Array): { type: string; fileName: string } {
  const promised = typeByName(fileName)
  const found = sniffType(head) ?? (isText(head) ? 'text/plain' : undefined)
  if (isProgram(head)) throw new FileRefused('Programs are not taken.')
  if (promised === UNKNOWN_TYPE) return { type: UNKNOWN_TYPE.type, fileName }
  if (found === undefined) {
    if (isTold(promised.type)) throw lies(promised.label, 'something else')
    return { type: promised.type, fileName }
  }
  if (isTypeOf(promised.type, found)) return { type: promised.type, fileName }
  if (/^text\//.test(promised.type) && /^text\//.test(found)) return { type: promised.type, fileName }
  if (promised.kind === 'image' && PICTURE_TYPES.has(found) && found !== 'image/svg+xml') {
    return { type: found, fileName: withEnding(fileName, endingFor(found)) }
  }
  throw lies(promised.label, labelOf(found))
}

const lies = (promised: string, found: string) =>
  new FileRefused(`By its name this is a ${promised}, but it holds ${found}. Save it again as what it is.`)

/** Types every file of which begins in a known way; the first office formats are told by their names alone. */
const isTold = (type: string): boolean => !/^text\/|msword|ms-excel|ms-powerpoint/.test(type)

const isProgram = (head: Uint8Array): boolean => {
  const [first, second, third, fourth] = head
  return (
    (first === 0x4d && second === 0x5a) ||
    (first === 0x7f && second === 0x45 && third === 0x4c && fourth === 0x46)
  )
}

/** Text holds no zero byte, and is UTF-8 or at least no binary format. */
const isText = (head: Uint8Array): boolean => head.length > 0 && !head.includes(0)

async function inspectPicture(tools: Tools, file: FoundFile, type: string): Promise<Inspected> {
  const isSvg = type === 'image/svg+xml'
  const most = isSvg ? MAX_SVG_BYTES : MAX_PICTURE_BYTES
  if (file.sizeBytes > most) {
    throw new FileRefused(`Pictures of this kind may have up to ${most / MEBIBYTE} MB.`)
  }
  const bytes = await readBytes(tools.files, file.objectKey)
  const clean = isSvg ? cleanDrawing(bytes) : cleanPicture(type, bytes)
  const contentHash = hashName(await sha256Hex(clean.bytes))
  const objectKey = contentKey(file.siteId, contentHash)
  await tools.files.put(objectKey, clean.bytes, type)
  const isResizable = !isSvg && type !== 'image/gif' && !clean.isAnimated
  const placeholder = isResizable && clean.isOpaque ? await placeholderOf(tools.pictures, clean.bytes) : ''
  return {
    fileName: file.fileName,
    facts: {
      ...{ objectKey, kind: 'image', contentType: type, sizeBytes: clean.bytes.byteLength },
      ...{ sha256: await sha256Hex(bytes), contentHash, isResizable, placeholder },
      ...{ width: clean.width, height: clean.height },
    },
  }
}

function cleanDrawing(
  bytes: Uint8Array,
): Pick<CleanPicture, 'bytes' | 'isOpaque' | 'isAnimated'> & Omit<CleanSvg, 'svg'> {
  const { svg, width, height } = sanitiseSvg(new TextDecoder().decode(bytes))
  return {
    bytes: new Uint8Array(new TextEncoder().encode(svg)),
    width,
    height,
    isOpaque: false,
    isAnimated: false,
  }
}

const hashName = (sha256: string): string => sha256.slice(0, HASH_DIGITS)

async function readBytes(
  files: ObjectStore,
  key: string,
  range?: { offset: number; length: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const object = await files.get(key, range)
  if (!object) throw new FileRefused('The file did not arrive.')
  return new Uint8Array(await new Response(object.body).arrayBuffer())
}

/** Streams, so that a file of any size passes through little memory. */
async function digestOf(files: ObjectStore, { objectKey }: FoundFile): Promise<string> {
  const object = await files.get(objectKey)
  if (!object) throw new FileRefused('The file did not arrive.')
  const digest = new crypto.DigestStream('SHA-256')
  await object.body.pipeTo(digest)
  return toHex(new Uint8Array(await digest.digest))
}
