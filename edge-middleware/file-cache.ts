/** Beyond this a file is handed on from the store each time, so that a few do not push out all others. */
const MAX_BYTES = 64 * 1024 * 1024
const KEPT_SECONDS = 7 * 24 * 60 * 60
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * Files by site and address, which holds the hash of their bytes: what is kept is never out of date. The cache answers requests
 * for a part, and whether a browser has it already, by itself.
 */
export async function findFile(siteId: string, request: Request): Promise<Response | undefined> {
  const headers = new Headers()
  for (const name of ['range', 'if-none-match', 'if-modified-since']) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const known = await caches.default.match(new Request(keyOf(siteId, request), { headers }))
  if (!known) return undefined
  const answer = new Response(request.method === 'HEAD' ? null : known.body, known)
  answer.headers.set('Cache-Control', FOREVER)
  answer.headers.set('X-Cache', 'hit')
  return answer
}

/** Keeps a whole file, in the background, and hands it on. */
export function keepFile(
  siteId: string,
  request: Request,
  answer: Response,
  ctx: ExecutionContext,
): Response {
  const response = new Response(answer.body, answer)
  const size = Number(answer.headers.get('content-length') ?? Number.NaN)
  if (request.method === 'GET' && answer.status === 200 && size <= MAX_BYTES) {
    const copy = response.clone()
    const kept = new Response(copy.body, copy)
    // The key says what is in the copy, so it may not differ by anything else.
    kept.headers.delete('vary')
    kept.headers.set('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
    ctx.waitUntil(caches.default.put(keyOf(siteId, request), kept))
  }
  response.headers.set('X-Cache', 'miss')
  return response
}

/** Which formats a browser takes is all that an answer differs by. */
function keyOf(siteId: string, request: Request): string {
  const accept = request.headers.get('accept') ?? ''
  const takes = ['avif', 'webp'].filter((format) => accept.includes(`image/${format}`)).join('+')
  return `https://files.dde.internal/${siteId}${new URL(request.url).pathname}?${takes}`
}
