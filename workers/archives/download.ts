import { eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { archives, sites } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { slugOf } from '../content/slug.contract.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { readSigned, sign } from '../core/signed.ts'
import { createContext, type Deps } from '../deps.ts'
import { readyArchive } from './archives.ts'

const LINK_MS = 3_600_000
const PURPOSE = 'export download'

interface Link {
  tenantId: string
  archiveId: string
}

/** A link that carries its own proof: whoever has it gets the file, for an hour. */
export async function createLink(
  { env }: Deps,
  ctx: Context,
  id: string,
): Promise<{ url: string; expiresAt: string }> {
  const [row] = await ctx.db.select().from(archives).where(eq(archives.id, id))
  if (!row) throw notFound('Export', id)
  readyArchive(row)
  const expiresAt = new Date(Math.min(ctx.now.getTime() + LINK_MS, row.expiresAt.getTime()))
  const link: Link = { tenantId: row.tenantId, archiveId: id }
  const token = await sign(link, { secret: env.AUTH_SECRET, purpose: PURPOSE, expiresAt })
  return {
    url: `${env.PLATFORM_ORIGIN}/api/exports/${id}/file?token=${token}`,
    expiresAt: expiresAt.toISOString(),
  }
}

/** The file, streamed piece by piece. */
export async function downloadExport(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const id = http.req.param('id') ?? ''
  if (!isId(id)) throw notFound('Export', id)
  const { AUTH_SECRET: secret } = deps.env
  const link = await readSigned<Link>(http.req.query('token') ?? '', { secret, purpose: PURPOSE })
  if (link?.archiveId !== id)
    throw new DomainError('unauthenticated', 'This link has expired. Make a new one in the dashboard.')
  const ctx = createContext(deps, {
    scope: { tenantId: link.tenantId },
    principal: { kind: 'visitor', name: 'Download link', permissions: [] },
    requestId: request.requestId,
  })
  const [row] = await ctx.db
    .select({ archive: archives, name: sites.name })
    .from(archives)
    .innerJoin(sites, eq(sites.id, archives.siteId))
    .where(eq(archives.id, id))
  if (!row) throw notFound('Export', id)
  const { chunks, createdAt, form, sizeBytes } = row.archive
  const name = [
    slugOf(row.name) || 'website',
    form === 'static' && 'static',
    createdAt.toISOString().slice(0, 10),
  ]
  return new Response(
    streamed(
      ctx,
      chunks.map(({ key }) => key),
    ),
    {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Length': String(sizeBytes),
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.filter(Boolean).join('-'))}.zip`,
        'Cache-Control': 'private, no-store',
      },
    },
  )
}

function streamed(ctx: Context, keys: string[]): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const pump = async () => {
    for (const key of keys) {
      const piece = await ctx.ports.files.get(key)
      if (!piece) throw new Error(`${key} is gone.`)
      await piece.body.pipeTo(writable, { preventClose: true })
    }
    await writable.close()
  }
  pump().catch((error) => writable.abort(error))
  return readable
}
