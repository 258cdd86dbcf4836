import type { PageView } from '../blocks/block.ts'
import type { RenderOptions } from '../render/render-route.tsx'
import type { Stylesheet } from '../render/stylesheet.ts'
import type { FileDeps } from './files.ts'
import { languagesAt } from './languages.ts'
import type { Snapshot, Snapshots } from './snapshots.ts'

export interface Deps extends FileDeps {
  snapshots: Snapshots
  contextSecret: string
  stylesheet: Stylesheet
  /** Changes with every change of the renderer, so that browsers ask for pages anew. */
  build: string
}

/** One request for one published site. */
export interface SiteRequest {
  request: Request
  snapshot: Snapshot
  /** Normalised path that was asked for. */
  path: string
  origin: string
}

/** Changes with the version of the site, where it is known and the renderer, and tells addresses apart. */
export const etagOf = ({ snapshot, path, origin }: SiteRequest, { build }: Deps): string =>
  `W/"${snapshot.hash.slice(0, 16)}-${build}-${shortHash(origin + path)}"`

/** FNV-1a; tells paths apart in an ETag and nothing more. */
function shortHash(path: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < path.length; at += 1) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** What drawing a page needs to know of the request for it. */
export function options({ snapshot, path, origin }: SiteRequest, { stylesheet }: Deps): RenderOptions {
  const languages = languagesAt(snapshot, path)
  const page: PageView = { path, year: new Date().getUTCFullYear(), ...(languages ? { languages } : {}) }
  return { origin, page, stylesheet }
}
