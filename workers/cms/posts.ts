import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { authors, posts, sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { before, oneMore, readCursor, toPage } from '../core/pagination.ts'
import { postPath } from '../sites/site-addresses.ts'
import type { Post, PostQuery, PostSummary } from './posts.contract.ts'

type TermRow = { taxonomy: 'category' | 'tag'; name: string }

/** A post with all that is shown beside it, in one statement. */
const columns = {
  id: posts.id,
  post: posts,
  websiteName: sites.name,
  author: authors.name,
  host: sql<
    string | null
  >`(select d.host from domains d where d.site_id = ${posts.siteId} order by d.is_platform, d.id limit 1)`,
  terms: sql<TermRow[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('taxonomy', t.taxonomy, 'name', t.name) order by t.name), '[]'::jsonb)
    from post_terms l join terms t on t.id = l.term_id where l.post_id = ${posts.id})`,
}
export const selectPosts = (ctx: Context) =>
  ctx.db
    .select(columns)
    .from(posts)
    .innerJoin(sites, eq(sites.id, posts.siteId))
    .leftJoin(authors, eq(authors.id, posts.authorId))
    .$dynamic()

export async function listPosts(ctx: Context, query: PostQuery) {
  const rows = await selectPosts(ctx)
    .where(postPage(query))
    .orderBy(desc(posts.id))
    .limit(oneMore(query.limit))
  return toPage(rows, query.limit, (row) => presentSummary(ctx, row))
}

/** One page of the rows a list asks for. Words are searched past row security, where their index works. */
function postPage({ cursor, limit, websiteId, status, search }: PostQuery) {
  if (!search)
    return and(
      isNull(posts.deletedAt),
      before(posts.id, cursor),
      websiteId === undefined ? undefined : eq(posts.siteId, websiteId),
      status === undefined ? undefined : eq(posts.status, status),
    )
  const after = cursor === undefined ? null : readCursor(cursor)
  return sql`${posts.id} = any(array(
    select app.find_posts(${search}, ${websiteId ?? null}, ${status ?? null}, ${after}, ${oneMore(limit)})))`
}

export async function getPost(ctx: Context, id: string): Promise<Post> {
  const [row] = await selectPosts(ctx).where(and(eq(posts.id, id), isNull(posts.deletedAt)))
  if (!row) throw notFound('Post', id)
  return presentPost(ctx, row)
}

export interface PostRow {
  post: typeof posts.$inferSelect
  websiteName: string
  author: string | null
  host: string | null
  terms: TermRow[]
}

function presentSummary(ctx: Context, { post, websiteName, author, host, terms }: PostRow): PostSummary {
  const namesOf = (taxonomy: TermRow['taxonomy']) =>
    terms.filter((term) => term.taxonomy === taxonomy).map(({ name }) => name)
  return {
    id: post.id,
    websiteId: post.siteId,
    websiteName,
    title: post.title,
    slug: post.slug,
    excerpt: post.excerpt,
    status: post.status,
    author: author ?? '',
    categories: namesOf('category'),
    tags: namesOf('tag'),
    url: host ? ctx.addresses.urlOf(host) + encodeURI(postPath(post.slug)) : '',
    publishedAt: post.publishedAt?.toISOString() ?? null,
    updatedAt: post.updatedAt.toISOString(),
    version: post.version,
  }
}

export function presentPost(ctx: Context, row: PostRow): Post {
  // safe: written through the contract
  return { ...presentSummary(ctx, row), content: row.post.contentHtml, seo: row.post.seo as Post['seo'] }
}
