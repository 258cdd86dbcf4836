import { and, eq, ne } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { assets } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { admitted, type Deps } from '../deps.ts'
import { assetsApi } from './assets.contract.ts'
import { copyKey, type PictureWidth, pictureWidthOf } from './file-address.contract.ts'

/** What the dashboard shows by itself; anything else is downloaded, so that nothing uploaded can run there. */
const SHOWN = /^(?:image\/|audio\/|video\/|application\/pdf$)/
/** The bytes under an address change only when the file is replaced; then the browser is told by the tag. */
const KEPT_BRIEFLY = 'private, max-age=60'

/** A file as those see it who may read the website's content: published or not. `?width=` asks for a smaller copy of a picture. */
export async function readAssetContent(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const ctx = admitted(deps, request, assetsApi.get.needs)
  const id = http.req.param('id') ?? ''
  if (!isId(id)) throw notFound('File', id)
  const [asset] = await ctx.db
    .select()
    .from(assets)
    .where(and(eq(assets.id, id), ne(assets.status, 'purged')))
  if (!asset?.objectKey || asset.status !== 'ready') throw notFound('File', id)
  const etag = `"${asset.contentHash}-${http.req.query('width') ?? ''}"`
  if (http.req.header('if-none-match') === etag) return answer(null, 304, { etag })

  const width = asset.isResizable ? pictureWidthOf(http.req.query('width') ?? '') : undefined
  const copy = width && (await findCopy(ctx, asset.objectKey, width))
  if (copy) return answer(copy, 200, { etag, 'content-type': 'image/webp', 'content-disposition': 'inline' })
  return wholeOrPart(ctx, http, asset, etag)
}

type AssetRow = typeof assets.$inferSelect

/** Made when it is first asked for, and kept beside the picture. */
async function findCopy(ctx: Context, objectKey: string, width: PictureWidth) {
  const key = copyKey(objectKey, width, 'webp')
  const known = await ctx.ports.files.get(key)
  if (known) return known.body
  const original = await ctx.ports.files.get(objectKey)
  if (!original) return undefined
  const bytes = new Uint8Array(await new Response(original.body).arrayBuffer())
  try {
    const copy = await ctx.ports.pictures.resize(bytes, { width, type: 'image/webp' })
    await ctx.ports.files.put(key, copy, 'image/webp')
    return copy
  } catch {
    // A picture that cannot be made smaller is shown as it is.
    return undefined
  }
}

async function wholeOrPart(
  ctx: Context,
  http: HonoContext,
  asset: AssetRow,
  etag: string,
): Promise<Response> {
  const sizeBytes = asset.sizeBytes ?? 0
  const range = readRange(http.req.header('range'), sizeBytes)
  const object = await ctx.ports.files.get(asset.objectKey ?? '', range)
  if (!object) throw notFound('File', asset.id)
  const type = asset.contentType ?? 'application/octet-stream'
  const isDownload = http.req.query('download') !== undefined || !SHOWN.test(type)
  const headers = {
    etag,
    'content-type': type,
    'accept-ranges': 'bytes',
    'content-disposition': `${isDownload ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(asset.fileName)}`,
  }
  if (!range) return answer(object.body, 200, headers)
  const last = range.offset + range.length - 1
  return answer(object.body, 206, {
    ...headers,
    'content-range': `bytes ${range.offset}-${last}/${sizeBytes}`,
  })
}

/** One range, as players and downloads ask for it; anything else gets the whole. */
export function readRange(header: string | undefined, sizeBytes: number) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const offset = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first)
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  return offset <= end ? { offset, length: end - offset + 1 } : undefined
}

const answer = (
  body: ReadableStream | Uint8Array<ArrayBuffer> | null,
  status: number,
  headers: Record<string, string>,
): Response =>
  new Response(body, {
    status,
    headers: {
      'cache-control': KEPT_BRIEFLY,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
