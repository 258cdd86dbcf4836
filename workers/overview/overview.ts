import { sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import type { Overview } from './overview.contract.ts'

const DAYS = 30

/** Neither spam nor deleted. */
const isTaken = sql`s.status <> 'spam' and s.deleted_at is null`

/** Everything the first screen shows, in one statement. Row security narrows it to whom it is for. */
export async function readOverview(ctx: Context): Promise<Overview> {
  const house = sql`app.tenant_id()`
  const result = await ctx.db.execute<{ overview: Overview }>(sql`
    with days as (
      select generate_series(
        date_trunc('day', now() at time zone 'utc') at time zone 'utc' - make_interval(days => ${DAYS - 1}), now(), interval '1 day') as day
    ), recent as (
      select s.id, s.contact_id, s.values, s.created_at, c.name as client_name, f.name as form_name,
        nullif(trim(concat_ws(' ', k.first_name, k.last_name)), '') as contact_name, k.email
      from submissions s join clients c on c.id = s.client_id join forms f on f.id = s.form_id
      left join contacts k on k.id = s.contact_id
      where ${isTaken}
      order by s.id desc limit 8
    ), attention as (
      (select 'run_failed' as kind, r.title, coalesce((select t.label || ': ' || t.message from run_steps t where t.run_id = r.id and t.status = 'failed' limit 1), '') as detail,
        '/activity/' || r.id as href, r.updated_at as at
        from runs r where r.status = 'failed' order by r.id desc limit 5)
      union all
      (select 'site_offline', s.name || ' is offline', 'Visitors see a “not available” page.', '/websites/' || s.id, s.updated_at
        from sites s where s.status in ('unpublished', 'suspended', 'error') and s.deleted_at is null order by s.updated_at desc limit 5)
      union all
      (select 'changes_unpublished', s.name || ' has unpublished changes', 'Publish them when they are ready.', '/websites/' || s.id, s.content_changed_at
        from sites s where s.status = 'live' and s.content_changed_at > s.published_at and s.deleted_at is null order by s.content_changed_at desc limit 5)
    )
    select jsonb_build_object(
      'clients', (select count(*) from clients where deleted_at is null and id <> ${house}),
      'sites', (select count(*) from sites where deleted_at is null),
      'sitesLive', (select count(*) from sites where deleted_at is null and status = 'live'),
      'contacts', (select count(*) from contacts where deleted_at is null),
      'leads', jsonb_build_object(
        'total', (select count(*) from submissions s where created_at >= (select min(day) from days) and ${isTaken}),
        'previous', (select count(*) from submissions s
          where ${isTaken} and created_at < (select min(day) from days) and created_at >= (select min(day) from days) - make_interval(days => ${DAYS})),
        'perDay', (select jsonb_agg(jsonb_build_object('day', to_char(day, 'YYYY-MM-DD'), 'count', (
          select count(*) from submissions s where ${isTaken} and s.created_at >= day and s.created_at < day + interval '1 day')) order by day) from days)),
      'recentSubmissions', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'contactId', contact_id, 'name', coalesce(contact_name, email, 'Someone'), 'clientName', client_name,
        'formName', form_name, 'createdAt', to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by id desc), '[]'::jsonb) from recent),
      'needsAttention', (select coalesce(jsonb_agg(jsonb_build_object(
        'kind', kind, 'title', title, 'detail', detail, 'href', href,
        'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by at desc), '[]'::jsonb) from attention)
    ) as overview`)
  const [row] = result.rows
  if (!row) throw new Error('The overview statement gave no row.')
  return row.overview
}
