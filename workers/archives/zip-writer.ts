import type { ArchiveChunk, ArchiveEntry } from '#db/schema/archives.ts'
import { DomainError } from '../core/errors.ts'
import type { ObjectStore } from '../core/ports.ts'
import { crc32 } from './crc32.contract.ts'
import { deflate } from './deflate.contract.ts'
import { centralDirectory, joined, localHeader, MAX_ENTRIES, MAX_ZIP_BYTES } from './zip-format.contract.ts'

/** Bytes of a file that are in memory at a time. */
const READ_BYTES = 5 * 1024 * 1024

export interface ZipState {
  chunks: ArchiveChunk[]
  entries: ArchiveEntry[]
}

/**
 * Writes a zip file as objects of a few megabytes that are the file one after the other. What has been written is a value that
 * can be stored, so that another process goes on; writing a piece again gives the same bytes under the same key.
 */
export class ZipWriter {
  readonly #store: ObjectStore
  readonly #folder: string
  readonly #chunks: ArchiveChunk[]
  readonly #entries: ArchiveEntry[]

  constructor(store: ObjectStore, folder: string, { chunks, entries }: ZipState) {
    this.#store = store
    this.#folder = folder
    this.#chunks = [...chunks]
    this.#entries = [...entries]
  }

  get state(): ZipState {
    return { chunks: this.#chunks, entries: this.#entries }
  }

  get sizeBytes(): number {
    return this.#chunks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  }

  /** Texts, pressed; those of one call lie together in one object. */
  async addTexts(texts: readonly (readonly [name: string, text: string])[]): Promise<void> {
    const parts: Uint8Array[] = []
    let offset = this.sizeBytes
    for (const [name, text] of texts) {
      const bytes = new TextEncoder().encode(text)
      const stored = await deflate(text)
      const facts = {
        ...{ name, isDeflated: true, crc: crc32(bytes) },
        ...{ storedBytes: stored.length, sizeBytes: bytes.length },
      }
      const header = localHeader(facts)
      this.#enter({ ...facts, offset })
      parts.push(header, stored)
      offset += header.length + stored.length
    }
    await this.#put(joined(parts))
  }

  /** A small file, as it is. */
  async addBytes(name: string, bytes: Uint8Array): Promise<void> {
    const sizeBytes = bytes.length
    const facts = { name, isDeflated: false, crc: crc32(bytes), storedBytes: sizeBytes, sizeBytes }
    this.#enter({ ...facts, offset: this.sizeBytes })
    await this.#put(joined([localHeader(facts), bytes]))
  }

  /** A file of any size, as it is. False when it is not there. */
  async addFile(name: string, source: ObjectStore, key: string): Promise<boolean> {
    const offset = this.sizeBytes
    const headerAt = this.#chunks.length
    let [crc, sizeBytes] = [0, 0]
    this.#chunks.push({ key: '', sizeBytes: 0 })
    for (;;) {
      const part = await source.get(key, { offset: sizeBytes, length: READ_BYTES })
      if (!part) break
      const bytes = new Uint8Array(await new Response(part.body).arrayBuffer())
      crc = crc32(bytes, crc)
      sizeBytes += bytes.length
      await this.#put(bytes)
      if (sizeBytes >= part.sizeBytes) break
    }
    if (sizeBytes === 0) {
      this.#chunks.length = headerAt
      return false
    }
    // The header says what is only known when all has been read, so it is written last and stands first.
    const facts = { name, isDeflated: false, crc, storedBytes: sizeBytes, sizeBytes }
    this.#chunks[headerAt] = await this.#write(localHeader(facts), headerAt)
    this.#enter({ ...facts, offset })
    return true
  }

  async finish(): Promise<void> {
    await this.#put(centralDirectory(this.#entries, this.sizeBytes))
  }

  #enter(entry: ArchiveEntry): void {
    if (this.#entries.length >= MAX_ENTRIES || this.sizeBytes > MAX_ZIP_BYTES)
      throw new DomainError('conflict', 'The website is too large for one file: 65,535 files or 4 GB.')
    this.#entries.push(entry)
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#chunks.push(await this.#write(bytes, this.#chunks.length))
  }

  async #write(bytes: Uint8Array, place: number): Promise<ArchiveChunk> {
    const key = `${this.#folder}/${place}`
    await this.#store.put(key, bytes, 'application/octet-stream')
    return { key, sizeBytes: bytes.length }
  }
}
