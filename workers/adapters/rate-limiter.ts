import { Ratelimit } from '@upstash/ratelimit'
import { Redis } from '@upstash/redis/cloudflare'
import type { RateLimit, RateLimiter } from '../core/ports.ts'

/** A limiter that does not answer in time lets the request pass: slow is worse than unlimited for a moment. */
const TIMEOUT_MS = 1000

/** Sliding windows in Upstash Redis, shared by every edge location. */
export function createRateLimiter(config: { url: string; token: string }): RateLimiter {
  const redis = new Redis({ url: config.url, token: config.token, enableTelemetry: false })
  const limiters = new Map<string, Ratelimit>()

  function limiterOf({ name, tokens, windowSeconds }: RateLimit): Ratelimit {
    const known = limiters.get(name)
    if (known) return known
    const limiter = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(tokens, `${windowSeconds} s`),
      prefix: `limit:${name}`,
      timeout: TIMEOUT_MS,
    })
    limiters.set(name, limiter)
    return limiter
  }

  return {
    async allow(limit, key) {
      return (await limiterOf(limit).limit(key)).success
    },
  }
}
