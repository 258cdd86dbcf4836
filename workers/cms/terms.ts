import { and, asc, eq, ilike, inArray, sql } from 'drizzle-orm'
import { terms } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { keysetAfter } from '../core/keyset.ts'
import { oneMore } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import { termPath } from '../sites/site-addresses.ts'
import { clientOfSite } from '../sites/websites.ts'
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
import type { NewTerm, Term, TermChange, TermQuery } from './terms.contract.ts'

const columns = {
  id: terms.id,
  name: terms.name,
  term: terms,
  posts: sql<number>`(
    select count(*)::int from post_terms l join posts p on p.id = l.post_id and p.deleted_at is null
    where l.term_id = terms.id)`,
}
const selectTerms = (ctx: Context) => ctx.db.select(columns).from(terms).$dynamic()

export async function listTerms(
  ctx: Context,
  siteId: string,
  { cursor, limit, taxonomy, search }: TermQuery,
) {
  const [, rows] = await ctx.db.batch([
    requireSite(ctx, siteId),
    selectTerms(ctx)
      .where(
        and(
          eq(terms.siteId, siteId),
          taxonomy && eq(terms.taxonomy, taxonomy),
          search ? ilike(terms.name, likePattern(search)) : undefined,
          keysetAfter(terms.name, terms.id, cursor),
        ),
      )
      .orderBy(asc(terms.name), asc(terms.id))
      .limit(oneMore(limit)),
  ])
  return namePage(rows, limit, present)
}

export function createTerm(ctx: Context, siteId: string, { taxonomy, name, description, ...input }: NewTerm) {
  const id = newId()
  const slug = slugFrom(input.slug, name)
  const clientId = clientOfSite(siteId)
  return writeTerm(ctx, id, slug, [
    requireSite(ctx, siteId),
    ctx.db.insert(terms).values({ id, clientId, siteId, taxonomy, name, slug, description }),
    touchSiteOf(ctx, 'terms', id),
    audit(ctx, 'term.created', id, { name, taxonomy }, { clientId }),
  ])
}

export async function updateTerm(ctx: Context, id: string, change: TermChange): Promise<Term> {
  const { name, description, version } = change
  const slug = change.slug === undefined ? undefined : slugFrom(change.slug, name ?? '')
  const before = slug === undefined ? undefined : await findTerm(ctx, id)
  return writeTerm(ctx, id, slug ?? '', [
    expectVersion(ctx, terms, id, version),
    ctx.db.update(terms).set({ name, slug, description, updatedAt: ctx.now }).where(eq(terms.id, id)),
    ...(before && slug && slug !== before.slug
      ? leadTo(ctx, before.siteId, termPath(before.taxonomy, before.slug), termPath(before.taxonomy, slug))
      : []),
    touchSiteOf(ctx, 'terms', id),
    audit(ctx, 'term.changed', id, { fields: Object.keys(change) }, { clientId: clientOf('terms', id) }),
  ])
}

export async function mergeTerm(ctx: Context, id: string, intoId: string): Promise<Term> {
  if (id === intoId) throw new DomainError('invalid_input', 'intoId: Choose another one than this.')
  const rows = await ctx.db
    .select()
    .from(terms)
    .where(inArray(terms.id, [id, intoId]))
  const from = rowOf(rows, 'Term', id)
  const into = rowOf(rows, 'Term', intoId)
  if (from.siteId !== into.siteId || from.taxonomy !== into.taxonomy)
    throw new DomainError('invalid_input', `intoId: Choose a ${from.taxonomy} of the same website.`)
  return writeTerm(ctx, intoId, '', [
    expect(ctx, sql`exists (select from terms where id = ${id})`, '404', notFound('Term', id).message),
    ctx.db.execute(sql`
      insert into post_terms (id, client_id, site_id, post_id, term_id)
      select gen_random_uuid(), client_id, site_id, post_id, ${intoId}::uuid from post_terms where term_id = ${id}
      on conflict do nothing`),
    ...leadTo(ctx, from.siteId, termPath(from.taxonomy, from.slug), termPath(into.taxonomy, into.slug)),
    audit(ctx, 'term.merged', intoId, { name: from.name, mergedId: id }, { clientId: clientOf('terms', id) }),
    touchSiteOf(ctx, 'terms', id),
    ctx.db.delete(terms).where(eq(terms.id, id)),
  ])
}

export async function removeTerm(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expect(ctx, sql`exists (select from terms where id = ${id})`, '404', notFound('Term', id).message),
    audit(ctx, 'term.removed', id, {}, { clientId: clientOf('terms', id) }),
    touchSiteOf(ctx, 'terms', id),
    ctx.db.update(terms).set({ parentId: null }).where(eq(terms.parentId, id)),
    ctx.db.delete(terms).where(eq(terms.id, id)),
  ])
}

async function findTerm(ctx: Context, id: string) {
  const [term] = await ctx.db.select().from(terms).where(eq(terms.id, id))
  if (!term) throw notFound('Term', id)
  return term
}

const writeTerm = (ctx: Context, id: string, slug: string, statements: Statement[]): Promise<Term> =>
  refusingTwin('terms_slug_key', slug, async () =>
    present(await writeNamed<Row>(ctx, ['Term', id], statements, selectTerms(ctx).where(eq(terms.id, id)))),
  )

type Row = { id: string; name: string; term: typeof terms.$inferSelect; posts: number }

const present = ({ term, posts }: Row): Term => ({
  ...{ id: term.id, websiteId: term.siteId, taxonomy: term.taxonomy, name: term.name, slug: term.slug },
  ...{ description: term.description, posts, version: term.version },
})
