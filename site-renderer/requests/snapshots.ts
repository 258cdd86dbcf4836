import {
  type DocumentRef,
  type Manifest,
  type Route,
  type RouteDocument,
  SNAPSHOT_FORMAT,
  type SnapshotSettings,
} from '#workers/sites/snapshot.contract.ts'
import { type PreparedRoute, prepareRoute } from '../render/prepared-route.ts'
import { type PreparedSite, prepareSite } from '../render/prepared-site.ts'
import { ByteCache } from './byte-cache.ts'
import { type Languages, readLanguages } from './languages.ts'

/** What is asked of R2. */
export interface SnapshotBucket {
  get(
    key: string,
    options?: { range: { offset: number; length: number } },
  ): Promise<{ text(): Promise<string> } | null>
}

/** A published site, ready to draw. */
export interface Snapshot {
  /** Hash of its manifest. */
  hash: string
  siteId: string
  prepared: PreparedSite
  routes: Record<string, Route>
  rules: NonNullable<Manifest['rules']>
  settings: SnapshotSettings
  /** Lists the website's API reads, in parts. */
  lists: Record<string, DocumentRef>
  /** Of a site that speaks more than one. */
  languages: Languages | undefined
  files: NonNullable<Manifest['files']>
  /** What visitors find by searching, by the prefix of each language. */
  search: NonNullable<Manifest['search']>
}

const MEBIBYTE = 1024 * 1024
// Measured as JSON; prepared they take about three times that, and a Worker has 128 MB.
const MANIFEST_BYTES = 12 * MEBIBYTE
const DOCUMENT_BYTES = 12 * MEBIBYTE
const LIST_BYTES = 8 * MEBIBYTE
const PART_BYTES = 4 * MEBIBYTE

/** Reads published sites from R2 and remembers those read last. What it reads never changes, so nothing in it goes stale. */
export class Snapshots {
  readonly #bucket: SnapshotBucket
  readonly #snapshots = new ByteCache<Snapshot>(MANIFEST_BYTES)
  readonly #lists = new ByteCache<unknown[]>(LIST_BYTES)
  readonly #parts = new ByteCache<object>(PART_BYTES)
  readonly #documents = new ByteCache<PreparedRoute>(DOCUMENT_BYTES)

  constructor(bucket: SnapshotBucket) {
    this.#bucket = bucket
  }

  async find(siteId: string, hash: string): Promise<Snapshot | undefined> {
    const key = `sites/${siteId}/manifests/${hash}.json`
    const known = this.#snapshots.get(key)
    if (known) return known

    const json = await this.#read(key)
    if (json === undefined) return undefined
    // safe: manifests are written by the publisher only, under the hash of their content
    const manifest = JSON.parse(json) as Manifest
    if (manifest.format !== SNAPSHOT_FORMAT) return undefined

    const { routes, files = {} } = manifest
    const snapshot = {
      ...{ hash, siteId, routes, files, lists: manifest.lists ?? {} },
      ...{ rules: manifest.rules ?? [], settings: manifest.settings ?? {}, search: manifest.search ?? {} },
      prepared: prepareSite(manifest),
      languages: readLanguages(manifest),
    }
    this.#snapshots.set(key, snapshot, json.length)
    return snapshot
  }

  async findDocument(snapshot: Snapshot, ref: DocumentRef): Promise<PreparedRoute | undefined> {
    const pack = `sites/${snapshot.siteId}/packs/${ref.pack}`
    const key = `${pack}:${ref.offset}`
    const known = this.#documents.get(key)
    if (known) return known

    const json = await this.#read(pack, { offset: ref.offset, length: ref.length })
    if (json === undefined) return undefined
    // safe: packs are written by the publisher only, and the manifest says where in one a document lies
    const prepared = prepareRoute(JSON.parse(json) as RouteDocument)
    this.#documents.set(key, prepared, json.length)
    return prepared
  }

  /** A list of the website's API, whole; one that is not there is empty. */
  async readList<Item>(snapshot: Snapshot, name: string): Promise<Item[]> {
    const key = `${snapshot.siteId}/${snapshot.hash}/${name}`
    const known = this.#lists.get(key)
    // safe: a name stands for one kind of items
    if (known) return known as Item[]
    const items: Item[] = []
    let bytes = 0
    for (let at = 0; ; at++) {
      const part = `${name}/${at}`
      const ref = Object.hasOwn(snapshot.lists, part) ? snapshot.lists[part] : undefined
      if (!ref) break
      const { pack, offset, length } = ref
      const json = await this.#read(`sites/${snapshot.siteId}/packs/${pack}`, { offset, length })
      // safe: packs are written by the publisher only
      items.push(...(JSON.parse(json ?? '[]') as Item[]))
      bytes += length
    }
    this.#lists.set(key, items, bytes)
    return items
  }

  /** A part of a search index, as it was written. */
  async readPart<Part>(
    snapshot: Snapshot,
    { pack, offset, length }: Pick<DocumentRef, 'pack' | 'offset' | 'length'>,
  ): Promise<Part | undefined> {
    const key = `sites/${snapshot.siteId}/packs/${pack}`
    // safe: a place in a pack holds one kind of part
    const known = this.#parts.get(`${key}:${offset}`) as Part | undefined
    if (known) return known
    const json = await this.#read(key, { offset, length })
    if (json === undefined) return undefined
    // safe: packs are written by the publisher only
    const part = JSON.parse(json) as Part & object
    this.#parts.set(`${key}:${offset}`, part, length)
    return part
  }

  async #read(key: string, range?: { offset: number; length: number }): Promise<string | undefined> {
    const object = await this.#bucket.get(key, range && { range })
    return object?.text()
  }
}

/** The route a path leads to, if any; paths that only look like one, such as `__proto__`, lead nowhere. */
export const findRoute = ({ routes }: Snapshot, path: string): Route | undefined =>
  Object.hasOwn(routes, path) ? routes[path] : undefined
