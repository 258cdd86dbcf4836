import type { FilePublisher } from '../assets/published-files.ts'
import { sha256Hex } from '../core/ids.ts'
import type { ObjectStore } from '../core/ports.ts'
import { isDocument, readManifestFrom, routeAt } from './live-snapshot.ts'
import type { BlockData, DocumentRef, Manifest } from './snapshot.contract.ts'

/** Names the sources the Worker was built from; where it is not known, nothing is taken over from earlier snapshots. */
declare const DDE_BUILD: string | undefined
const buildOf = () => (typeof DDE_BUILD === 'undefined' ? undefined : DDE_BUILD)

/** What of a site a document may draw on: `all` holds for each, the rest for some. */
export type SharedSource = BlockData['kind'] | 'all' | 'sections'

/** What became of a page or post. */
interface Source {
  /** Names what it said. */
  mark: string
  language: string
  uses: SharedSource[]
  /** Files it names. */
  files: string[]
  /** Where it came to stand, in order. */
  paths: string[]
}

/**
 * What a snapshot was compiled from. It lies beside the manifest, which must not hold it: copies of a site have the same
 * manifest, and not the same rows.
 */
export interface CompilationRecord {
  build: string
  sources: Record<string, Source>
  /** Digests by language and kind. */
  shared: Record<string, string>
  files: Record<string, string>
  packs: Record<string, number>
}

/** A snapshot whose documents may be taken over. */
export interface EarlierSnapshot {
  manifest: Manifest
  compilation: CompilationRecord
}

export const recordKey = (siteId: string, manifest: string) => `sites/${siteId}/compilations/${manifest}.json`

/** A snapshot with what it was compiled from; undefined where that is not known, or was done by other code. */
export async function readEarlier(
  store: ObjectStore,
  siteId: string,
  hash: string | undefined,
): Promise<EarlierSnapshot | undefined> {
  if (hash === undefined || buildOf() === undefined) return undefined
  const [record, manifest] = await Promise.all([
    store.get(recordKey(siteId, hash)).then((object) => object?.text()),
    readManifestFrom(store, siteId, hash),
  ])
  if (!record || !manifest) return undefined
  // safe: records are written by the publisher only
  const compilation = JSON.parse(record) as CompilationRecord
  return compilation.build === buildOf() ? { manifest, compilation } : undefined
}

/** Decides what is taken over from an earlier snapshot, and notes what the next one needs to know to do the same. */
export class Compilation {
  readonly #earlier: EarlierSnapshot | undefined
  readonly #files: FilePublisher
  readonly #sources: Record<string, Source> = {}
  readonly #shared: Record<string, string> = {}

  constructor(earlier: EarlierSnapshot | undefined, files: FilePublisher) {
    this.#earlier = earlier
    this.#files = files
  }

  /** What the documents of a language draw on. */
  async share(language: string, sources: Partial<Record<SharedSource, unknown>>): Promise<void> {
    for (const [name, source] of Object.entries(sources))
      this.#shared[`${language} ${name}`] = await sha256Hex(JSON.stringify(source))
  }

  /** Whether a page or post would come out as it did. */
  isAsBefore(id: string, mark: string): boolean {
    const [earlier, source] = [this.#earlier, this.#earlier?.compilation.sources[id]]
    if (!earlier || source?.mark !== mark) return false
    const { shared, files } = earlier.compilation
    const isShared = (name: string) => shared[name] === this.#shared[name]
    return (
      source.uses.every((use) => isShared(`${source.language} ${use}`)) &&
      source.files.every((file) => files[file] === this.#files.factsOf(file)) &&
      source.paths.every((path) => refAt(earlier.manifest, path) !== undefined)
    )
  }

  /** The documents of a page or post that is as it was, by their paths. */
  takeOver(id: string): [path: string, ref: DocumentRef][] {
    const source = this.#earlier?.compilation.sources[id]
    if (!this.#earlier || !source) return []
    const { manifest } = this.#earlier
    this.#sources[id] = source
    this.#files.useAgain(source.files)
    return source.paths.flatMap((path): [string, DocumentRef][] => {
      const ref = refAt(manifest, path)
      return ref ? [[path, ref]] : []
    })
  }

  /** Notes what was compiled just now; the files are those it named. */
  note(id: string, source: Omit<Source, 'files'>): void {
    this.#sources[id] = { ...source, files: this.#files.takeAsked() }
  }

  /** For what is compiled each time. */
  forgetAsked(): void {
    this.#files.takeAsked()
  }

  async store(store: ObjectStore, siteId: string, { manifest, packs }: Written): Promise<void> {
    const build = buildOf()
    if (build === undefined) return
    const named = new Set(Object.values(this.#sources).flatMap(({ files }) => files))
    const record: CompilationRecord = {
      ...{ build, sources: this.#sources, shared: this.#shared, packs },
      files: Object.fromEntries([...named].map((id) => [id, this.#files.factsOf(id)])),
    }
    await store.put(recordKey(siteId, manifest), JSON.stringify(record), 'application/json')
  }
}

interface Written {
  manifest: string
  packs: Record<string, number>
}

function refAt(manifest: Manifest, path: string): DocumentRef | undefined {
  const route = routeAt(manifest, path)
  return route && isDocument(route) ? route : undefined
}
