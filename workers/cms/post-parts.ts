import { eq, type SQL, sql } from 'drizzle-orm'
import { authors, posts } from '#db/schema/index.ts'
import { excerptOf } from '../content/plain-text.ts'
import { safeUrl } from '../content/safe-url.ts'
import { slugOf } from '../content/slug.contract.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfSite } from '../sites/websites.ts'
import type { Cover, PostChange } from './posts.contract.ts'

const EXCERPT_WORDS = 40

/** The beginning of a text, for where a post is listed. */
export const excerptFor = (contentHtml: string): string => excerptOf(contentHtml, EXCERPT_WORDS)

/** What a change makes of the excerpt: one of its own, or the beginning of the text, which it follows. */
export async function changedExcerpt(
  ctx: Context,
  postId: string,
  excerpt: string | undefined,
  contentHtml: string | undefined,
): Promise<{ excerpt?: string | SQL; hasOwnExcerpt?: boolean }> {
  if (excerpt) return { excerpt, hasOwnExcerpt: true }
  if (excerpt === '')
    return { excerpt: excerptFor(contentHtml ?? (await textOfPost(ctx, postId))), hasOwnExcerpt: false }
  if (contentHtml === undefined) return {}
  return { excerpt: sql`case when has_own_excerpt then excerpt else ${excerptFor(contentHtml)} end` }
}

async function textOfPost(ctx: Context, id: string): Promise<string> {
  const [post] = await ctx.db.select({ html: posts.contentHtml }).from(posts).where(eq(posts.id, id))
  return post?.html ?? ''
}

/** Author and series stand on the same website as the post. */
export function expectParts(
  ctx: Context,
  siteId: SQL,
  { authorId, seriesId }: { authorId?: string | undefined; seriesId?: string | null | undefined },
): Statement[] {
  const has = (table: 'authors' | 'series', id: string, noun: string) =>
    expect(
      ctx,
      sql`exists (select from ${sql.identifier(table)} x where x.id = ${id} and x.site_id = ${siteId})`,
      '404',
      notFound(noun, id).message,
    )
  return [
    ...(authorId ? [has('authors', authorId, 'Author')] : []),
    ...(seriesId ? [has('series', seriesId, 'Series')] : []),
  ]
}

/** After the last part there is. */
export const nextPart = (seriesId: string) =>
  sql<number>`(select coalesce(max(p.series_part), 0) + 1 from posts p where p.series_id = ${seriesId})`

/** The series and the place in it; a post that stays in its series keeps its place unless another is named. */
export function changedSeries({ seriesId, seriesPart }: Pick<PostChange, 'seriesId' | 'seriesPart'>): {
  seriesId?: string | null
  seriesPart?: number | SQL<number> | null
} {
  if (seriesId === null) return { seriesId, seriesPart: null }
  if (seriesId === undefined)
    return seriesPart
      ? { seriesPart: sql`case when series_id is null then null else ${seriesPart}::int end` }
      : {}
  const kept = sql<number>`case when series_id = ${seriesId} then series_part else ${nextPart(seriesId)} end`
  return { seriesId, seriesPart: seriesPart ?? kept }
}

/** The cover with an address a browser may fetch. */
export function safeCover(cover: Cover | null): Cover | null {
  if (!cover) return null
  const src = safeUrl(cover.src, 'image')
  if (src === undefined)
    throw new DomainError('invalid_input', 'cover.src: Give the address of a picture on the web or the site.')
  return { ...cover, src }
}

/** Whoever writes signs as an author of the site, made the first time. */
export function writerOf(ctx: Context, siteId: string) {
  const slug = slugOf(ctx.principal.name) || 'author'
  return {
    id: sql<string>`(select id from authors where site_id = ${siteId} and slug = ${slug})`,
    add: ctx.db
      .insert(authors)
      .values({ id: newId(), clientId: clientOfSite(siteId), siteId, slug, name: ctx.principal.name })
      .onConflictDoNothing(),
  }
}
