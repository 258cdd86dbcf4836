import { Client } from '@upstash/qstash'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { createClient, createEndpoint, createWorld, verify } from './qstash-world.ts'
import { eventually, serveUnder } from './serve.ts'

describe('publishing', () => {
  test('a message reaches its endpoint with body, headers and a signature the receiver accepts', async () => {
    const { client } = await createWorld()
    const endpoint = await createEndpoint()

    const { messageId } = await client.publishJSON({
      url: `${endpoint.url}/jobs?step=1&b=%20x`,
      body: { hello: 'wörld' },
      headers: { 'X-Tenant': 'acme', Authorization: 'Bearer mine' },
      label: ['nightly', 'import'],
    })

    const [request] = await endpoint.until(1)
    expect(messageId).toMatch(/^msg_/)
    expect(request!.url).toBe(`${endpoint.url}/jobs?step=1&b=%20x`)
    expect(request!.method).toBe('POST')
    expect(request!.body).toBe('{"hello":"wörld"}')
    expect(request!.headers.get('content-type')).toBe('application/json')
    expect(request!.headers.get('x-tenant')).toBe('acme')
    expect(request!.headers.get('authorization')).toBe('Bearer mine')
    expect(request!.headers.get('user-agent')).toBe('Upstash-QStash')
    expect(request!.headers.get('upstash-message-id')).toBe(messageId)
    expect(request!.headers.get('upstash-retried')).toBe('0')
    expect(request!.headers.get('upstash-label')).toBe('nightly,import')
    expect(await verify(request!)).toBe(true)
  })

  test('works at the root of a server and behind a mount as well as under a prefix', async () => {
    const { qstash } = await createWorld()
    const endpoint = await createEndpoint()
    const atRoot = await serveUnder('', qstash.app)
    const mounted = await serveUnder('', new Hono().mount('/queue', qstash.app.fetch))
    await createClient(atRoot.url).publish({ url: `${endpoint.url}/a`, body: 'x' })
    await createClient(`${mounted.url}/queue`).publish({ url: `${endpoint.url}/b`, body: 'x' })
    const received = await endpoint.until(2)
    expect(received.map(({ url }) => url)).toEqual([`${endpoint.url}/a`, `${endpoint.url}/b`])
    await Promise.all([atRoot.close(), mounted.close()])
  })

  test('a signature does not fit another body, another url or another key', async () => {
    const { client } = await createWorld()
    const endpoint = await createEndpoint()
    await client.publish({ url: `${endpoint.url}/jobs`, body: 'one' })
    const [request] = await endpoint.until(1)

    await expect(verify({ ...request!, body: 'two' })).rejects.toThrow(/body hash/)
    await expect(verify({ ...request!, url: 'http://elsewhere.test/' })).rejects.toThrow(/subject/)
    const foreign = { currentSigningKey: 'other', nextSigningKey: 'another' }
    await expect(verify(request!, foreign)).rejects.toThrow(/signature/)
  })

  test('the clock that was moved does not spoil a signature', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    qstash.advance(30 * 86_400_000)
    await client.publish({ url: `${endpoint.url}/jobs`, body: 'later' })
    expect(await verify((await endpoint.until(1))[0]!)).toBe(true)
  })

  test('a message goes out within milliseconds of being published', async () => {
    const { client } = await createWorld()
    const endpoint = await createEndpoint()
    const waits: number[] = []
    for (let count = 1; count <= 11; count += 1) {
      await client.publish({ url: endpoint.url, body: String(count) })
      const publishedAt = performance.now()
      const received = await endpoint.until(count)
      waits.push(received.at(-1)!.at - publishedAt)
    }
    expect(waits.sort((one, other) => one - other)[5]).toBeLessThan(25)
  })

  test('any method is used as asked, and a GET carries no body', async () => {
    const { client } = await createWorld()
    const endpoint = await createEndpoint()
    await client.publish({ url: `${endpoint.url}/a`, method: 'GET', body: 'ignored' })
    await client.publish({ url: `${endpoint.url}/b`, method: 'DELETE', body: 'kept' })
    const received = await endpoint.until(2)
    expect(received.map(({ method, body }) => `${method} ${body}`).sort()).toEqual(['DELETE kept', 'GET '])
    for (const request of received) expect(await verify(request)).toBe(true)
  })

  test('a body that is not text arrives byte for byte', async () => {
    const { client, url } = await createWorld()
    const { messageId } = await client.publish({
      url: 'http://x.test/',
      delay: 60,
      body: new Blob([new Uint8Array([255, 0, 128])]),
    })
    const message = await client.messages.get(messageId)
    expect(message.bodyBase64).toBe('/wCA')
    expect(message.body).toBeUndefined()
    expect(url).toContain('/qstash')
  })

  test('a wrong token is refused', async () => {
    const { url } = await createWorld()
    const stranger = new Client({ baseUrl: url, token: 'guess', retry: false })
    await expect(stranger.publish({ url: 'http://127.0.0.1:9/' })).rejects.toThrow(/invalid token/)
  })

  test.each([
    ['a destination without a scheme', { url: 'example.com/jobs' }, /add http/],
    ['an unknown retry-delay function', { url: 'http://x.test', retryDelay: 'evil(1)' }, /unknown function/],
    ['a callback that is no url', { url: 'http://x.test', callback: 'nowhere' }, /is not a URL/],
    ['a deduplication id with a colon', { url: 'http://x.test', deduplicationId: 'a:b' }, /colon/],
  ])('%s is refused and nothing is kept', async (_name, request, message) => {
    const { client, qstash } = await createWorld()
    await expect(client.publish(request)).rejects.toThrow(message)
    expect(qstash.idle().pending).toBe(0)
  })

  test('a batch goes to urls, groups and queues, and one bad message refuses all of it', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    const endpoints = [{ url: `${endpoint.url}/a` }, { url: `${endpoint.url}/b` }]
    await client.urlGroups.addEndpoints({ name: 'pair', endpoints })

    const receipts = await client.batchJSON([
      { url: `${endpoint.url}/single`, body: { n: 1 } },
      { urlGroup: 'pair', body: { n: 2 } },
      { url: `${endpoint.url}/queued`, body: { n: 3 }, queueName: 'line' },
    ])
    expect(receipts).toHaveLength(3)
    expect(receipts[1]).toHaveLength(2)
    const received = await endpoint.until(4)
    expect(received.map(({ url }) => new URL(url).pathname).sort()).toEqual([
      '/a',
      '/b',
      '/queued',
      '/single',
    ])

    const bad = client.batchJSON([
      { url: endpoint.url, body: 1 },
      { urlGroup: 'missing', body: 2 },
    ])
    await expect(bad).rejects.toThrow(/missing/)
    await eventually(() => qstash.idle().pending === 0)
  })
})

