import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { authors, posts, sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { postPath, prefixOf } from '../sites/site-addresses.ts'
import type { Cover, Post, PostSummary } from './posts.contract.ts'

type SeriesRow = { id: string; name: string; parts: number }
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
  series: sql<SeriesRow | null>`(
    select jsonb_build_object('id', s.id, 'name', s.name, 'parts', (
      select count(*)::int from posts p where p.series_id = s.id and p.deleted_at is null))
    from series s where s.id = ${posts.seriesId})`,
}
export const selectPosts = <More extends Record<string, SQL> = Record<never, never>>(
  ctx: Context,
  more?: More,
) =>
  ctx.db
    // safe: nothing more is an object without columns
    .select({ ...columns, ...(more ?? ({} as More)) })
    .from(posts)
    .innerJoin(sites, eq(sites.id, posts.siteId))
    .leftJoin(authors, eq(authors.id, posts.authorId))
    .$dynamic()

const POST_PATH = /^(?:\/([^/]+))?\/blog\/([^/]+)$/

/** The post visitors of a site read at a path, in whatever language it is. */
export function isPublishedAt(siteId: string, path: string) {
  const [, language = '', slug = ''] = POST_PATH.exec(path) ?? []
  return and(
    ...[eq(posts.siteId, siteId), eq(posts.slug, slug), sql`lower(${posts.language}) = ${language}`],
    ...[eq(posts.status, 'published'), isNull(posts.deletedAt)],
  )
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
  series: SeriesRow | null
}

export function presentSummary(
  ctx: Context,
  { post, websiteName, author, host, terms }: PostRow,
): PostSummary {
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
    language: post.language,
    author: author ?? '',
    categories: namesOf('category'),
    tags: namesOf('tag'),
    isSticky: post.isSticky,
    url: host ? ctx.addresses.urlOf(host) + encodeURI(postPath(post.slug, prefixOf(post.language))) : '',
    publishedAt: post.publishedAt?.toISOString() ?? null,
    updatedAt: post.updatedAt.toISOString(),
    removedAt: post.deletedAt?.toISOString() ?? null,
    version: post.version,
  }
}

export function presentPost(ctx: Context, row: PostRow): Post {
  const { post, series } = row
  return {
    ...presentSummary(ctx, row),
    ...{ hasOwnExcerpt: post.hasOwnExcerpt, takesComments: post.takesComments, authorId: post.authorId },
    ...{ content: post.contentHtml, editedBy: post.editedBy },
    // safe: written through the contract, by templates and by imports, which are typed
    seo: post.seo as Post['seo'],
    cover: presentCover(post.cover),
    series: series && { ...series, part: post.seriesPart ?? 1 },
  }
}

/** Covers from an import also name the file they wait for, which is nobody's business. */
function presentCover(cover: PostRow['post']['cover']): Cover | null {
  if (!cover) return null
  const { src, alt, width, height } = cover
  return {
    ...{ src: String(src ?? ''), alt: String(alt ?? '') },
    ...(typeof width === 'number' ? { width } : {}),
    ...(typeof height === 'number' ? { height } : {}),
  }
}
