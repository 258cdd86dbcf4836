import { comments, posts, postTerms } from '#db/schema/index.ts'
import { textOf } from '../content/plain-text.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'
import type { ArchivedPost, ArchivedSite } from './archive-format.contract.ts'
import { type Destination, each, idOf, inserts, ownerOf } from './unpack-site.ts'

const SEARCHED_CHARACTERS = 5000

/** What posts may refer to; a reference to anything else leads nowhere and is left out. */
export interface Known {
  authors: ReadonlySet<string>
  terms: ReadonlySet<string>
  series: ReadonlySet<string>
}

export const knownOf = ({ authors, terms, series }: ArchivedSite): Known => ({
  authors: new Set(authors.map(({ slug }) => slug)),
  terms: new Set(terms.map(({ taxonomy, slug }) => `${taxonomy} ${slug}`)),
  series: new Set(series.map(({ slug }) => slug)),
})

/** Posts with their terms and comments. What was to be published at a time to come is a draft: nothing waits for it here. */
export async function unpackPosts(
  ctx: Context,
  to: Destination,
  archived: ArchivedPost[],
  known: Known,
): Promise<Statement[]> {
  const rows = await each(archived, (post) => postRow(ctx, to, post, known))
  const links = (await each(archived, (post) => linkRows(to, post, known))).flat()
  const remarks = (await each(archived, (post) => commentRows(to, post))).flat()
  return [
    ...inserts(rows, (values) => ctx.db.insert(posts).values(values).onConflictDoNothing()),
    ...inserts(links, (values) => ctx.db.insert(postTerms).values(values).onConflictDoNothing()),
    ...inserts(remarks, (values) => ctx.db.insert(comments).values(values).onConflictDoNothing()),
  ]
}

type Named = Pick<ArchivedPost, 'language' | 'slug'>
const postIdOf = (to: Destination, { language, slug }: Named) => idOf(to, 'post', language, slug)

async function postRow(ctx: Context, to: Destination, archived: ArchivedPost, known: Known) {
  const {
    author,
    series,
    translationOf,
    html,
    publishedAt,
    updatedAt,
    terms: _,
    comments: __,
    ...post
  } = archived
  const contentHtml = sanitiseHtml(html)
  const at = publishedAt === null ? null : new Date(publishedAt)
  const part = series && known.series.has(series.slug) ? series : undefined
  return {
    ...{ id: await postIdOf(to, archived), ...ownerOf(to), ...post, contentHtml, publishedAt: at },
    status: statusOf(post.status, at, ctx.now),
    updatedAt: new Date(updatedAt),
    // Readers have heard of it where it comes from.
    announcedAt: at && at <= ctx.now ? ctx.now : null,
    searchText: `${post.title} ${textOf(contentHtml).slice(0, SEARCHED_CHARACTERS)}`.toLowerCase(),
    cover: post.cover && { ...post.cover },
    authorId: author !== undefined && known.authors.has(author) ? await idOf(to, 'author', author) : null,
    seriesId: part ? await idOf(to, 'series', part.slug) : null,
    seriesPart: part?.part ?? null,
    translationOf: translationOf === undefined ? null : await postIdOf(to, translationOf),
  }
}

const statusOf = (status: ArchivedPost['status'], at: Date | null, now: Date) =>
  status === 'scheduled' && (at === null || at > now) ? 'draft' : status

async function linkRows(to: Destination, post: ArchivedPost, known: Known) {
  const postId = await postIdOf(to, post)
  const terms = post.terms.filter(({ taxonomy, slug }) => known.terms.has(`${taxonomy} ${slug}`))
  return each(terms, async ({ taxonomy, slug }) => ({
    ...{ id: await idOf(to, 'link', postId, taxonomy, slug), ...ownerOf(to), postId },
    termId: await idOf(to, 'term', taxonomy, slug),
  }))
}

async function commentRows(to: Destination, post: ArchivedPost) {
  const postId = await postIdOf(to, post)
  const commentId = (place: number) => idOf(to, 'comment', postId, String(place))
  return each(post.comments, async ({ author, email, html, parent, writtenAt, ...comment }, place) => ({
    ...{ id: await commentId(place), ...ownerOf(to), ...comment, postId },
    ...{ authorName: author, authorEmail: email ?? null, contentHtml: sanitiseHtml(html) },
    searchText: `${author} ${textOf(html)}`.toLowerCase(),
    writtenAt: new Date(writtenAt),
    parentId: parent !== undefined && parent < post.comments.length ? await commentId(parent) : null,
  }))
}