describe('waiting', () => {
  test('a delayed message waits for its time, and a moved clock brings it', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    await client.publish({ url: endpoint.url, body: 'later', delay: '1h' })
    await client.publish({ url: endpoint.url, body: 'now' })
    expect((await endpoint.until(1))[0]!.body).toBe('now')
    await eventually(() => qstash.idle().active === 0)

    qstash.advance(3_590_000)
    expect(qstash.idle()).toMatchObject({ pending: 1, due: 0 })
    qstash.advance(10_000)
    expect((await endpoint.until(2))[1]!.body).toBe('later')
  })

  test('a short delay passes by itself', async () => {
    const { url } = await createWorld()
    const endpoint = await createEndpoint()
    const startedAt = performance.now()
    await fetch(`${url}/v2/publish/${endpoint.url}`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'upstash-delay': '80ms' },
    })
    const [request] = await endpoint.until(1)
    expect(request!.at - startedAt).toBeGreaterThanOrEqual(79)
    expect(request!.at - startedAt).toBeLessThan(500)
  })

  test('not-before holds a message back and wins over a delay', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    const notBefore = Math.floor(qstash.now() / 1_000) + 600
    const { messageId } = await client.publish({ url: endpoint.url, notBefore, delay: 5 })
    expect((await client.messages.get(messageId)).notBefore).toBe(notBefore * 1_000)
    qstash.advance(601_000)
    await endpoint.until(1)
  })

  test('the clock can move for the messages alone that have certain words, and for one schedule', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    for (const body of ['{"tenant":"a"}', '{"tenant":"b"}'])
      await client.publish({ url: endpoint.url, body, delay: '1h' })
    await client.schedules.create({ scheduleId: 'yearly', cron: '0 0 1 1 *', destination: endpoint.url })
    const before = qstash.now()
    qstash.bringForward(3_600_000, '"a"')
    expect((await endpoint.until(1))[0]!.body).toBe('{"tenant":"a"}')
    qstash.bringForward(366 * 24 * 3_600_000, 'yearly')
    await endpoint.until(2)
    await eventually(() => qstash.idle().active === 0)
    expect(qstash.idle().pending).toBe(1)
    expect(qstash.now() - before).toBeLessThan(60_000)
  })

  test('the clock moves over HTTP and says what is left', async () => {
    const { client, url } = await createWorld()
    const endpoint = await createEndpoint()
    await client.publish({ url: endpoint.url, delay: 80 })
    const before = await (await fetch(`${url}/_state`)).json()
    expect(before).toMatchObject({ pending: 1, active: 0, dlq: 0, now: expect.any(Number) })

    const moved = await fetch(`${url}/_clock?advance=90s`, { method: 'POST' })
    expect((await moved.json()).now - before.now).toBeGreaterThanOrEqual(90_000)
    await endpoint.until(1)
    await eventually(async () => (await (await fetch(`${url}/_state`)).json()).pending === 0)
    expect((await fetch(`${url}/_clock?advance=soon`, { method: 'POST' })).status).toBe(400)
  })
})
