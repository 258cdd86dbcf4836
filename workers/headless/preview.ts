import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { authors, menus, pages, posts, sites } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { readPublished, selectCollectionsOfSite } from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { createContext, type Deps } from '../deps.ts'
import { cardOf } from '../sites/compile-posts.ts'
import { answerHeadless, HEADLESS_PATH, type HeadlessSource } from './headless.contract.ts'
import { usePreviewToken } from './preview-tokens.ts'

/** The website's own API for who holds a preview token: from the database, drafts and private collections included. */
export async function answerPreview(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const { target, requestId, origin } = request
  if (target.kind !== 'site') throw notFound('Website', http.req.header('host') ?? '')
  const ctx = createContext(deps, {
    scope: { tenantId: target.tenantId, clientId: target.clientId },
    principal: { kind: 'visitor', name: 'Preview', permissions: [] },
    requestId,
  })
  const token = (http.req.header('authorization') ?? '').replace(/^Bearer\s+/i, '')
  const held = await usePreviewToken(ctx, target.siteId, token)
  if (!held) throw new DomainError('unauthenticated', 'This preview token does not work, or no longer.')
  const url = new URL(http.req.url)
  const source = draftsOf(ctx, target.siteId, { keys: held.collectionKeys, origin })
  const answer = await answerHeadless(source, url.pathname.slice(HEADLESS_PATH.length), url.searchParams)
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      'Content-Type': `${answer.type}; charset=utf-8`,
      'Cache-Control': 'private, no-store',
      'Access-Control-Allow-Origin': '*',
      Vary: 'Authorization',
    },
  })
}

interface Opened {
  /** Keys of the collections a token opens; all where there are none. */
  keys: string[]
  origin: string
}

function draftsOf(ctx: Context, siteId: string, { keys, origin }: Opened): HeadlessSource {
  const opened = (key: string) => keys.length === 0 || keys.includes(key)
  const readCollections = async () =>
    (await selectCollectionsOfSite(ctx, siteId)).filter(({ collection }) => opened(collection.key))
  return {
    site: () => readSiteFacts(ctx, siteId, origin),
    pages: () => readPages(ctx, siteId),
    posts: () => readPosts(ctx, siteId),
    document: (path) => readDocument(ctx, siteId, path),
    collections: async () => readPublished(ctx, await readCollections(), { most: 0 }),
    entries: async (key) => {
      const rows = await readCollections()
      const all = await readPublished(ctx, rows, { withDrafts: true, only: key })
      return all.find((each) => each.key === key)?.entries ?? []
    },
  }
}

async function readSiteFacts(ctx: Context, siteId: string, origin: string) {
  const [[site], menuRows] = await ctx.db.batch([
    ctx.db.select().from(sites).where(eq(sites.id, siteId)),
    ctx.db.select().from(menus).where(eq(menus.siteId, siteId)).orderBy(asc(menus.location)),
  ])
  if (!site) throw notFound('Website', siteId)
  const { name, tagline, locale } = site
  return {
    ...{ name, tagline, locale, origin },
    menus: Object.fromEntries(menuRows.map(({ location, items }) => [location, items])),
    business: {},
  }
}

const readPages = async (ctx: Context, siteId: string) =>
  (
    await ctx.db
      .select({ path: pages.path, title: pages.title })
      .from(pages)
      .where(and(eq(pages.siteId, siteId), isNull(pages.deletedAt), isNotNull(pages.path)))
      .orderBy(asc(pages.position), asc(pages.path))
  ).map(({ path, title }) => ({ path: path ?? '', title }))

const readPosts = async (ctx: Context, siteId: string) =>
  (
    await ctx.db
      .select({
        ...{ slug: posts.slug, title: posts.title, excerpt: posts.excerpt, cover: posts.cover },
        ...{ publishedAt: posts.publishedAt, author: authors.name },
      })
      .from(posts)
      .leftJoin(authors, eq(authors.id, posts.authorId))
      .where(and(eq(posts.siteId, siteId), isNull(posts.deletedAt)))
      .orderBy(desc(posts.publishedAt), desc(posts.id))
  ).map((post) => cardOf(post, ''))

async function readDocument(ctx: Context, siteId: string, path: string): Promise<object | undefined> {
  const [, slug] = /^\/blog\/([^/]+)$/.exec(path) ?? []
  if (slug) {
    const [post] = await ctx.db
      .select({ title: posts.title, html: posts.contentHtml, excerpt: posts.excerpt, seo: posts.seo })
      .from(posts)
      .where(and(eq(posts.siteId, siteId), eq(posts.slug, slug), isNull(posts.deletedAt)))
    if (post) return { kind: 'post', ...post }
  }
  const [page] = await ctx.db
    .select({ title: pages.title, seo: pages.seo, document: pages.document })
    .from(pages)
    .where(and(eq(pages.siteId, siteId), eq(pages.path, path), isNull(pages.deletedAt)))
  return page && { kind: 'page', ...page }
}
