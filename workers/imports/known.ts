import { eq, sql } from 'drizzle-orm'
import { authors, importItems, posts, terms } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { type ImportRow, type ItemRow, readEarlier } from './import-rows.ts'

/** What is here already, read once per delivery. */
export interface Known {
  earlier: Map<string, ItemRow>
  postSlugs: Set<string>
  authors: Map<string, string>
  terms: Map<string, string>
  /** Source keys this import has noted. */
  noted: Set<string>
}
const knownOf = new WeakMap<Context, Promise<Known>>()

export function findKnown(ctx: Context, row: ImportRow): Promise<Known> {
  const reading = knownOf.get(ctx) ?? readKnown(ctx, row)
  knownOf.set(ctx, reading)
  return reading
}

async function readKnown(ctx: Context, row: ImportRow): Promise<Known> {
  const [earlier, [postRows, noted, authorRows, termRows]] = await Promise.all([
    readEarlier(ctx, row),
    ctx.db.batch([
      ctx.db.select({ slug: posts.slug }).from(posts).where(eq(posts.siteId, row.siteId)),
      // With the slugs this import has settled on for posts it has not written yet.
      ctx.db
        .select({ key: importItems.sourceKey, kind: importItems.kind, slug: sql<string>`facts ->> 'slug'` })
        .from(importItems)
        .where(eq(importItems.importId, row.id)),
      ctx.db
        .select({ id: authors.id, slug: authors.slug })
        .from(authors)
        .where(eq(authors.siteId, row.siteId)),
      ctx.db.select().from(terms).where(eq(terms.siteId, row.siteId)),
    ]),
  ])
  return {
    earlier,
    postSlugs: new Set([...postRows, ...noted.filter(({ kind }) => kind === 'post')].map(({ slug }) => slug)),
    authors: new Map(authorRows.map(({ id, slug }) => [slug, id])),
    terms: new Map(termRows.map(({ id, taxonomy, slug }) => [`${taxonomy}:${slug}`, id])),
    noted: new Set(noted.map(({ key }) => key)),
  }
}
