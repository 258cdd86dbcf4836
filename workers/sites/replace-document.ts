import { sha256Hex } from '../core/ids.ts'
import type { ObjectStore } from '../core/ports.ts'
import { type CompilationRecord, recordKey } from './compilation.ts'
import { manifestKey, readManifestFrom } from './live-snapshot.ts'
import type { RouteDocument } from './snapshot.contract.ts'

interface Replacement {
  siteId: string
  /** Hash of the manifest it begins with. */
  manifest: string
  path: string
  change: (document: RouteDocument) => RouteDocument
}

/**
 * A snapshot like another one but for one document, which lies in a pack of its own. Returns the hash of its manifest,
 * undefined where nothing is different or there is no such document.
 */
export async function replaceDocument(
  store: ObjectStore,
  { siteId, manifest: hash, path, change }: Replacement,
): Promise<string | undefined> {
  const manifest = await readManifestFrom(store, siteId, hash)
  if (!manifest) return undefined
  const ref = manifest.routes[path]
  if (!ref || 'redirect' in ref) return undefined

  const { pack, offset, length, ...rest } = ref
  const object = await store.get(`sites/${siteId}/packs/${pack}`, { offset, length })
  const before = await object?.text()
  if (before === undefined) return undefined
  // safe: packs are written by the publisher only, and the manifest says where in one a document lies
  const after = JSON.stringify(change(JSON.parse(before) as RouteDocument))
  if (after === before) return undefined

  const bytes = new TextEncoder().encode(after)
  const newPack = await sha256Hex(after)
  await store.put(`sites/${siteId}/packs/${newPack}`, bytes, 'application/octet-stream')
  const routes = {
    ...manifest.routes,
    [path]: { pack: newPack, offset: 0, length: bytes.byteLength, ...rest },
  }
  const json = JSON.stringify({ ...manifest, routes })
  const newHash = await sha256Hex(json)
  await store.put(manifestKey(siteId, newHash), json, 'application/json')
  await keepRecord(store, siteId, { from: hash, to: newHash, pack: [newPack, bytes.byteLength] })
  return newHash
}

/** What the rest was compiled from still holds; the changed document's own row tells the next publish that it does not. */
async function keepRecord(store: ObjectStore, siteId: string, { from, to, pack: [name, size] }: Moved) {
  const stored = await store.get(recordKey(siteId, from))
  if (!stored) return
  // safe: records are written by the publisher only
  const record = JSON.parse(await stored.text()) as CompilationRecord
  const packs = { ...record.packs, [name]: size }
  await store.put(recordKey(siteId, to), JSON.stringify({ ...record, packs }), 'application/json')
}

interface Moved {
  from: string
  to: string
  pack: [name: string, sizeBytes: number]
}
