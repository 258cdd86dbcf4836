import type { ArchiveEntry } from '#db/schema/archives.ts'
import { eventually, type Person } from '#tests/stack/world.ts'
import { crc32 } from '#workers/archives/crc32.contract.ts'
import { centralDirectory, joined, localHeader } from '#workers/archives/zip-format.contract.ts'
import { openZip, readEntry } from '#workers/archives/zip-reader.contract.ts'
import { PART_BYTES } from '#workers/imports/imports.contract.ts'

/** The texts of a zip file by name. */
export async function readZip(bytes: Uint8Array): Promise<Map<string, string>> {
  const source = {
    sizeBytes: bytes.length,
    read: async (offset: number, length: number) => new Uint8Array(bytes.slice(offset, offset + length)),
  }
  const entries = new Map<string, string>()
  for (const entry of await openZip(source))
    entries.set(entry.name, new TextDecoder().decode(await readEntry(source, entry, 50_000_000)))
  return entries
}

/** A zip file of anything, also of what we would never write. */
export async function zipOf(
  texts: Map<string, string>,
  files: Record<string, Uint8Array> = {},
): Promise<Uint8Array> {
  const contents = [
    ...[...texts].map(([name, text]) => [name, new TextEncoder().encode(text)] as const),
    ...Object.entries(files),
  ]
  const parts: Uint8Array[] = []
  const entries: ArchiveEntry[] = []
  let offset = 0
  for (const [name, bytes] of contents) {
    const facts = {
      name,
      isDeflated: false,
      crc: crc32(bytes),
      storedBytes: bytes.length,
      sizeBytes: bytes.length,
    }
    const head = localHeader(facts)
    parts.push(head, bytes)
    entries.push({ ...facts, offset })
    offset += head.length + bytes.length
  }
  return joined([...parts, centralDirectory(entries, offset)])
}

/** Sends a file's parts, starts its import, and waits for the run to end well or badly. */
export async function sendFile(origin: string, person: Person, importId: string, bytes: Uint8Array) {
  for (let part = 1; (part - 1) * PART_BYTES < bytes.length; part++) {
    const sent = await fetch(`${origin}/api/v1/imports/${importId}/parts/${part}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${person.token}`, origin },
      body: new Uint8Array(bytes.slice((part - 1) * PART_BYTES, part * PART_BYTES)),
    })
    if (sent.status !== 204) throw new Error(`Part ${part} was answered with ${sent.status}.`)
  }
  const { body } = await person.call('POST', `/imports/${importId}/run`)
  return eventually(async () => {
    const { body: run } = await person.call('GET', `/runs/${body.runId}`)
    return run.status === 'done' || run.status === 'failed' ? run : undefined
  }, 60_000)
}
