import type { Redis } from '@upstash/redis'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createUpstash } from '../../local/upstash/upstash.ts'
import { serveUnder } from './serve.ts'
import { createRedis, createWorld } from './upstash-world.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let redis: Redis

beforeEach(async () => {
  world = await createWorld()
  redis = world.redis
})

afterEach(() => world.close())

const rest = (path: string, init: RequestInit = {}) =>
  fetch(`${world.url}${path}`, { ...init, headers: { authorization: 'Bearer secret', ...init.headers } })

describe('the rest api', () => {
  test('a command comes as a JSON array, as a path, and with its value in the body', async () => {
    const array = await rest('', { method: 'POST', body: JSON.stringify(['SET', 'a', { n: 1 }, 'EX', 100]) })
    expect(await array.json()).toEqual({ result: 'OK' })
    expect(await (await rest('/get/a')).json()).toEqual({ result: '{"n":1}' })
    expect(await (await rest('/set/b?EX=100', { method: 'POST', body: 'von Körper' })).json()).toEqual({
      result: 'OK',
    })
    expect(await (await rest('/GET/b')).json()).toEqual({ result: 'von Körper' })
    expect(await (await rest('/ttl/b')).json()).toEqual({ result: 100 })
    expect(await (await rest('/set/a%2Fb/c%20d')).json()).toEqual({ result: 'OK' })
    expect(await redis.get('a/b')).toBe('c d')
    expect(await (await fetch(`${world.url}/get/a%2Fb?_token=secret`)).json()).toEqual({ result: 'c d' })
  })

  test('strings come in Base64 when asked for, a lone OK does not', async () => {
    const encoded = (path: string) =>
      rest(path, { headers: { 'Upstash-Encoding': 'base64' } }).then((answer) => answer.json())
    expect(await encoded('/set/a/bär')).toEqual({ result: 'OK' })
    expect(await encoded('/get/a')).toEqual({ result: Buffer.from('bär').toString('base64') })
    expect(await encoded('/rpush/list/OK')).toEqual({ result: 1 })
    expect(await encoded('/lrange/list/0/-1')).toEqual({ result: [Buffer.from('OK').toString('base64')] })
  })

  test('a wrong token, an unknown command and a wrong method are refused in Upstash’s words', async () => {
    await expect(createRedis(world.url, 'guess').get('a')).rejects.toThrow(/WRONGPASS/)
    const unknown = await rest('/subscribe/x')
    expect(unknown.status).toBe(400)
    expect(await unknown.json()).toEqual({ error: "ERR Command is not available: 'subscribe'" })
    expect(await (await rest('/get')).json()).toEqual({
      error: "ERR wrong number of arguments for 'get' command",
    })
    expect((await rest('/get/a', { method: 'DELETE' })).status).toBe(405)
    expect((await rest('', { method: 'POST', body: 'no json' })).status).toBe(400)
  })

  test('it works at the root of a server and behind a mount too', async () => {
    const { app } = createUpstash({ token: 'secret' })
    const atRoot = await serveUnder('', app)
    const mounted = await serveUnder('', new Hono().mount('/redis', app.fetch))
    for (const url of [atRoot.url, `${mounted.url}/redis`]) {
      expect(await createRedis(url).set('a', 1)).toBe('OK')
      const byPath = await fetch(`${url}/get/a`, { headers: { authorization: 'Bearer secret' } })
      expect(await byPath.json()).toEqual({ result: '1' })
    }
    await Promise.all([atRoot.close(), mounted.close()])
  })

  test('a pipeline answers command by command, errors included', async () => {
    const pipeline = redis.pipeline().set('a', 'x').incr('a').get('a').rpush('list', 1, 2)
    expect(await pipeline.exec({ keepErrors: true })).toMatchObject([
      { result: 'OK' },
      { error: 'ERR value is not an integer or out of range' },
      { result: 'x' },
      { result: 2 },
    ])
  })

  test('a transaction runs whole, and not at all when a command is unknown', async () => {
    expect(await redis.multi().set('n', 1).incr('n').incrby('n', 5).exec()).toEqual(['OK', 2, 7])
    const body = JSON.stringify([['INCR', 'n'], ['NONSENSE']])
    const discarded = await rest('/multi-exec', { method: 'POST', body })
    expect(discarded.status).toBe(400)
    expect((await discarded.json()).error).toMatch(/EXECABORT/)
    expect(await redis.get('n')).toBe(7)
  })
})

