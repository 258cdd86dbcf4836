import { and, asc, desc, eq, gte, ilike, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { posts, postTerms } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { readKeyset, writeKeyset } from '../core/keyset.ts'
import { oneMore } from '../core/pagination.ts'
import { likePattern } from './named-rows.ts'
import type { PostFilters, PostQuery, PostSort } from './posts.contract.ts'
import { presentSummary, selectPosts } from './posts.ts'

/** Most that a search with further filters looks at. */
const MAX_FOUND = 2000

/** What each order goes by, as text that a cursor can hold, and how that is compared. */
const orders: Record<PostSort, { by: SQL; cast: SQL; isDescending: boolean }> = {
  newest: { by: sql`${posts.id}`, cast: sql`uuid`, isDescending: true },
  published: {
    by: sql`coalesce(${posts.publishedAt}, 'infinity')`,
    cast: sql`timestamptz`,
    isDescending: true,
  },
  changed: { by: sql`${posts.updatedAt}`, cast: sql`timestamptz`, isDescending: true },
  title: { by: sql`lower(${posts.title})`, cast: sql`text`, isDescending: false },
}

export async function listPosts(ctx: Context, query: PostQuery) {
  const { by, cast, isDescending } = orders[query.sort]
  const direction = isDescending ? desc : asc
  const keys = ctx.db
    .select({ id: posts.id, key: sql<string>`${by}::text`.as('key') })
    .from(posts)
    .where(and(matching(query), after(query)))
    .orderBy(direction(by), direction(posts.id))
    .limit(oneMore(query.limit))
    .as('keys')
  const rows = await selectPosts(ctx, { key: sql<string>`${keys.key}` })
    .innerJoin(keys, eq(keys.id, posts.id))
    .orderBy(direction(sql`${keys.key}::${cast}`), direction(posts.id))
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => presentSummary(ctx, row)),
    nextCursor: last ? writeKeyset({ value: last.key, id: last.id }) : null,
  }
}

function after({ cursor, sort }: PostQuery): SQL | undefined {
  if (cursor === undefined) return undefined
  const { by, cast, isDescending } = orders[sort]
  const { value, id } = readKeyset(cursor)
  // As the index goes.
  if (sort === 'newest') return lt(posts.id, id)
  const sign = isDescending ? sql`<` : sql`>`
  return sql`(${by}, ${posts.id}) ${sign} (${value}::${cast}, ${id}::uuid)`
}

/** The posts that filters let through. Words are searched past row security, where their index works. */
export function matching(filters: PostFilters): SQL | undefined {
  const { websiteId, status, search, isRemoved } = filters
  const isFound = search
    ? sql`${posts.id} = any(array(select app.find_posts(${search}, ${websiteId ?? null}, ${status ?? null}, null, ${MAX_FOUND})))`
    : isNull(posts.deletedAt)
  const isInTrash = and(
    isNotNull(posts.deletedAt),
    search ? ilike(posts.title, likePattern(search)) : undefined,
  )
  return and(
    isRemoved ? isInTrash : isFound,
    websiteId === undefined ? undefined : eq(posts.siteId, websiteId),
    status === undefined ? undefined : eq(posts.status, status),
    organised(filters),
  )
}

function organised({ authorId, seriesId, termId, language, slug, from, until }: PostFilters) {
  return and(
    authorId === undefined ? undefined : eq(posts.authorId, authorId),
    seriesId === undefined ? undefined : eq(posts.seriesId, seriesId),
    termId === undefined
      ? undefined
      : sql`exists (select from ${postTerms} l where l.post_id = ${posts.id} and l.term_id = ${termId})`,
    language === undefined ? undefined : eq(posts.language, language === 'own' ? '' : language),
    slug === undefined ? undefined : eq(posts.slug, slug),
    from === undefined ? undefined : gte(posts.publishedAt, new Date(from)),
    until === undefined ? undefined : lt(posts.publishedAt, new Date(until)),
  )
}
