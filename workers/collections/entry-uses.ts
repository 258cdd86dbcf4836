import { sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'

/** Entries beside these that point at one of them. */
const usesOf = (ids: readonly string[]) => sql`
  select distinct e.title from entry_values v join entries e on e.id = v.entry_id
  where v.target_id = any(${sql.param(ids)}::uuid[]) and v.client_id = e.client_id and e.deleted_at is null and not e.id = any(${sql.param(ids)}::uuid[])`

/** Fails the batch while others point at these entries, and names some of those. */
export const expectUnused = (ctx: Context, ids: readonly string[]): Statement =>
  ctx.db.execute(sql`select app.expect(not exists (${usesOf(ids)}), '409',
    (select 'Still pointed at by ' || string_agg('“' || u.title || '”', ', ') || '. Change that first.' from (${usesOf(ids)} limit 3) u))`)