describe('data types', () => {
  test('strings and counters', async () => {
    await redis.set('user', { name: 'Ada' })
    expect(await redis.get('user')).toEqual({ name: 'Ada' })
    expect(await redis.set('user', 'x', { nx: true })).toBeNull()
    expect(await redis.set('fresh', 'x', { xx: true })).toBeNull()
    expect(await redis.set('user', 'new', { get: true })).toEqual({ name: 'Ada' })
    expect(await redis.mset({ a: 1, b: 'two' })).toBe('OK')
    expect(await redis.mget('a', 'b', 'none')).toEqual([1, 'two', null])
    expect(await redis.msetnx({ b: 1, c: 1 })).toBe(0)
    expect([
      await redis.incr('n'),
      await redis.incrby('n', 41),
      await redis.decr('n'),
      await redis.decrby('n', 40),
    ]).toEqual([1, 42, 41, 1])
    expect(await redis.incrbyfloat('f', 1.5)).toBe(1.5)
    expect([await redis.append('text', 'Hello'), await redis.append('text', ' World')]).toEqual([5, 11])
    expect(await redis.getrange('text', -5, -1)).toBe('World')
    expect([await redis.setrange('text', 6, 'Redis'), await redis.strlen('text')]).toEqual([11, 11])
    expect([await redis.getset('text', 'new'), await redis.getdel('text'), await redis.get('text')]).toEqual([
      'Hello Redis',
      'new',
      null,
    ])
  })

  test('hashes', async () => {
    expect(await redis.hset('h', { a: 1, b: { deep: true } })).toBe(2)
    expect(await redis.hget('h', 'b')).toEqual({ deep: true })
    expect(await redis.hgetall('h')).toEqual({ a: 1, b: { deep: true } })
    expect(await redis.hgetall('none')).toBeNull()
    expect(await redis.hmget('h', 'a', 'none')).toEqual({ a: 1, none: null })
    expect([await redis.hincrby('h', 'a', 4), await redis.hincrbyfloat('h', 'a', 0.5)]).toEqual([5, 5.5])
    expect([await redis.hsetnx('h', 'a', 9), await redis.hexists('h', 'a'), await redis.hlen('h')]).toEqual([
      0, 1, 2,
    ])
    expect([await redis.hkeys('h'), await redis.hvals('h')]).toEqual([
      ['a', 'b'],
      [5.5, { deep: true }],
    ])
    expect(await redis.hscan('h', 0, { match: 'a*' })).toEqual(['0', ['a', 5.5]])
    expect([await redis.hdel('h', 'a', 'b'), await redis.exists('h')]).toEqual([2, 0])
  })

  test('sets', async () => {
    expect([await redis.sadd('s', 'a', 'b', 'c'), await redis.sadd('s', 'a')]).toEqual([3, 0])
    await redis.sadd('t', 'b', 'd')
    expect([
      await redis.scard('s'),
      await redis.sismember('s', 'a'),
      await redis.smismember('s', ['a', 'x']),
    ]).toEqual([3, 1, [1, 0]])
    expect((await redis.sunion('s', 't')).sort()).toEqual(['a', 'b', 'c', 'd'])
    expect([await redis.sinter('s', 't'), (await redis.sdiff('s', 't')).sort()]).toEqual([['b'], ['a', 'c']])
    expect([await redis.sinterstore('both', 's', 't'), await redis.smembers('both')]).toEqual([1, ['b']])
    expect([await redis.smove('s', 't', 'a'), await redis.srem('s', 'b')]).toEqual([1, 1])
    expect([await redis.spop('s'), await redis.exists('s')]).toEqual(['c', 0])
    expect((await redis.sscan('t', 0))[1].sort()).toEqual(['a', 'b', 'd'])
  })

  test('sorted sets', async () => {
    expect(
      await redis.zadd('z', { score: 1, member: 'a' }, { score: 2, member: 'b' }, { score: 3, member: 'c' }),
    ).toBe(3)
    expect(await redis.zadd('z', { nx: true }, { score: 9, member: 'a' })).toBe(0)
    expect(await redis.zadd('z', { gt: true, ch: true }, { score: 5, member: 'c' })).toBe(1)
    expect(await redis.zincrby('z', 0.5, 'a')).toBe(1.5)
    expect([await redis.zscore('z', 'c'), await redis.zmscore('z', ['a', 'none'])]).toEqual([5, [1.5, null]])
    expect(await redis.zrange('z', 0, -1, { withScores: true })).toEqual(['a', 1.5, 'b', 2, 'c', 5])
    expect(await redis.zrange('z', 0, 1, { rev: true })).toEqual(['c', 'b'])
    expect(await redis.zrange('z', '(1.5', '+inf', { byScore: true, offset: 1, count: 1 })).toEqual(['c'])
    expect(await redis.zrange('z', '[b', '+', { byLex: true })).toEqual(['b', 'c'])
    expect([
      await redis.zrank('z', 'c'),
      await redis.zrevrank('z', 'c'),
      await redis.zcount('z', 2, 5),
    ]).toEqual([2, 0, 2])
    await redis.zadd('y', { score: 10, member: 'b' })
    expect(await redis.zunionstore('sum', 2, ['z', 'y'], { weights: [1, 2] })).toBe(3)
    expect(await redis.zscore('sum', 'b')).toBe(22)
    expect(await redis.zpopmax('z')).toEqual(['c', 5])
    expect([
      await redis.zremrangebyscore('z', 2, 2),
      await redis.zrem('z', 'a'),
      await redis.zcard('z'),
    ]).toEqual([1, 1, 0])
  })

  test('lists', async () => {
    expect([
      await redis.rpush('l', 'b', 'c'),
      await redis.lpush('l', 'a'),
      await redis.lpushx('none', 'x'),
    ]).toEqual([2, 3, 0])
    expect([await redis.lrange('l', 0, -1), await redis.lrange('l', -2, -1), await redis.llen('l')]).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      3,
    ])
    expect([
      await redis.linsert('l', 'before', 'c', 'bb'),
      await redis.lindex('l', 2),
      await redis.lpos('l', 'c'),
    ]).toEqual([4, 'bb', 3])
    expect([
      await redis.lset('l', -1, 'z'),
      await redis.lrem('l', 0, 'bb'),
      await redis.ltrim('l', 1, -1),
    ]).toEqual(['OK', 1, 'OK'])
    expect(await redis.lmove('l', 'm', 'right', 'left')).toBe('z')
    expect([await redis.lpop('l'), await redis.lpop('l'), await redis.exists('l')]).toEqual(['b', null, 0])
    expect(await redis.rpop('m', 5)).toEqual(['z'])
  })

  test('a command on a key of another kind is refused', async () => {
    await redis.set('text', 'x')
    await expect(redis.lpush('text', 'y')).rejects.toThrow(/WRONGTYPE/)
  })

  test('keys are found, renamed, counted and flushed', async () => {
    await redis.mset({ 'user:1': 1, 'user:2': 2, 'site:1': 3 })
    expect((await redis.keys('user:[1-9]')).sort()).toEqual(['user:1', 'user:2'])
    expect(await redis.scan(0, { match: 'site:?', count: 10 })).toEqual(['0', ['site:1']])
    expect([await redis.type('user:1'), await redis.type('none'), await redis.rename('user:1', 'u')]).toEqual(
      ['string', 'none', 'OK'],
    )
    expect([await redis.del('u', 'none'), await redis.unlink('user:2'), await redis.dbsize()]).toEqual([
      1, 1, 1,
    ])
    expect([
      await redis.flushall(),
      await redis.dbsize(),
      await redis.ping(),
      await redis.echo('hi'),
    ]).toEqual(['OK', 0, 'PONG', 'hi'])
    const [seconds] = await redis.time()
    expect(Math.abs(seconds - Date.now() / 1_000)).toBeLessThan(2)
  })

  test('keys expire when their time has come', async () => {
    await redis.set('a', 1, { ex: 10 })
    await redis.set('b', 1, { px: 5_000 })
    await redis.setex('c', 60, 1)
    expect([
      await redis.ttl('a'),
      await redis.ttl('none'),
      await redis.persist('c'),
      await redis.ttl('c'),
    ]).toEqual([10, -2, 1, -1])
    expect([
      await redis.expire('c', 100),
      await redis.expire('c', 50, 'GT'),
      await redis.expire('c', 50, 'XX'),
    ]).toEqual([1, 0, 1])
    await redis.set('a', 2, { keepTtl: true })
    world.moveTo(6_000)
    expect([await redis.get('b'), await redis.get('a'), await redis.exists('a', 'b')]).toEqual([null, 2, 1])
    world.moveTo(11_000)
    expect([await redis.get('a'), await redis.dbsize(), await redis.incr('a'), await redis.ttl('a')]).toEqual(
      [null, 1, 1, -1],
    )
  })
})
