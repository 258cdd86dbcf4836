import type { BatchItem } from 'drizzle-orm/batch'
import type { Context } from './context.ts'

/** A statement that can stand in a batch. */
export type Statement = BatchItem<'pg'>

/** Sends statements gathered along the way in one round trip and one transaction; none is none. */
export async function commit(ctx: Context, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements
  if (first) await ctx.db.batch([first, ...rest])
}
