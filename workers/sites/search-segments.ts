import { sha256Hex } from '../core/ids.ts'
import type { ObjectStore } from '../core/ports.ts'
import { packReader } from './compare-snapshots.ts'
import { endsGroup, type PackPlace, type PackWriter } from './pack-writer.ts'
import { createSearchIndex } from './search-index.ts'
import { saidOf } from './search-words.contract.ts'
import type { DocumentRef, RouteDocument, SearchSegment } from './snapshot.contract.ts'

/** One document in so many ends its segment: enough for few of them, few enough that one is soon made anew. */
const DOCUMENTS_PER_SEGMENT = 1024

type Item = { path: string } & ({ route: RouteDocument } | { ref: DocumentRef })

interface Destination {
  store: ObjectStore
  siteId: string
  packs: PackWriter
  /** Of the snapshot before, in the same language. */
  earlier: readonly SearchSegment[]
  /** Addresses nobody looks for, such as the page for those that are missing. */
  without: readonly string[]
}

/**
 * What visitors find by searching one language, in segments of neighbouring documents. Where one ends depends on addresses
 * alone; one whose documents were all taken over is taken over too, any other is made anew from their texts.
 */
export class SearchSegments {
  readonly #to: Destination
  readonly #segments: SearchSegment[] = []
  #items: Item[] = []

  constructor(to: Destination) {
    this.#to = to
  }

  add = (path: string, route: RouteDocument): Promise<void> => this.#take({ path, route })
  keep = (path: string, ref: DocumentRef): Promise<void> => this.#take({ path, ref })

  async finish(): Promise<SearchSegment[]> {
    await this.#close()
    return this.#segments
  }

  async #take(item: Item): Promise<void> {
    const isHidden = 'ref' in item ? item.ref.noindex : item.route.seo.noindex
    if (!isHidden && !this.#to.without.includes(item.path)) this.#items.push(item)
    if (endsGroup(item.path, DOCUMENTS_PER_SEGMENT)) await this.#close()
  }

  async #close(): Promise<void> {
    const items = this.#items
    if (items.length === 0) return
    this.#items = []
    const key = await sha256Hex(items.map(({ path }) => path).join('\n'))
    const same = items.every((item) => 'ref' in item)
      ? this.#to.earlier.find((segment) => segment.key === key)
      : undefined
    this.#segments.push(same ? await this.#keepSegment(same) : await this.#makeSegment(key, items))
  }

  async #makeSegment(key: string, items: Item[]): Promise<SearchSegment> {
    const { store, siteId, packs } = this.#to
    const read = packReader(store, siteId)
    const index = createSearchIndex()
    for (const item of items) {
      // safe: packs are written by the publisher only
      const route = 'ref' in item ? (JSON.parse(await read(item.ref)) as RouteDocument) : item.route
      const isFurther = route.kind === 'page' && (route.paging?.page ?? 1) > 1
      const said = isFurther ? undefined : saidOf(route)
      if (said) index.add(item.path, said)
    }
    const { pages, paths, words } = index.finish()
    const segment: SearchSegment = { key, pages, paths: nowhere, words: [] }
    await packs.write(`search/${key}`, paths, (place) => {
      segment.paths = place
    })
    for (const [at, { first, postings }] of words.entries()) {
      const part = { first, ...nowhere }
      segment.words.push(part)
      await packs.write(`search/${key}/${at}`, postings, (place) => {
        Object.assign(part, place)
      })
    }
    return segment
  }

  async #keepSegment({ key, pages, paths, words }: SearchSegment): Promise<SearchSegment> {
    const { packs } = this.#to
    const segment: SearchSegment = { key, pages, paths: nowhere, words: [] }
    await packs.keep(`search/${key}`, paths, (place) => {
      segment.paths = place
    })
    for (const [at, { first, ...from }] of words.entries()) {
      const part = { first, ...nowhere }
      segment.words.push(part)
      await packs.keep(`search/${key}/${at}`, from, (place) => {
        Object.assign(part, place)
      })
    }
    return segment
  }
}

/** Until the pack is closed in which it will lie. */
const nowhere: PackPlace = { pack: '', offset: 0, length: 0 }
