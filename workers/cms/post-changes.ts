import { eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { posts, sites } from '#db/schema/index.ts'
import { textOf } from '../content/plain-text.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'
import { slugOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { secondTranslation } from '../sites/language-addresses.ts'
import { clientOfSite } from '../sites/websites.ts'
import { keepRevision } from './keep-revision.ts'
import { leadToSlug } from './lead-to-slug.ts'
import {
  changedExcerpt,
  changedSeries,
  excerptFor,
  expectParts,
  nextPart,
  safeCover,
  writerOf,
} from './post-parts.ts'
import { replaceTerms } from './post-terms.ts'
import type { NewPost, Post, PostChange } from './posts.contract.ts'
import { type PostRow, presentPost, selectPosts } from './posts.ts'

/** Heard at the moment the post is to appear; a post put off meanwhile has another. */
export const postScheduled = defineEvent<{ postId: string; moment: string }>('post.scheduled')

/** Search looks at the title and the beginning of a post. */
const SEARCHED_CHARACTERS = 5000

export function createPost(ctx: Context, input: NewPost): Promise<Post> {
  const { websiteId: siteId, categories, tags, title, status, seo, seriesId, isSticky, takesComments } = input
  const id = newId()
  const clientId = clientOfSite(siteId)
  const slug = slugFor(input.slug ?? title)
  const contentHtml = sanitiseHtml(input.content)
  const publishedAt = momentOf(ctx, status, input.publishedAt)
  const writer = writerOf(ctx, siteId)
  return writePost(ctx, id, slug, [
    expect(
      ctx,
      sql`exists (select from sites where id = ${siteId} and deleted_at is null)`,
      '404',
      notFound('Website', siteId).message,
    ),
    ...expectParts(ctx, sql`${siteId}::uuid`, input),
    ...(input.authorId ? [] : [writer.add]),
    ctx.db.insert(posts).values({
      ...{ id, clientId, siteId, slug, title, status, publishedAt, contentHtml, seo: { ...seo } },
      ...{ isSticky, takesComments, cover: safeCover(input.cover), seriesId },
      ...{ editedBy: ctx.principal.name, editedAt: ctx.now },
      authorId: input.authorId ?? writer.id,
      seriesPart: seriesId ? (input.seriesPart ?? nextPart(seriesId)) : null,
      excerpt: input.excerpt || excerptFor(contentHtml),
      hasOwnExcerpt: input.excerpt !== '',
      searchText: searchTextOf(title, contentHtml),
    }),
    ...replaceTerms(ctx, { postId: id, siteId: sql`${siteId}::uuid` }, { categories, tags }),
    ...announceScheduled(ctx, id, status, publishedAt),
    touchSite(ctx, sql`${siteId}::uuid`),
    audit(ctx, 'post.created', id, { title }, { clientId }),
  ])
}

/** Without a version whatever there is is changed; a new chapter keeps what was there in any case. */
export async function updatePost(
  ctx: Context,
  id: string,
  change: Omit<PostChange, 'version'> & { version?: number },
  { isNewChapter = false } = {},
): Promise<Post> {
  const { version, categories, tags, content, slug, status, publishedAt, title, seo } = change
  const contentHtml = content === undefined ? undefined : sanitiseHtml(content)
  const moment = status === undefined ? undefined : momentOf(ctx, status, publishedAt)
  const newSlug = slug === undefined ? undefined : slugFor(slug)
  const isEdited = title !== undefined || contentHtml !== undefined
  const excerpt = await changedExcerpt(ctx, id, change.excerpt, contentHtml)
  return writePost(ctx, id, newSlug ?? '', [
    expectVersion(ctx, posts, id, version, isNull(posts.deletedAt)),
    ...expectParts(ctx, siteOfPost(id), change),
    ...(isEdited ? [keepRevision(ctx, id, isNewChapter)] : []),
    ...leadToSlug(ctx, id, newSlug),
    ctx.db
      .update(posts)
      .set({
        ...{ title, status, contentHtml, slug: newSlug, seo: seo && { ...seo }, ...excerpt },
        ...{ isSticky: change.isSticky, takesComments: change.takesComments, authorId: change.authorId },
        ...(change.cover === undefined ? {} : { cover: safeCover(change.cover) }),
        ...(isEdited ? { editedBy: ctx.principal.name, editedAt: ctx.now } : {}),
        ...changedSeries(change),
        // Publishing again keeps the date the post first appeared under, unless another is given.
        publishedAt: publishedAt
          ? moment
          : moment && sql`least(published_at, ${moment.toISOString()}::timestamptz)`,
        searchText: changedSearchText(title, contentHtml),
      })
      .where(eq(posts.id, id)),
    ...replaceTerms(ctx, { postId: id, siteId: siteOfPost(id) }, { categories, tags }),
    ...announceScheduled(ctx, id, status, moment ?? null),
    touchSite(ctx, siteOfPost(id)),
    audit(ctx, 'post.changed', id, { fields: Object.keys(change) }, { clientId: clientOfPost(id) }),
  ])
}

export async function removePost(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expectVersion(ctx, posts, id, undefined, isNull(posts.deletedAt)),
    // A removed post gives its address up to the next of that name.
    ctx.db.update(posts).set({ deletedAt: ctx.now, slug: sql`slug || '~' || id` }).where(eq(posts.id, id)),
    touchSite(ctx, siteOfPost(id)),
    audit(ctx, 'post.removed', id, {}, { clientId: clientOfPost(id) }),
  ])
}

