import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Context } from './context.ts'

interface VersionedTable extends PgTable {
  id: PgTable['_']['columns'][string]
  version: PgTable['_']['columns'][string]
}

/**
 * Stands first in a batch that changes a row: locks it, and fails the whole batch when it is missing (not found) or not of
 * the wanted version (conflict). A zero-row update would otherwise leave its event and audit entry behind.
 */
export function expectVersion(
  ctx: Context,
  table: VersionedTable,
  id: string | SQL,
  wanted: number | undefined,
  where?: SQL,
) {
  const condition = where ? sql` and ${where}` : sql``
  return ctx.db.execute(
    sql`select app.expect_version((select version from ${table} where ${table.id} = ${id}${condition} for update), ${wanted ?? null}::integer)`,
  )
}

/**
 * Fails the whole batch unless the condition holds: 404 for something missing, 409 for something in the way, 402 for more than
 * the plan holds. The sentence is what whoever asked is told.
 */
export function expect(ctx: Context, condition: SQL, code: '404' | '409' | '402', sentence: string) {
  return ctx.db.execute(sql`select app.expect((${condition}), ${code}, ${sentence})`)
}
