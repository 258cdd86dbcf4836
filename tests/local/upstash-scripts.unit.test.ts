import { Ratelimit } from '@upstash/ratelimit'
import type { Redis } from '@upstash/redis'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorld } from './upstash-world.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let redis: Redis

beforeEach(async () => {
  world = await createWorld()
  redis = world.redis
})

afterEach(() => world.close())

describe('scripts', () => {
  test('a script sees its keys and arguments and answers with Lua’s types', async () => {
    const script = `
      redis.call('SET', KEYS[1], ARGV[1])
      local n = redis.call('INCRBY', KEYS[1], 5)
      return { n, redis.call('GET', KEYS[1]), tonumber(ARGV[1]) / 4, false, 'cut' }
    `
    expect(await redis.eval(script, ['n'], [10])).toEqual([15, 15, 2, null, 'cut'])
    expect(await redis.eval('return redis.call("GET", "none") == false', [], [])).toBe(1)
    expect(await redis.eval('return redis.call("SET", "a", "b").ok', [], [])).toBe('OK')
    expect(await redis.eval('return redis.sha1hex("")', [], [])).toBe(
      'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    )
  })

  test('numbers are the doubles of Lua 5.1: they do not wrap around and print without a fraction', async () => {
    expect(await redis.eval('return tonumber(ARGV[1]) * 2 + 1000', [], ['1209600000'])).toBe(2_419_201_000)
    expect(await redis.eval('return "at:" .. tonumber(ARGV[1])', [], ['1700000000000'])).toBe(
      'at:1700000000000',
    )
    expect(await redis.eval('return "n:" .. 10 / 2', [], [])).toBe('n:5')
    expect(await redis.eval('return { unpack({ 1, 2, 3 }) }', [], [])).toEqual([1, 2, 3])
  })

  test('a script is called by the hash of what was sent, and NOSCRIPT says it is unknown', async () => {
    const script = redis.createScript<number>(
      '#!lua flags=allow-key-locking\nreturn redis.call("INCR", KEYS[1])',
    )
    await expect(script.evalsha(['n'], [])).rejects.toThrow(/NOSCRIPT/)
    expect([await script.exec(['n'], []), await script.evalsha(['n'], [])]).toEqual([1, 2])
    const sha = await redis.scriptLoad('return 7')
    expect([await redis.scriptExists(sha), await redis.evalsha(sha, [], [])]).toEqual([[1], 7])
    await redis.scriptFlush()
    await expect(redis.evalsha(sha, [], [])).rejects.toThrow(/NOSCRIPT/)
  })

  test('errors reach the caller, unless the script catches them', async () => {
    await redis.set('text', 'x')
    await expect(redis.eval('return redis.call("INCR", "text")', [], [])).rejects.toThrow(
      /ERR value is not an integer/,
    )
    expect(await redis.eval('return redis.pcall("INCR", "text").err', [], [])).toMatch(/not an integer/)
    await expect(redis.eval('return redis.error_reply("MINE gone")', [], [])).rejects.toThrow(/MINE gone/)
    await expect(redis.eval('return 1 +', [], [])).rejects.toThrow(/compiling/)
    await expect(redis.eval('leaked = 1', [], [])).rejects.toThrow(/global variable/)
    await expect(redis.eval('return os', [], [])).rejects.toThrow(/nonexistent global/)
    expect(await redis.eval('return 1', [], [])).toBe(1)
  })
})

describe('the rate limiter', () => {
  const createLimit = (limiter: ReturnType<typeof Ratelimit.fixedWindow>) =>
    new Ratelimit({ redis, limiter, prefix: `test:${Math.random()}` })
  const spend = async (ratelimit: Ratelimit, times: number) => {
    const answers = []
    for (let n = 0; n < times; n += 1) answers.push(await ratelimit.limit('tenant'))
    return answers
  }

  test.each([
    ['fixed window', Ratelimit.fixedWindow(3, '1 h')],
    ['sliding window', Ratelimit.slidingWindow(3, '30 d')],
    ['token bucket', Ratelimit.tokenBucket(3, '1 h', 3)],
  ])('a %s allows so many and no more', async (_name, limiter) => {
    const ratelimit = createLimit(limiter)
    const answers = await spend(ratelimit, 4)
    expect(answers.map(({ success }) => success)).toEqual([true, true, true, false])
    expect(answers.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0])
    expect(answers[0]!.limit).toBe(3)
    expect(answers[3]!.reset).toBeGreaterThan(Date.now())
    expect((await ratelimit.limit('another')).success).toBe(true)
  })

  test('a cached fixed window, a rate above one, what remains, and a reset', async () => {
    const cached = new Ratelimit({
      redis,
      limiter: Ratelimit.cachedFixedWindow(2, '1 h'),
      prefix: 'cached',
      ephemeralCache: new Map(),
    })
    expect((await spend(cached, 3)).map(({ success }) => success)).toEqual([true, true, false])

    const ratelimit = createLimit(Ratelimit.slidingWindow(10, '1 h'))
    expect((await ratelimit.limit('tenant', { rate: 7 })).remaining).toBe(3)
    expect((await ratelimit.getRemaining('tenant')).remaining).toBe(3)
    expect((await ratelimit.limit('tenant', { rate: 7 })).success).toBe(false)
    await ratelimit.resetUsedTokens('tenant')
    expect((await ratelimit.getRemaining('tenant')).remaining).toBe(10)
  })

  test('many at once are counted exactly', async () => {
    const ratelimit = createLimit(Ratelimit.slidingWindow(25, '1 h'))
    const answers = await Promise.all(Array.from({ length: 60 }, () => ratelimit.limit('tenant')))
    expect(answers.filter(({ success }) => success)).toHaveLength(25)
  })
})