export function restorePost(ctx: Context, id: string): Promise<Post> {
  return writePost(ctx, id, '', [
    expectVersion(ctx, posts, id, undefined, isNotNull(posts.deletedAt)),
    ctx.db
      .update(posts)
      .set({ deletedAt: null, slug: sql`split_part(slug, '~', 1)` })
      .where(eq(posts.id, id)),
    touchSite(ctx, siteOfPost(id)),
    audit(ctx, 'post.restored', id, {}, { clientId: clientOfPost(id) }),
  ])
}

export const siteOfPost = (id: string) => sql<string>`(select site_id from posts where id = ${id})`
export const clientOfPost = (id: string) => sql<string>`(select client_id from posts where id = ${id})`

/** The change and the post as it then is, in one round trip. */
export async function writePost(
  ctx: Context,
  id: string,
  slug: string,
  statements: Statement[],
): Promise<Post> {
  const [first, ...rest] = [...statements, selectPosts(ctx).where(eq(posts.id, id))]
  if (!first) throw notFound('Post', id)
  try {
    const results: unknown[] = await ctx.db.batch([first, ...rest])
    // safe: the last statement of the batch is the select above
    const [row] = results.at(-1) as PostRow[]
    if (!row) throw notFound('Post', id)
    return presentPost(ctx, row)
  } catch (error) {
    if (violates(error, 'posts_translation_key')) throw secondTranslation(error)
    if (!violates(error, 'posts_slug_key')) throw error
    throw new DomainError('conflict', `slug: This website has a post at “${slug}” already.`, { cause: error })
  }
}

function slugFor(text: string): string {
  const slug = slugOf(text)
  if (slug) return slug
  throw new DomainError('invalid_input', 'slug: Give the post an address with at least one letter or digit.')
}

/** When a post of this status appears: drafts have no moment yet, scheduled ones need one to come. */
function momentOf(ctx: Context, status: NewPost['status'], publishedAt: string | undefined): Date | null {
  const moment = publishedAt ? new Date(publishedAt) : null
  const isAhead = moment !== null && moment > ctx.now
  if (status === 'scheduled' && !isAhead)
    throw new DomainError('invalid_input', 'publishedAt: Say when the post shall appear, in the future.')
  if (status === 'published' && isAhead)
    throw new DomainError('invalid_input', 'publishedAt: This is still to come; schedule the post for it.')
  return status === 'published' ? (moment ?? ctx.now) : moment
}

function announceScheduled(
  ctx: Context,
  postId: string,
  status: NewPost['status'] | undefined,
  moment: Date | null,
): Statement[] {
  return status === 'scheduled' && moment
    ? [emit(ctx, postScheduled, { postId, moment: moment.toISOString() }, { deliverAfter: moment })]
    : []
}

/** The site has something to publish. */
export const touchSite = (ctx: Context, siteId: SQL) =>
  ctx.db.update(sites).set({ contentChangedAt: ctx.now }).where(eq(sites.id, siteId))

const searchTextOf = (title: string, html: string) =>
  `${title} ${textOf(html).slice(0, SEARCHED_CHARACTERS)}`.toLowerCase()

/** The search text after a change. It begins with the title, so that each part can be replaced without the other. */
function changedSearchText(title: string | undefined, html: string | undefined): string | SQL | undefined {
  if (html !== undefined) {
    return title === undefined ? sql`lower(title) || ${searchTextOf('', html)}` : searchTextOf(title, html)
  }
  return title === undefined
    ? undefined
    : sql`${title.toLowerCase()} || substr(search_text, length(title) + 1)`
}
