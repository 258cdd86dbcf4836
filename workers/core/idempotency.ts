import { and, eq } from 'drizzle-orm'
import { idempotencyKeys } from '#db/schema/index.ts'
import type { Context } from './context.ts'
import { DomainError } from './errors.ts'
import { newId } from './ids.ts'
import { seal, unseal } from './sealed.ts'

export const IDEMPOTENCY_HEADER = 'idempotency-key'

export interface KeyedRequest {
  key: string
  /** Hash of method, path and body: the same key may not stand for something else. */
  requestHash: string
  /** Answers that hold tokens are kept encrypted, readable only with the key itself; this is our half of the secret. */
  secret: string
}
export interface StoredAnswer {
  status: number
  answer: unknown
  /** `Set-Cookie` values that went with it. */
  cookies?: string[]
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
  const { key, requestHash, secret } = request
  const mine = and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key))

  const claimed = await ctx.db
    .insert(idempotencyKeys)
    .values({ id: newId(), actor, key, requestHash })
    .onConflictDoNothing()
    .returning({ id: idempotencyKeys.id })
  if (claimed.length === 0) return replay(ctx, mine, request)

  const result = await work()
  const answer = await seal(JSON.stringify(result), secret, key)
  await ctx.db.update(idempotencyKeys).set({ answer }).where(mine)
  return result
}

async function replay(
  ctx: Context,
  mine: ReturnType<typeof and>,
  { key, requestHash, secret }: KeyedRequest,
): Promise<StoredAnswer> {
  const [earlier] = await ctx.db.select().from(idempotencyKeys).where(mine)
  if (!earlier?.answer || earlier.requestHash !== requestHash) {
    throw new DomainError('conflict', 'This Idempotency-Key was used for a different request. Use a new one.')
  }
  // safe: `once` sealed a stored answer
  return JSON.parse(await unseal(earlier.answer, secret, key)) as StoredAnswer
}
