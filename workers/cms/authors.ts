import { and, asc, eq, ilike, inArray, sql } from 'drizzle-orm'
import { authors, posts } from '#db/schema/index.ts'
import { safeUrl } from '../content/safe-url.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { keysetAfter } from '../core/keyset.ts'
import { oneMore } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import { authorPath } from '../sites/site-addresses.ts'
import { clientOfSite } from '../sites/websites.ts'
import type { Author, AuthorChange, AuthorQuery, NewAuthor } from './authors.contract.ts'
import {
  clientOf,
  leadTo,
  likePattern,
  namePage,
  refusingTwin,
  requireSite,
  rowOf,
  slugFrom,
  touchSiteOf,
  writeNamed,
} from './named-rows.ts'
import { safeCover } from './post-parts.ts'
import type { Cover } from './posts.contract.ts'

const columns = {
  id: authors.id,
  name: authors.name,
  author: authors,
  posts: sql<number>`(select count(*)::int from posts p where p.author_id = authors.id and p.deleted_at is null)`,
}
const selectAuthors = (ctx: Context) => ctx.db.select(columns).from(authors).$dynamic()

export async function listAuthors(ctx: Context, siteId: string, { cursor, limit, search }: AuthorQuery) {
  const [, rows] = await ctx.db.batch([
    requireSite(ctx, siteId),
    selectAuthors(ctx)
      .where(
        and(
          eq(authors.siteId, siteId),
          search ? ilike(authors.name, likePattern(search)) : undefined,
          keysetAfter(authors.name, authors.id, cursor),
        ),
      )
      .orderBy(asc(authors.name), asc(authors.id))
      .limit(oneMore(limit)),
  ])
  return namePage(rows, limit, present)
}

export function createAuthor(ctx: Context, siteId: string, input: NewAuthor): Promise<Author> {
  const { name, email, bio, avatar, links } = input
  const id = newId()
  const slug = slugFrom(input.slug, name)
  const clientId = clientOfSite(siteId)
  return writeAuthor(ctx, id, slug, [
    requireSite(ctx, siteId),
    ctx.db.insert(authors).values({
      ...{ id, clientId, siteId, slug, name, email, bio },
      ...{ avatar: safeCover(avatar), links: safeLinks(links) },
    }),
    touchSiteOf(ctx, 'authors', id),
    audit(ctx, 'author.created', id, { name }, { clientId }),
  ])
}

export async function updateAuthor(ctx: Context, id: string, change: AuthorChange): Promise<Author> {
  const { name, email, bio, avatar, links, version } = change
  const slug = change.slug === undefined ? undefined : slugFrom(change.slug, name ?? '')
  const before = slug === undefined ? undefined : await findAuthor(ctx, id)
  return writeAuthor(ctx, id, slug ?? '', [
    expectVersion(ctx, authors, id, version),
    ctx.db
      .update(authors)
      .set({
        ...{ name, slug, email, bio, links: links && safeLinks(links), updatedAt: ctx.now },
        ...(avatar === undefined ? {} : { avatar: safeCover(avatar) }),
      })
      .where(eq(authors.id, id)),
    ...(before && slug && slug !== before.slug
      ? leadTo(ctx, before.siteId, authorPath(before.slug), authorPath(slug))
      : []),
    touchSiteOf(ctx, 'authors', id),
    audit(ctx, 'author.changed', id, { fields: Object.keys(change) }, { clientId: clientOf('authors', id) }),
  ])
}

export async function mergeAuthor(ctx: Context, id: string, intoId: string): Promise<Author> {
  if (id === intoId) throw new DomainError('invalid_input', 'intoId: Choose another author than this.')
  const rows = await ctx.db
    .select()
    .from(authors)
    .where(inArray(authors.id, [id, intoId]))
  const from = rowOf(rows, 'Author', id)
  const into = rowOf(rows, 'Author', intoId)
  if (from.siteId !== into.siteId)
    throw new DomainError('invalid_input', 'intoId: Choose an author of the same website.')
  return writeAuthor(ctx, intoId, '', [
    isThere(ctx, id),
    ctx.db.update(posts).set({ authorId: intoId }).where(eq(posts.authorId, id)),
    ...leadTo(ctx, from.siteId, authorPath(from.slug), authorPath(into.slug)),
    audit(
      ctx,
      'author.merged',
      intoId,
      { name: from.name, mergedId: id },
      { clientId: clientOf('authors', id) },
    ),
    touchSiteOf(ctx, 'authors', id),
    ctx.db.delete(authors).where(eq(authors.id, id)),
  ])
}

export async function removeAuthor(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    isThere(ctx, id),
    audit(ctx, 'author.removed', id, {}, { clientId: clientOf('authors', id) }),
    touchSiteOf(ctx, 'authors', id),
    ctx.db.update(posts).set({ authorId: null }).where(eq(posts.authorId, id)),
    ctx.db.delete(authors).where(eq(authors.id, id)),
  ])
}

const isThere = (ctx: Context, id: string) =>
  expect(ctx, sql`exists (select from authors where id = ${id})`, '404', notFound('Author', id).message)

async function findAuthor(ctx: Context, id: string) {
  const [author] = await ctx.db.select().from(authors).where(eq(authors.id, id))
  if (!author) throw notFound('Author', id)
  return author
}

function safeLinks(links: NewAuthor['links']): NewAuthor['links'] {
  return links.map(({ label, href }, index) => {
    const safe = safeUrl(href, 'link')
    if (safe === undefined)
      throw new DomainError(
        'invalid_input',
        `links.${index}.href: Give a full address, like https://example.com.`,
      )
    return { label, href: safe }
  })
}

const writeAuthor = (ctx: Context, id: string, slug: string, statements: Statement[]): Promise<Author> =>
  refusingTwin('authors_slug_key', slug, async () =>
    present(
      await writeNamed<Row>(ctx, ['Author', id], statements, selectAuthors(ctx).where(eq(authors.id, id))),
    ),
  )

type Row = { id: string; name: string; author: typeof authors.$inferSelect; posts: number }

const present = ({ author, posts: signed }: Row): Author => ({
  ...{ id: author.id, websiteId: author.siteId, name: author.name, slug: author.slug, email: author.email },
  ...{ bio: author.bio, links: author.links, posts: signed, version: author.version },
  // safe: written through the contract
  avatar: author.avatar as Cover | null,
})
