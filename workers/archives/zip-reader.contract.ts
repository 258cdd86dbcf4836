import type { ArchiveEntry } from '#db/schema/archives.ts'
import { crc32 } from './crc32.contract.ts'
import { inflate } from './deflate.contract.ts'
import {
  END_BYTES,
  LOCAL_BYTES,
  localHeaderBytes,
  readCentralDirectory,
  readEnd,
} from './zip-format.contract.ts'

/** Bytes that can be read from anywhere. */
export interface ByteSource {
  sizeBytes: number
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Why a file is not read, for whoever chose it. */
export class ZipRefused extends Error {}

/** The end of a zip file may carry a remark of this length. */
const MAX_REMARK = 0xffff
const MAX_DIRECTORY_BYTES = 16 * 1024 * 1024
const DAMAGED = 'The file is damaged or is not a zip file.'

/** What a zip file holds; a file that is none, or lies about itself, is refused with a sentence. */
export async function openZip(source: ByteSource): Promise<ArchiveEntry[]> {
  const tailBytes = Math.min(source.sizeBytes, END_BYTES + MAX_REMARK)
  const end = readEnd(await source.read(source.sizeBytes - tailBytes, tailBytes))
  if (!end || end.sizeBytes > MAX_DIRECTORY_BYTES || end.offset + end.sizeBytes > source.sizeBytes)
    throw refusal(DAMAGED)
  const entries = readCentralDirectory(await source.read(end.offset, end.sizeBytes), end.count)
  if (!entries || overlap(entries, end.offset)) throw refusal(DAMAGED)
  return entries
}

/** Entries that share bytes are how a small file pretends to hold a large one many times over. */
function overlap(entries: readonly ArchiveEntry[], end: number): boolean {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset)
  return inOrder.some(({ offset, storedBytes }, at) => {
    const next = inOrder[at + 1]?.offset ?? end
    return offset + LOCAL_BYTES + storedBytes > next
  })
}

/** The bytes of an entry, checked against what the file says of them. */
export async function readEntry(
  source: ByteSource,
  entry: ArchiveEntry,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.sizeBytes > maxBytes) throw refusal(`${entry.name} is larger than it may be.`)
  const header = localHeaderBytes(await source.read(entry.offset, LOCAL_BYTES))
  if (header === undefined) throw refusal(DAMAGED)
  const stored = await source.read(entry.offset + header, entry.storedBytes)
  const bytes = entry.isDeflated ? await inflate(stored, maxBytes) : stored
  if (!bytes) throw refusal(`${entry.name} is larger than it says, or damaged.`)
  if (bytes.length !== entry.sizeBytes || crc32(bytes) !== entry.crc)
    throw refusal(`${entry.name} is damaged: its checksum differs.`)
  return bytes
}

const refusal = (message: string) => new ZipRefused(message)
