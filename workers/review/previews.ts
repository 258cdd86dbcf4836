import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { pages, previewLinks, sites } from '#db/schema/index.ts'
import { CONTEXT_HEADER, type RequestContext, signContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { hashOfToken, tenantOfToken } from '../core/signed-links.ts'
import { createContext, type Deps } from '../deps.ts'
import { compileSite } from '../sites/compile-site.ts'
import type { SiteContent } from '../sites/site-reader.ts'
import { statusOf } from './preview-links.ts'
import { endedPage, passwordPage, previewAnswer, UNLOCK_PATH } from './preview-pages.ts'
import { isUnlocked, unlock } from './preview-password.ts'

/** Below this the front door hands on whatever is asked of a preview's host. */
export const PREVIEW_PATH = '/_dde/preview'
const THANKS_PATH = '/_dde/thanks'
/** How exactly it is noted when a link was opened last. */
const OPENED_MS = 60_000

interface Preview {
  link: typeof previewLinks.$inferSelect
  site: typeof sites.$inferSelect
}

/** Shows a website as it would be, drawn by the renderer from a snapshot that no visitor is led to. */
export async function servePreview(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  if (request.target.kind !== 'preview') throw notFound('Preview link', '')
  const { token } = request.target
  const tenantId = tenantOfToken(token)
  const scope = { tenantId: tenantId ?? '' }
  const principal = { kind: 'visitor', name: 'Visitor', permissions: [] } as const
  const ctx = createContext(deps, { scope, principal, requestId: request.requestId })
  const preview = tenantId ? await findPreview(ctx, await hashOfToken(token)) : undefined
  if (!preview) return endedPage('missing')
  const status = statusOf(ctx, preview.link)
  if (status !== 'active') return endedPage(status)

  const path = new URL(http.req.url).pathname.slice(PREVIEW_PATH.length) || '/'
  if (path === UNLOCK_PATH) return unlock(deps, ctx, http, { link: preview.link, ip: request.ip })
  if (!(await isUnlocked(deps, http, preview.link))) return passwordPage(path)
  return answer(deps, ctx, http, { preview, request, path })
}

async function findPreview(ctx: Context, tokenHash: string): Promise<Preview | undefined> {
  const [row] = await ctx.db
    .select({ link: previewLinks, site: sites })
    .from(previewLinks)
    .innerJoin(sites, and(eq(sites.id, previewLinks.siteId), isNull(sites.deletedAt)))
    .where(eq(previewLinks.tokenHash, tokenHash))
  return row
}

interface Asked {
  preview: Preview
  request: RequestContext
  path: string
}

async function answer(
  deps: Deps,
  ctx: Context,
  http: HonoContext,
  { preview, request, path }: Asked,
): Promise<Response> {
  if (path === '/robots.txt') return previewAnswer('User-agent: *\nDisallow: /\n', 'text/plain')
  // A form can be tried; what is written into it goes nowhere.
  if (path.startsWith('/_dde/forms/')) return previewAnswer(null, 'text/plain', { to: THANKS_PATH })
  if (http.req.method !== 'GET' && http.req.method !== 'HEAD')
    throw new DomainError('invalid_input', 'A preview can only be read.')

  const snapshot = await snapshotOf(ctx, preview)
  const { id: siteId, tenantId, clientId, name } = preview.site
  const context: RequestContext = {
    ...{ requestId: request.requestId, origin: request.origin, ip: request.ip },
    target: { kind: 'site', tenantId, clientId, siteId, name, status: 'live', snapshot },
  }
  const drawn = await deps.env.SITES.fetch(request.origin + path, {
    method: http.req.method,
    redirect: 'manual',
    headers: { [CONTEXT_HEADER]: await signContext(context, deps.env.CONTEXT_SECRET) },
  })
  return previewAnswer(drawn.body, drawn.headers.get('content-type') ?? 'text/html', {
    status: drawn.status,
    to: drawn.headers.get('location'),
  })
}

/** The snapshot of the drafts as they are now, made anew when something has changed since the last time. */
async function snapshotOf(ctx: Context, { link, site }: Preview): Promise<string> {
  const isFresh = link.manifest !== null && link.contentAt?.getTime() === site.contentChangedAt.getTime()
  const compiled =
    isFresh && link.manifest
      ? { manifest: link.manifest, sweep: site }
      : await compileSite(ctx, site.id, (content) => withDrafts(ctx, content, link.pageId))
  const isNoted = link.openedAt !== null && ctx.now.getTime() - link.openedAt.getTime() < OPENED_MS
  const { manifest, sweep } = compiled
  if (isFresh && isNoted) return manifest
  // What a sweep began to clear away meanwhile is compiled again the next time.
  const isUnswept = sql`exists (select from sites where id = ${site.id} and sweeps = ${sweep.sweeps})`
  await ctx.db
    .update(previewLinks)
    .set({ manifest, contentAt: site.contentChangedAt, openedAt: ctx.now })
    .where(and(eq(previewLinks.id, link.id), isUnswept))
  return manifest
}

/** A website with one of its drafts, or with all of them. */
async function withDrafts(ctx: Context, content: SiteContent, pageId: string | null): Promise<SiteContent> {
  const shown = await ctx.db
    .select()
    .from(pages)
    .where(
      and(
        eq(pages.siteId, content.site.id),
        eq(pages.kind, 'page'),
        isNull(pages.deletedAt),
        pageId ? or(eq(pages.status, 'published'), eq(pages.id, pageId)) : undefined,
      ),
    )
    .orderBy(pages.position, pages.path)
  return {
    ...content,
    pages: shown.flatMap(({ path, ...page }) => (path === null ? [] : [{ ...page, path, mark: null }])),
  }
}
