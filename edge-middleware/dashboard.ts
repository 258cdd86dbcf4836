import { isCookieRequest } from './access-tokens.ts'
import { problem } from './problem.ts'
import { passOn, type Visit } from './sites.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const JOBS_PATH = '/api/v1/jobs'
/** Artwork of the templates, shown where one is chosen. */
const ART_PATH = '/_dde/art/'

/** Files of websites, to whoever may read their content: published or not. */
const FILES_PATH = '/_dde/files/'

/** The platform's and the agencies' own addresses: the API, jobs arriving from the queue, and the dashboards. */
export async function serveDashboard(visit: Visit): Promise<Response> {
  const { url, env, request } = visit
  if (url.pathname === JOBS_PATH) return passOn(env.JOBS, visit)
  if (url.pathname.startsWith('/api/')) {
    if (isForged(visit)) return problem(403, 'forbidden', 'This request came from another site.')
    return passOn(env.API, visit)
  }
  if (url.pathname.startsWith(FILES_PATH)) return passOn(env.API, visit)
  if (url.pathname.startsWith(ART_PATH)) return passOn(env.SITES, visit)
  if (!safeMethods.has(request.method)) return problem(405, 'invalid_input', 'This address can only be read.')
  return passOn(env.APP, visit)
}

/**
 * A browser sends cookies along with what other sites make it send. A change that rests on cookies must come from our own
 * pages; browsers say so in Origin or Sec-Fetch-Site.
 */
function isForged({ request, context }: Visit): boolean {
  if (safeMethods.has(request.method)) return false
  const origin = request.headers.get('origin')
  if (origin !== null) return origin !== context.origin
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  return isCookieRequest(request)
}
