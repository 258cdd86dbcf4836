import type { Context } from '../core/context.ts'
import type { ObjectStore } from '../core/ports.ts'
import type { DocumentRef, Manifest, Route, RouteDocument } from './snapshot.contract.ts'

export const manifestKey = (siteId: string, hash: string) => `sites/${siteId}/manifests/${hash}.json`

/** What visitors get at the moment; undefined when nothing was published yet. */
export const readManifest = async (ctx: Context, siteId: string, hash: string | null) =>
  hash ? readManifestFrom(ctx.ports.snapshots, siteId, hash) : undefined

export async function readManifestFrom(
  store: ObjectStore,
  siteId: string,
  hash: string,
): Promise<Manifest | undefined> {
  const object = await store.get(manifestKey(siteId, hash))
  // safe: manifests are written by the publisher only, under the hash of their content
  return object && (JSON.parse(await object.text()) as Manifest)
}

/** The document at a path of a published snapshot; undefined where there is none, or only a way to another place. */
export async function readLiveDocument(
  ctx: Context,
  siteId: string,
  route: Route | undefined,
): Promise<RouteDocument | undefined> {
  if (!route || !isDocument(route)) return undefined
  const { pack, offset, length } = route
  const object = await ctx.ports.snapshots.get(`sites/${siteId}/packs/${pack}`, { offset, length })
  // safe: packs are written by the publisher only, and the manifest says where in one a document lies
  return object && (JSON.parse(await object.text()) as RouteDocument)
}

export const isDocument = (route: Route): route is DocumentRef => 'pack' in route

/** The route at a path; paths that only look like one, such as `__proto__`, lead nowhere. */
export const routeAt = (manifest: Manifest | undefined, path: string): Route | undefined =>
  manifest && Object.hasOwn(manifest.routes, path) ? manifest.routes[path] : undefined
