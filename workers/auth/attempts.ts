import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import type { RateLimit } from '../core/ports.ts'

const limits = {
  'log-in': { name: 'log-in', tokens: 20, windowSeconds: 60 },
  'sign-up': { name: 'sign-up', tokens: 20, windowSeconds: 3600 },
  mail: { name: 'mail', tokens: 5, windowSeconds: 600 },
} satisfies Record<string, RateLimit>

/** Stops guessing and flooding before any password is hashed or mail is written. */
export async function allowAttempt(ctx: Context, kind: keyof typeof limits, key: string): Promise<void> {
  if (await ctx.ports.limiter.allow(limits[kind], key)) return
  throw new DomainError('rate_limited', 'Too many attempts. Wait a few minutes and try again.')
}
