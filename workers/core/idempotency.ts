import { and, eq } from 'drizzle-orm'
import { idempotencyKeys } from '#db/schema/index.ts'
import type { Context } from './context.ts'
import { DomainError } from './errors.ts'
import { newId } from './ids.ts'

export const IDEMPOTENCY_HEADER = 'idempotency-key'

export interface KeyedRequest {
  key: string
  /** Hash of method, path and body: the same key may not stand for something else. */
  requestHash: string
}
export interface StoredAnswer {
  status: number
  answer: unknown
}

/**
 * Does the work of a request once per key. `ctx.db` must be a transaction: the key's row is locked first, so a second
 * request with the same key waits for the first, then finds its answer; answer and effects commit together.
 */
export async function once(
  ctx: Context,
  request: KeyedRequest,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const actor = ctx.principal.userId ?? ctx.principal.name
  const { key, requestHash } = request
  const mine = and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key))

  const claimed = await ctx.db
    .insert(idempotencyKeys)
    .values({ id: newId(), actor, key, requestHash })
    .onConflictDoNothing()
    .returning({ id: idempotencyKeys.id })
  if (claimed.length === 0) return replay(ctx, mine, requestHash)

  const result = await work()
  await ctx.db
    .update(idempotencyKeys)
    .set({ status: result.status, answer: result.answer ?? null })
    .where(mine)
  return result
}

async function replay(
  ctx: Context,
  mine: ReturnType<typeof and>,
  requestHash: string,
): Promise<StoredAnswer> {
  const [earlier] = await ctx.db.select().from(idempotencyKeys).where(mine)
  if (!earlier || earlier.requestHash !== requestHash) {
    throw new DomainError('conflict', 'This Idempotency-Key was used for a different request. Use a new one.')
  }
  return { status: earlier.status ?? 200, answer: earlier.answer }
}
