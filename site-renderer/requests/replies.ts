/** Asks browsers to check each time, which costs them an empty answer; the front door keeps pages by version of the site. */
const CHECKED = 'public, max-age=0, must-revalidate'

export interface PageReply {
  status?: number
  etag?: string
}

export const html = (body: string, { status = 200, etag }: PageReply = {}): Response =>
  text(body, 'text/html', { status, ...(etag && { etag }) })

export const text = (body: string, type: string, { status = 200, etag }: PageReply = {}): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': status < 400 || status === 404 ? CHECKED : 'no-store',
      ...(etag && { etag }),
    },
  })

export const redirect = (location: string, status: 301 | 302 | 307 | 308): Response =>
  new Response(null, { status, headers: { location, 'cache-control': CHECKED } })

export const notModified = (etag: string): Response =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': CHECKED } })

/** The same answer without its body. */
export const headOnly = (response: Response): Response =>
  new Response(null, { status: response.status, headers: response.headers })
