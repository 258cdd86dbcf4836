import type { PreviewHost } from './context.contract.ts'
import { passOn, type Visit } from './sites.ts'

const PREVIEW_PATH = '/_dde/preview'
/** Files of the renderer's own build, the same for everyone. */
const BUILT = /^\/_dde\/(?:art|build)\//

/** What a host is the preview of: the link's token is the first part of its name. */
export function previewAt(host: string): PreviewHost | undefined {
  const token = /^([a-z2-7]{52})\.preview\./.exec(host)?.[1]
  return token ? { kind: 'preview', token } : undefined
}

/** The API knows whether a link still works, and what it shows. Nothing of it is kept here. */
export function servePreview(visit: Visit): Promise<Response> {
  const { url, request, env } = visit
  if (BUILT.test(url.pathname)) return passOn(env.SITES, visit)
  const inside = new Request(url.origin + PREVIEW_PATH + url.pathname + url.search, request)
  return passOn(env.API, { ...visit, request: inside })
}
