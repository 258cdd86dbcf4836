import { and, eq, isNull, sql } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import type { WebsiteAnalytics } from './websites.contract.ts'

type Day = { day: string; count: number }

/** Submissions and new contacts per day; days without any are there with zero. */
export async function readAnalytics(ctx: Context, siteId: string, days: number): Promise<WebsiteAnalytics> {
  const perDay = (table: 'submissions' | 'contacts', where: string) => sql<Day[]>`(
    select jsonb_agg(jsonb_build_object('day', to_char(d, 'YYYY-MM-DD'), 'count', (
      select count(*) from ${sql.raw(table)} x where ${sql.raw(where)} and x.created_at >= d and x.created_at < d + interval '1 day')) order by d)
    from generate_series(date_trunc('day', now() at time zone 'utc') at time zone 'utc' - make_interval(days => ${days - 1}), now(), interval '1 day') d)`
  const [row] = await ctx.db
    .select({
      submissions: perDay(
        'submissions',
        `x.site_id = sites.id and x.status <> 'spam' and x.deleted_at is null`,
      ),
      contacts: perDay('contacts', "x.client_id = sites.client_id and x.source = 'form'"),
    })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!row) throw notFound('Website', siteId)
  const total = (list: Day[]) => list.reduce((sum, { count }) => sum + count, 0)
  return {
    from: row.submissions[0]?.day ?? '',
    to: row.submissions.at(-1)?.day ?? '',
    submissions: { total: total(row.submissions), perDay: row.submissions },
    newContacts: { total: total(row.contacts), perDay: row.contacts },
  }
}
