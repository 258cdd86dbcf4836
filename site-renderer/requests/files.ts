import { headOnly, text } from './replies.ts'

/** What is asked of R2. */
export interface FileBucket {
  get(key: string, options: { range: Headers }): Promise<StoredFile | null>
}
export interface StoredFile {
  body: ReadableStream
  size: number
  range?: { offset?: number; length?: number } | { suffix: number }
  httpMetadata?: { contentType?: string }
  httpEtag: string
}

const FILE_PATH = /^\/_dde\/files\/([0-9a-f-]{36})(?:\/|$)/
/** An id stands for the same bytes for ever. */
const FOREVER = 'public, max-age=31536000, immutable'
/** What a browser may show by itself; anything else is downloaded, so that nothing uploaded can run here. */
const SHOWN = /^(?:image\/(?:jpeg|png|gif|webp|avif)|audio\/|video\/|application\/pdf$)/

export const isFilePath = (pathname: string): boolean => FILE_PATH.test(pathname)

/** A file of the site, whole or in part. Its key holds the site's id, so no site can show another's. */
export async function answerFile(request: Request, siteId: string, bucket: FileBucket): Promise<Response> {
  const [, id = ''] = FILE_PATH.exec(new URL(request.url).pathname) ?? []
  const file = await bucket.get(`files/${siteId}/${id}`, { range: request.headers })
  if (!file) return text('Not found', 'text/plain', { status: 404 })
  const type = file.httpMetadata?.contentType ?? 'application/octet-stream'
  const headers = new Headers({
    'content-type': type,
    'cache-control': FOREVER,
    'accept-ranges': 'bytes',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': SHOWN.test(type) ? 'inline' : 'attachment',
    etag: file.httpEtag,
  })
  const part = request.headers.has('range') ? partOf(file) : undefined
  if (part) headers.set('content-range', `bytes ${part.offset}-${part.offset + part.length - 1}/${file.size}`)
  const response = new Response(file.body, { status: part ? 206 : 200, headers })
  return request.method === 'HEAD' ? headOnly(response) : response
}

function partOf({ range, size }: StoredFile): { offset: number; length: number } | undefined {
  if (!range) return undefined
  if ('suffix' in range) return { offset: size - range.suffix, length: range.suffix }
  const offset = range.offset ?? 0
  return { offset, length: range.length ?? size - offset }
}
