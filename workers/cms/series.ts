import { and, asc, eq, ilike, sql } from 'drizzle-orm'
import { posts, series } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { keysetAfter } from '../core/keyset.ts'
import { oneMore } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfSite } from '../sites/websites.ts'
import {
  clientOf,
  likePattern,
  namePage,
  refusingTwin,
  requireSite,
  slugFrom,
  touchSiteOf,
  writeNamed,
} from './named-rows.ts'
import type { NewSeries, Series, SeriesChange, SeriesQuery } from './series.contract.ts'

const columns = {
  id: series.id,
  name: series.name,
  series,
  parts: sql<Series['parts']>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'status', p.status)
      order by p.series_part, p.id), '[]'::jsonb)
    from posts p where p.series_id = series.id and p.deleted_at is null)`,
}
const selectSeries = (ctx: Context) => ctx.db.select(columns).from(series).$dynamic()

export async function listSeries(ctx: Context, siteId: string, { cursor, limit, search }: SeriesQuery) {
  const [, rows] = await ctx.db.batch([
    requireSite(ctx, siteId),
    selectSeries(ctx)
      .where(
        and(
          eq(series.siteId, siteId),
          search ? ilike(series.name, likePattern(search)) : undefined,
          keysetAfter(series.name, series.id, cursor),
        ),
      )
      .orderBy(asc(series.name), asc(series.id))
      .limit(oneMore(limit)),
  ])
  return namePage(rows, limit, present)
}

export function createSeries(ctx: Context, siteId: string, { name, description, ...input }: NewSeries) {
  const id = newId()
  const slug = slugFrom(input.slug, name)
  const clientId = clientOfSite(siteId)
  return writeSeries(ctx, id, slug, [
    requireSite(ctx, siteId),
    ctx.db.insert(series).values({ id, clientId, siteId, name, slug, description }),
    audit(ctx, 'series.created', id, { name }, { clientId }),
  ])
}

export function updateSeries(ctx: Context, id: string, change: SeriesChange): Promise<Series> {
  const { name, description, partIds, version } = change
  const slug = change.slug === undefined ? undefined : slugFrom(change.slug, name ?? '')
  return writeSeries(ctx, id, slug ?? '', [
    expectVersion(ctx, series, id, version),
    ctx.db.update(series).set({ name, slug, description, updatedAt: ctx.now }).where(eq(series.id, id)),
    ...(partIds ? putInOrder(ctx, id, partIds) : []),
    touchSiteOf(ctx, 'series', id),
    audit(ctx, 'series.changed', id, { fields: Object.keys(change) }, { clientId: clientOf('series', id) }),
  ])
}

export async function removeSeries(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expect(ctx, sql`exists (select from series where id = ${id})`, '404', notFound('Series', id).message),
    audit(ctx, 'series.removed', id, {}, { clientId: clientOf('series', id) }),
    touchSiteOf(ctx, 'series', id),
    leave(ctx, id),
    ctx.db.delete(series).where(eq(series.id, id)),
  ])
}

const leave = (ctx: Context, id: string) =>
  ctx.db.update(posts).set({ seriesId: null, seriesPart: null }).where(eq(posts.seriesId, id))

function putInOrder(ctx: Context, id: string, partIds: string[]): Statement[] {
  const ids = sql`${sql.param([...new Set(partIds)])}::uuid[]`
  return [
    expect(
      ctx,
      sql`cardinality(${ids}) = (select count(*) from posts p join series s on s.site_id = p.site_id
        where s.id = ${id} and p.id = any(${ids}) and p.deleted_at is null)`,
      '404',
      notFound('Post', partIds.join(', ')).message,
    ),
    leave(ctx, id),
    ctx.db.execute(sql`
      update posts p set series_id = ${id}::uuid, series_part = o.part, version = p.version + 1
      from unnest(${ids}) with ordinality o (id, part) where p.id = o.id`),
  ]
}

const writeSeries = (ctx: Context, id: string, slug: string, statements: Statement[]): Promise<Series> =>
  refusingTwin('series_slug_key', slug, async () =>
    present(
      await writeNamed<Row>(ctx, ['Series', id], statements, selectSeries(ctx).where(eq(series.id, id))),
    ),
  )

type Row = { id: string; name: string; series: typeof series.$inferSelect; parts: Series['parts'] }

const present = ({ series: row, parts }: Row): Series => ({
  ...{ id: row.id, websiteId: row.siteId, name: row.name, slug: row.slug },
  ...{ description: row.description, parts, version: row.version },
})
