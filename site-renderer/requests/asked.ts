import type { PageView } from '../blocks/block.ts'
import type { RenderOptions } from '../render/render-route.tsx'
import type { Stylesheet } from '../render/stylesheet.ts'
import type { FileBucket } from './files.ts'
import type { Snapshot, Snapshots } from './snapshots.ts'

export interface Deps {
  snapshots: Snapshots
  /** Files people uploaded or imported. */
  files: FileBucket
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

/** What drawing a page needs to know of the request for it. */
export function options({ path, origin }: SiteRequest, { stylesheet }: Deps): RenderOptions {
  const page: PageView = { path, year: new Date().getUTCFullYear() }
  return { origin, page, stylesheet }
}
