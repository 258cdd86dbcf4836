import type { FilePublisher } from '../assets/published-files.ts'
import { sha256Hex } from '../core/ids.ts'
import type { ObjectStore } from '../core/ports.ts'
import type { EarlierSnapshot } from './compilation.ts'
import { manifestKey } from './live-snapshot.ts'
import { PackWriter } from './pack-writer.ts'
import { SearchSegments } from './search-segments.ts'
import {
  type DocumentRef,
  type Manifest,
  type Redirect,
  type RouteDocument,
  SNAPSHOT_FORMAT,
  type SnapshotLanguage,
  type SnapshotSite,
} from './snapshot.contract.ts'

const ITEMS_PER_PART = 500

export interface WrittenSnapshot {
  manifest: string
  routeCount: number
  /** Ids of the files its pages show. */
  assetIds: string[]
}

interface Destination {
  store: ObjectStore
  siteId: string
  files: FilePublisher
  earlier: EarlierSnapshot | undefined
}

/**
 * Writes a snapshot to R2 document by document. Everything is addressed by its content, so writing the same site twice
 * writes the same objects, and one that was interrupted leaves nothing a visitor could see.
 */
export function createSnapshotWriter({ store, siteId, files, earlier }: Destination) {
  const routes: Manifest['routes'] = {}
  const lists: Record<string, DocumentRef> = {}
  const search: NonNullable<Manifest['search']> = {}
  const packs = new PackWriter(store, siteId, earlier?.compilation.packs ?? {})

  return {
    add(path: string, document: RouteDocument, changedAt?: Date): Promise<void> {
      const facts = {
        ...(document.seo.noindex ? { noindex: true as const } : {}),
        ...(changedAt ? { changedAt: changedAt.toISOString() } : {}),
      }
      return packs.write(path, files.publish(document), (place) => {
        routes[path] = { ...place, ...facts }
      })
    },

    /** A document as the earlier snapshot has it. */
    keep(path: string, { pack, offset, length, ...facts }: DocumentRef): Promise<void> {
      return packs.keep(path, { pack, offset, length }, (place) => {
        routes[path] = { ...place, ...facts }
      })
    },

    /** A list the website's API reads; an empty one is none. */
    async addList(name: string, items: readonly unknown[]): Promise<void> {
      for (let at = 0; at * ITEMS_PER_PART < items.length; at++) {
        const part = items.slice(at * ITEMS_PER_PART, (at + 1) * ITEMS_PER_PART)
        await packs.write(`${name}/${at}`, files.publish(part), (place) => {
          lists[`${name}/${at}`] = place
        })
      }
    },

    /** What can be found in a language is gathered with it, and belongs to the snapshot once it is put in. */
    searchIn(prefix: string, without: readonly string[]): SearchSegments {
      const before = earlier?.manifest.search?.[prefix] ?? []
      return new SearchSegments({ store, siteId, packs, earlier: before, without })
    },

    async addSearch(prefix: string, segments: SearchSegments): Promise<void> {
      const finished = await segments.finish()
      if (finished.some(({ pages }) => pages > 0)) search[prefix] = finished
    },

    /** A page or post at the same path wins: an old address only leads away from where nothing is. */
    async finish(
      site: SnapshotSite,
      { redirects, ...told }: ToldOfSite,
      spoken?: SpokenLanguages,
    ): Promise<WrittenSnapshot & { packs: Record<string, number> }> {
      await packs.finish()
      const shared = files.publish({ site, redirects })
      const manifest: Manifest = {
        ...{ format: SNAPSHOT_FORMAT, site: shared.site, ...told },
        ...(Object.keys(lists).length > 0 ? { lists } : {}),
        ...(Object.keys(search).length > 0 ? { search } : {}),
        ...(spoken ? { languages: spoken.languages, translations: spoken.translations } : {}),
        routes: { ...shared.redirects, ...fallbackRoutes(spoken?.fallbacks ?? [], routes), ...routes },
        files: files.manifest,
      }
      const json = JSON.stringify(manifest)
      const hash = await sha256Hex(json)
      await store.put(manifestKey(siteId, hash), json, 'application/json')
      const routeCount = Object.keys(manifest.routes).length
      return { manifest: hash, routeCount, assetIds: files.ids, packs: packs.sizes }
    },
  }
}

/** What a snapshot says of the site as a whole. */
export type ToldOfSite = Pick<Manifest, 'settings' | 'rules'> & { redirects: Record<string, Redirect> }

export type SnapshotWriter = ReturnType<typeof createSnapshotWriter>

/** What a snapshot of a site with several languages says of them. */
export interface SpokenLanguages {
  languages: SnapshotLanguage[]
  translations: Record<string, string>[]
  /** Addresses that show what stands at another one. */
  fallbacks: [path: string, original: string][]
}

function fallbackRoutes(fallbacks: SpokenLanguages['fallbacks'], routes: Manifest['routes']) {
  const entries = fallbacks.flatMap(([path, original]) => {
    const route = routes[original]
    return route && !('redirect' in route) ? [[path, { ...route, original }]] : []
  })
  return Object.fromEntries(entries)
}
