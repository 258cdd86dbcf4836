import { sha256Hex } from '../core/ids.ts'
import type { ObjectStore } from '../core/ports.ts'
import type { DocumentRef } from './snapshot.contract.ts'

/** One document in so many ends its pack: about half a megabyte of ordinary pages. */
const DOCUMENTS_PER_PACK = 64
/** A pack that no document has ended is ended at this size, so that one fits into memory. */
const MAX_PACK_BYTES = 2 * 1024 * 1024
/** Packs on their way to the store at a time. */
const MAX_UNDER_WAY = 4

export type PackPlace = Pick<DocumentRef, 'pack' | 'offset' | 'length'>
type Place = (place: PackPlace) => void

/** Bytes to be packed, or where they lie in a pack of before. */
type Item = { place: Place; length: number } & ({ bytes: Uint8Array } | { from: PackPlace })

/**
 * Puts documents into packs one after the other, holding one pack in memory. Where a pack ends depends on names alone: a
 * document that says something else changes its own pack and no other, and it makes no difference to the bytes whether a
 * document was written anew or taken over.
 */
export class PackWriter {
  readonly #store: ObjectStore
  readonly #folder: string
  /** Sizes of the packs there are already, by their hash. */
  readonly #known: Readonly<Record<string, number>>
  readonly #sizes: Record<string, number> = {}
  readonly #underWay = new Set<Promise<void>>()
  #items: Item[] = []
  #bytes = 0

  constructor(store: ObjectStore, siteId: string, known: Readonly<Record<string, number>>) {
    this.#store = store
    this.#folder = `sites/${siteId}/packs/`
    this.#known = known
  }

  /** Sizes of all packs written or taken over, by their hash. */
  get sizes(): Record<string, number> {
    return this.#sizes
  }

  async write(name: string, value: unknown, place: Place): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    await this.#add(name, { bytes, length: bytes.byteLength, place })
  }

  /** Takes over a document that lies in a pack of before. */
  async keep(name: string, from: PackPlace, place: Place): Promise<void> {
    await this.#add(name, { from, length: from.length, place })
  }

  /** Closes the last pack and waits until all are stored. */
  async finish(): Promise<void> {
    await this.#close()
    await Promise.all(this.#underWay)
  }

  async #add(name: string, item: Item): Promise<void> {
    this.#items.push(item)
    this.#bytes += item.length
    if (this.#bytes >= MAX_PACK_BYTES || endsGroup(name, DOCUMENTS_PER_PACK)) await this.#close()
  }

  async #close(): Promise<void> {
    const items = this.#items
    if (items.length === 0) return
    const size = this.#bytes
    this.#items = []
    this.#bytes = 0
    const same = this.#samePack(items, size)
    const pack = same ?? (await this.#put(items, size))
    this.#sizes[pack] = size
    let offset = 0
    for (const { place, length } of items) {
      place({ pack, offset, length })
      offset += length
    }
  }

  /** The pack of before that holds these very documents and nothing else. */
  #samePack(items: Item[], size: number): string | undefined {
    const [first] = items
    const pack = first && 'from' in first ? first.from.pack : undefined
    if (pack === undefined || this.#known[pack] !== size) return undefined
    let offset = 0
    for (const item of items) {
      if (!('from' in item) || item.from.pack !== pack || item.from.offset !== offset) return undefined
      offset += item.length
    }
    return pack
  }

  async #put(items: Item[], size: number): Promise<string> {
    const bytes = await this.#join(items, size)
    const pack = await sha256Hex(bytes)
    if (Object.hasOwn(this.#known, pack)) return pack
    while (this.#underWay.size >= MAX_UNDER_WAY) await Promise.race(this.#underWay)
    const putting = this.#store.put(this.#folder + pack, bytes, 'application/octet-stream')
    this.#underWay.add(putting)
    // A failure is thrown by `finish` or by whoever waits for room.
    putting.then(
      () => this.#underWay.delete(putting),
      () => undefined,
    )
    return pack
  }

  async #join(items: Item[], size: number): Promise<Uint8Array<ArrayBuffer>> {
    const before = await this.#readPacks(items)
    const joined = new Uint8Array(size)
    let at = 0
    for (const item of items) {
      const bytes = 'bytes' in item ? item.bytes : slice(before.get(item.from.pack), item.from)
      joined.set(bytes, at)
      at += item.length
    }
    return joined
  }

  async #readPacks(items: Item[]): Promise<Map<string, Uint8Array>> {
    const packs = new Set(items.flatMap((item) => ('from' in item ? [item.from.pack] : [])))
    const read = async (pack: string) => {
      const object = await this.#store.get(this.#folder + pack)
      if (!object) throw new Error(`Pack ${pack} is not there any more.`)
      return [pack, new Uint8Array(await new Response(object.body).arrayBuffer())] as const
    }
    return new Map(await Promise.all([...packs].map(read)))
  }
}

function slice(pack: Uint8Array | undefined, { offset, length }: PackPlace): Uint8Array {
  return (pack ?? new Uint8Array()).subarray(offset, offset + length)
}

/** FNV-1a, which scatters names evenly; one in so many of them ends a group, such as those in a pack. */
export function endsGroup(name: string, namesPerGroup: number): boolean {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  // The lowest bits of similar names are alike; folding brings the highest into them.
  return ((hash >>> 16) ^ hash) % namesPerGroup === 0
}
