import type { FilePublisher } from '../assets/published-files.ts'
import { sha256Hex } from '../core/ids.ts'
import type { ObjectStore } from '../core/ports.ts'
import {
  type DocumentRef,
  type Manifest,
  type Redirect,
  type RouteDocument,
  SNAPSHOT_FORMAT,
  type SnapshotLanguage,
  type SnapshotSite,
} from './snapshot.contract.ts'

/** A pack is written when it has grown to this: large enough for few objects, small enough for memory. */
const PACK_BYTES = 1024 * 1024

const ITEMS_PER_PART = 500

export interface WrittenSnapshot {
  manifest: string
  routeCount: number
  /** Ids of the files its pages show. */
  assetIds: string[]
}

/**
 * Writes a snapshot to R2 document by document, holding one pack in memory. Everything is addressed by its content, so
 * writing the same site twice writes the same objects, and one that was interrupted leaves nothing a visitor could see.
 */
export function createSnapshotWriter(store: ObjectStore, siteId: string, files: FilePublisher) {
  const routes: Manifest['routes'] = {}
  const lists: Record<string, DocumentRef> = {}
  let chunks: Uint8Array[] = []
  let packBytes = 0
  let pending: { name: string; into: Record<string, unknown>; ref: Omit<DocumentRef, 'pack'> }[] = []

  async function flush(): Promise<void> {
    if (pending.length === 0) return
    const bytes = join(chunks, packBytes)
    const pack = await sha256Hex(bytes)
    await store.put(`sites/${siteId}/packs/${pack}`, bytes, 'application/octet-stream')
    for (const { name, into, ref } of pending) into[name] = { pack, ...ref }
    chunks = []
    packBytes = 0
    pending = []
  }

  async function keep(into: Record<string, unknown>, name: string, value: unknown, facts: object = {}) {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    pending.push({ name, into, ref: { offset: packBytes, length: bytes.byteLength, ...facts } })
    chunks.push(bytes)
    packBytes += bytes.byteLength
    if (packBytes >= PACK_BYTES) await flush()
  }

  return {
    add(path: string, document: RouteDocument, changedAt?: Date): Promise<void> {
      return keep(routes, path, files.publish(document), {
        ...(document.seo.noindex ? { noindex: true as const } : {}),
        ...(changedAt ? { changedAt: changedAt.toISOString() } : {}),
      })
    },

    /** A list the website's API reads; an empty one is none. */
    async addList(name: string, items: readonly unknown[]): Promise<void> {
      for (let at = 0; at * ITEMS_PER_PART < items.length; at++)
        await keep(
          lists,
          `${name}/${at}`,
          files.publish(items.slice(at * ITEMS_PER_PART, (at + 1) * ITEMS_PER_PART)),
        )
    },

    /** A page or post at the same path wins: an old address only leads away from where nothing is. */
    async finish(
      site: SnapshotSite,
      { redirects, ...told }: ToldOfSite,
      spoken?: SpokenLanguages,
    ): Promise<WrittenSnapshot> {
      await flush()
      const shared = files.publish({ site, redirects })
      const manifest: Manifest = {
        ...{ format: SNAPSHOT_FORMAT, site: shared.site, ...told },
        ...(Object.keys(lists).length > 0 ? { lists } : {}),
        ...(spoken ? { languages: spoken.languages, translations: spoken.translations } : {}),
        routes: { ...shared.redirects, ...fallbackRoutes(spoken?.fallbacks ?? [], routes), ...routes },
        files: files.manifest,
      }
      const json = JSON.stringify(manifest)
      const hash = await sha256Hex(json)
      await store.put(`sites/${siteId}/manifests/${hash}.json`, json, 'application/json')
      return { manifest: hash, routeCount: Object.keys(manifest.routes).length, assetIds: files.ids }
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

function join(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
