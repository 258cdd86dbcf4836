/** A finished page, ready to be answered. */
export interface CachedPage {
  status: number
  headers: [string, string][]
  body: ArrayBuffer
}

/** What one isolate keeps; workerd gives it 128 MB in all. */
const MAX_BYTES = 24 * 1024 * 1024
const MAX_PAGE_BYTES = 512 * 1024
const SHARED_SECONDS = 7 * 24 * 60 * 60

const pages = new Map<string, CachedPage>()
let bytes = 0

/**
 * Pages by `site, version, path`: a new version is a new key, so nothing is ever purged. Memory of this isolate first,
 * then the cache its whole location shares.
 */
export async function findPage(key: string): Promise<CachedPage | undefined> {
  const known = pages.get(key)
  if (known) {
    // Re-inserting makes it the youngest; the oldest goes first when room is needed.
    pages.delete(key)
    pages.set(key, known)
    return known
  }
  const shared = await caches.default.match(sharedRequest(key))
  if (!shared) return undefined
  const page = await toPage(shared)
  keepInMemory(key, page)
  return page
}

/** Keeps a page here and, in the background, for the location. Misses are kept here only: their keys are anyone's to make up. */
export async function keepPage(key: string, response: Response, ctx: ExecutionContext): Promise<CachedPage> {
  const page = await toPage(response)
  keepInMemory(key, page)
  if (page.status === 200) {
    const copy = new Response(page.body, {
      headers: [...page.headers, ['Cache-Control', `public, max-age=${SHARED_SECONDS}`]],
    })
    ctx.waitUntil(caches.default.put(sharedRequest(key), copy))
  }
  return page
}

const sharedRequest = (key: string) => new Request(`https://pages.dde.internal/${encodeURIComponent(key)}`)

async function toPage(response: Response): Promise<CachedPage> {
  const headers = [...response.headers].filter(
    ([name]) => name !== 'cache-control' && name !== 'cf-cache-status',
  )
  return { status: response.status, headers, body: await response.arrayBuffer() }
}

function keepInMemory(key: string, page: CachedPage): void {
  const size = page.body.byteLength + key.length
  if (size > MAX_PAGE_BYTES) return
  pages.set(key, page)
  bytes += size
  for (const [oldest, { body }] of pages) {
    if (bytes <= MAX_BYTES) break
    pages.delete(oldest)
    bytes -= body.byteLength + oldest.length
  }
}
