import type { ArchiveEntry } from '#db/schema/archives.ts'

/** The records of a zip file (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), without its 64-bit forms. */
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
export const END_BYTES = 22
/** Names are UTF-8. */
const FLAGS = 0x0800
const STORED = 0
const DEFLATED = 8
const VERSION = 20
/** 1 January 1980: the same site gives the same file. */
const DATE = 0x0021

export const MAX_ENTRIES = 0xffff
export const MAX_ZIP_BYTES = 0xffffffff

type Facts = Omit<ArchiveEntry, 'offset'>

/** What stands before the bytes of an entry. */
export function localHeader(entry: Facts): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(entry.name)
  const record = new Uint8Array(LOCAL_BYTES + name.length)
  const view = new DataView(record.buffer)
  view.setUint32(0, LOCAL, true)
  writeFacts(view, 4, entry, name.length)
  record.set(name, LOCAL_BYTES)
  return record
}

/** What ends a zip file: a record of each entry, and where those begin. */
export function centralDirectory(entries: readonly ArchiveEntry[], offset: number): Uint8Array<ArrayBuffer> {
  const records = entries.map(centralRecord)
  const size = records.reduce((sum, { length }) => sum + length, 0)
  const end = new Uint8Array(END_BYTES)
  const view = new DataView(end.buffer)
  view.setUint32(0, END, true)
  view.setUint16(8, entries.length, true)
  view.setUint16(10, entries.length, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return joined([...records, end])
}

function centralRecord(entry: ArchiveEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name)
  const record = new Uint8Array(CENTRAL_BYTES + name.length)
  const view = new DataView(record.buffer)
  view.setUint32(0, CENTRAL, true)
  view.setUint16(4, VERSION, true)
  writeFacts(view, 6, entry, name.length)
  view.setUint32(42, entry.offset, true)
  record.set(name, CENTRAL_BYTES)
  return record
}

/** The fields both kinds of record share, in the same order. */
function writeFacts(view: DataView, at: number, entry: Facts, nameBytes: number): void {
  view.setUint16(at, VERSION, true)
  view.setUint16(at + 2, FLAGS, true)
  view.setUint16(at + 4, entry.isDeflated ? DEFLATED : STORED, true)
  view.setUint16(at + 8, DATE, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.storedBytes, true)
  view.setUint32(at + 18, entry.sizeBytes, true)
  view.setUint16(at + 22, nameBytes, true)
}

/** Where the entries' records lie; undefined when this is not the end of a zip file. */
export function readEnd(tail: Uint8Array): { count: number; offset: number; sizeBytes: number } | undefined {
  const view = viewOf(tail)
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue
    return {
      count: view.getUint16(at + 10, true),
      sizeBytes: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    }
  }
  return undefined
}

/** The entries as their records tell them; undefined when the records are not whole or use what we do not read. */
export function readCentralDirectory(records: Uint8Array, count: number): ArchiveEntry[] | undefined {
  const view = viewOf(records)
  const entries: ArchiveEntry[] = []
  let at = 0
  while (entries.length < count) {
    if (at + CENTRAL_BYTES > records.length || view.getUint32(at, true) !== CENTRAL) return undefined
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const isEncrypted = (flags & 1) === 1
    if (isEncrypted || (method !== STORED && method !== DEFLATED)) return undefined
    const nameBytes = view.getUint16(at + 28, true)
    const next =
      at + CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > records.length) return undefined
    entries.push({
      name: new TextDecoder().decode(records.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes)),
      isDeflated: method === DEFLATED,
      crc: view.getUint32(at + 16, true),
      storedBytes: view.getUint32(at + 20, true),
      sizeBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

/** How far an entry's bytes lie behind where its record says it begins; undefined when nothing begins there. */
export function localHeaderBytes(head: Uint8Array): number | undefined {
  const view = viewOf(head)
  if (head.length < LOCAL_BYTES || view.getUint32(0, true) !== LOCAL) return undefined
  return LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true)
}
export { LOCAL_BYTES }

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
