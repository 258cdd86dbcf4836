import { and, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { posts, sites } from '#db/schema/index.ts'
import { slugOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfPost, siteOfPost, touchSite, writePost } from './post-changes.ts'
import type { Post, postsApi } from './posts.contract.ts'

type Change = BodyOf<typeof postsApi.changeMany>
interface Count {
  count: number
}

/** A draft with the words, terms and settings of another post; its comments, claps and past stay with that one. */
export function duplicatePost(ctx: Context, id: string): Promise<Post> {
  const copy = newId()
  const slug = sql`left(split_part(slug, '~', 1), 180) || '-' || ${copy.slice(-8)}`
  return writePost(ctx, copy, '', [
    expectVersion(ctx, posts, id, undefined, isNull(posts.deletedAt)),
    ctx.db.execute(sql`
      insert into posts (id, client_id, site_id, language, slug, title, excerpt, has_own_excerpt, content_html, author_id, cover,
        seo, takes_comments, search_text, edited_by, edited_at)
      select ${copy}::uuid, client_id, site_id, language, ${slug}, left(title, 292) || ' (copy)', excerpt, has_own_excerpt,
        content_html, author_id, cover, seo, takes_comments, search_text, ${ctx.principal.name}, ${ctx.now.toISOString()}::timestamptz
      from posts where id = ${id}`),
    ctx.db.execute(sql`
      insert into post_terms (id, client_id, site_id, post_id, term_id)
      select gen_random_uuid(), client_id, site_id, ${copy}::uuid, term_id from post_terms where post_id = ${id}`),
    touchSite(ctx, siteOfPost(id)),
    audit(ctx, 'post.duplicated', copy, { sourceId: id }, { clientId: clientOfPost(id) }),
  ])
}

/** Publishes posts, makes them drafts, files them or signs them; what is scheduled keeps its moment until it is published. */
export async function changePosts(ctx: Context, change: Change): Promise<Count> {
  const { ids, status, category, tag, withoutCategory, withoutTag, authorId } = change
  const now = ctx.now.toISOString()
  const publishedAt = sql`coalesce(least(published_at, ${now}::timestamptz), ${now}::timestamptz)`
  const guards = expectAuthorOf(ctx, ids, authorId)
  const results: unknown[] = await ctx.db.batch([
    touchSites(ctx, ids),
    ...guards,
    ctx.db
      .update(posts)
      .set({
        updatedAt: ctx.now,
        authorId,
        ...(status && { status }),
        ...(status === 'published' && { publishedAt }),
      })
      .where(areThere(ids))
      .returning({ id: posts.id }),
    ...(withoutCategory ? takeOff(ctx, ids, 'category', withoutCategory) : []),
    ...(withoutTag ? takeOff(ctx, ids, 'tag', withoutTag) : []),
    ...(category ? fileUnder(ctx, ids, 'category', category) : []),
    ...(tag ? fileUnder(ctx, ids, 'tag', tag) : []),
    audit(ctx, 'posts.changed', ctx.scope.tenantId, { ...change }),
  ])
  // safe: what follows the guards is the update
  return { count: (results[guards.length + 1] as object[]).length }
}

/** Nobody signs on a website they are no author of. */
function expectAuthorOf(ctx: Context, ids: string[], authorId: string | undefined): Statement[] {
  if (authorId === undefined) return []
  const siteOfAuthor = sql`(select a.site_id from authors a where a.id = ${authorId})`
  return [
    expect(ctx, sql`${siteOfAuthor} is not null`, '404', notFound('Author', authorId).message),
    expect(
      ctx,
      sql`not exists (select from posts p where p.id = any(${sql.param(ids)}::uuid[]) and p.site_id <> ${siteOfAuthor})`,
      '409',
      'This author is not of the website all these posts are on.',
    ),
  ]
}

function takeOff(ctx: Context, ids: string[], taxonomy: 'category' | 'tag', name: string): Statement[] {
  return [
    ctx.db.execute(sql`
      delete from post_terms l using terms t
      where t.id = l.term_id and t.taxonomy = ${taxonomy} and t.slug = ${slugOf(name)}
        and l.post_id = any(${sql.param(ids)}::uuid[])`),
  ]
}

export async function removePosts(ctx: Context, ids: string[]): Promise<Count> {
  const [removed] = await ctx.db.batch([
    ctx.db
      .update(posts)
      .set({ deletedAt: ctx.now, slug: sql`slug || '~' || id` })
      .where(areThere(ids))
      .returning({ id: posts.id }),
    touchSites(ctx, ids),
    audit(ctx, 'posts.removed', ctx.scope.tenantId, { ids }),
  ])
  return { count: removed.length }
}

export async function restorePosts(ctx: Context, ids: string[]): Promise<Count> {
  try {
    const [restored] = await ctx.db.batch([
      ctx.db
        .update(posts)
        .set({ deletedAt: null, slug: sql`split_part(slug, '~', 1)` })
        .where(and(inArray(posts.id, ids), isNotNull(posts.deletedAt)))
        .returning({ id: posts.id }),
      touchSites(ctx, ids),
      audit(ctx, 'posts.restored', ctx.scope.tenantId, { ids }),
    ])
    return { count: restored.length }
  } catch (error) {
    if (!violates(error, 'posts_slug_key')) throw error
    throw new DomainError('conflict', 'Another post has taken the address of one of these meanwhile.', {
      cause: error,
    })
  }
}

const areThere = (ids: string[]) => and(inArray(posts.id, ids), isNull(posts.deletedAt))

const touchSites = (ctx: Context, ids: string[]) =>
  ctx.db
    .update(sites)
    .set({ contentChangedAt: ctx.now })
    .where(inArray(sites.id, ctx.db.select({ id: posts.siteId }).from(posts).where(inArray(posts.id, ids))))

/** The term is made on each website that has none of that name yet. */
function fileUnder(ctx: Context, ids: string[], taxonomy: 'category' | 'tag', name: string): Statement[] {
  const slug = slugOf(name)
  if (!slug)
    throw new DomainError('invalid_input', `${taxonomy}: Give it a name with at least one letter or digit.`)
  const chosen = sql`p.id = any(${sql.param(ids)}::uuid[]) and p.deleted_at is null`
  return [
    ctx.db.execute(sql`
      insert into terms (id, client_id, site_id, taxonomy, slug, name)
      select gen_random_uuid(), s.client_id, s.site_id, ${taxonomy}, ${slug}, ${name}
      from (select distinct p.client_id, p.site_id from posts p where ${chosen}) s on conflict do nothing`),
    ctx.db.execute(sql`
      insert into post_terms (id, client_id, site_id, post_id, term_id)
      select gen_random_uuid(), p.client_id, p.site_id, p.id, t.id
      from posts p join terms t on t.site_id = p.site_id and t.taxonomy = ${taxonomy} and t.slug = ${slug}
      where ${chosen} on conflict do nothing`),
  ]
}
