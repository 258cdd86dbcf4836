import { describe, expect, test } from 'vitest'
import { createEndpoint, createGate, createWorld, failing, KEYS, verify } from './qstash-world.ts'
import { eventually } from './serve.ts'

describe('deduplication', () => {
  test('the same id within ten minutes is one message, later it is another', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    const request = { url: endpoint.url, deduplicationId: 'event-1' }
    const first = await client.publish({ ...request, body: 'a' })
    const second = await client.publish({ ...request, body: 'b' })
    expect(second).toEqual({ messageId: first.messageId, deduplicated: true })

    qstash.advance(600_001)
    const third = await client.publish({ ...request, body: 'c' })
    expect(third.deduplicated).toBeUndefined()
    expect((await endpoint.until(2)).map(({ body }) => body)).toEqual(['a', 'c'])
  })

  test('a repeated message is answered with 202 instead of 201', async () => {
    const { url } = await createWorld()
    const publish = () =>
      fetch(`${url}/v2/publish/http://127.0.0.1:9/`, {
        method: 'POST',
        headers: { authorization: 'Bearer secret', 'upstash-deduplication-id': 'x', 'upstash-delay': '1h' },
      })
    expect((await publish()).status).toBe(201)
    expect((await publish()).status).toBe(202)
  })

  test('content decides when asked to: body, forwarded headers and destination', async () => {
    const { client, qstash } = await createWorld()
    const publish = (url: string, body: string, tenant: string) =>
      client.publish({
        url,
        body,
        headers: { 'X-Tenant': tenant },
        contentBasedDeduplication: true,
        delay: 60,
      })
    await publish('http://x.test/a', 'one', 'acme')
    expect((await publish('http://x.test/a', 'one', 'acme')).deduplicated).toBe(true)
    await publish('http://x.test/a', 'two', 'acme')
    await publish('http://x.test/a', 'one', 'other')
    await publish('http://x.test/b', 'one', 'acme')
    expect(qstash.idle().pending).toBe(4)
  })

  test('a url group is deduplicated endpoint by endpoint', async () => {
    const { client, qstash } = await createWorld()
    const publish = () => client.publish({ urlGroup: 'all', deduplicationId: 'once', delay: 60 })
    await client.urlGroups.addEndpoints({
      name: 'all',
      endpoints: [{ url: 'http://x.test/1' }, { url: 'http://x.test/2' }],
    })
    await publish()
    expect((await publish()).map(({ deduplicated }) => deduplicated)).toEqual([true, true])
    expect(qstash.idle().pending).toBe(2)
  })
})

describe('url groups', () => {
  test('every endpoint of a group gets its own message', async () => {
    const { client } = await createWorld()
    const endpoint = await createEndpoint()
    const endpoints = [{ url: `${endpoint.url}/a`, name: 'first' }, { url: `${endpoint.url}/b` }]
    await client.urlGroups.addEndpoints({ name: 'all', endpoints })

    const receipts = await client.publishJSON({ urlGroup: 'all', body: {} })
    expect(receipts.map(({ url }) => url)).toEqual([`${endpoint.url}/a`, `${endpoint.url}/b`])
    expect(new Set(receipts.map(({ messageId }) => messageId)).size).toBe(2)
    const received = await endpoint.until(2)
    expect(received.map(({ headers }) => headers.get('upstash-topic-name'))).toEqual(['all', 'all'])
  })

  test('endpoints are replaced by name, removed, and the empty group is gone', async () => {
    const { client } = await createWorld()
    const { urlGroups } = client
    await urlGroups.addEndpoints({
      name: 'all',
      endpoints: [{ url: 'http://x.test/1', name: 'one' }, { url: 'http://x.test/2' }],
    })
    await urlGroups.addEndpoints({ name: 'all', endpoints: [{ url: 'http://x.test/new', name: 'one' }] })
    expect((await urlGroups.get('all')).endpoints.map(({ url }) => url).sort()).toEqual([
      'http://x.test/2',
      'http://x.test/new',
    ])
    expect(await urlGroups.list()).toHaveLength(1)

    await urlGroups.removeEndpoints({ name: 'all', endpoints: [{ name: 'one' }, { url: 'http://x.test/2' }] })
    await expect(urlGroups.get('all')).rejects.toThrow(/not found/)
    await expect(client.publish({ urlGroup: 'all' })).rejects.toThrow(/neither a url group/)
  })
})

describe('messages and events', () => {
  test('a message tells how it will be delivered, with what it was told to redact hidden', async () => {
    const { client } = await createWorld()
    const { messageId } = await client.publishJSON({
      url: 'http://x.test/jobs',
      body: { card: '4242' },
      headers: { 'X-Secret': 'hush', 'X-Open': 'yes' },
      delay: 60,
      retries: 7,
      retryDelay: '1000 * (1 + retried)',
      callback: 'http://x.test/back',
      label: 'billing',
      flowControl: { key: 'flow', rate: 5, period: '1m', parallelism: 2 },
      redact: { body: true, header: ['x-secret'] },
    })
    expect(await client.messages.get(messageId)).toMatchObject({
      messageId,
      url: 'http://x.test/jobs',
      method: 'POST',
      body: expect.stringMatching(/^REDACTED:[0-9a-f]{64}$/),
      header: {
        'Content-Type': ['application/json'],
        'X-Secret': [expect.stringMatching(/^REDACTED:/)],
        'X-Open': ['yes'],
      },
      maxRetries: 7,
      retryDelayExpression: '1000 * (1 + retried)',
      callback: 'http://x.test/back',
      callerIP: '127.0.0.1',
      labels: ['billing'],
      flowControlKey: 'flow',
      rate: 5,
      period: 60,
      parallelism: 2,
    })
  })

  test('messages are cancelled by id, by list, by filter and all at once', async () => {
    const { client, qstash } = await createWorld()
    const publish = (path: string, label: string) =>
      client.publish({ url: `http://x.test/${path}`, label, delay: 60 })
    const [one, two, three] = [await publish('1', 'a'), await publish('2', 'a'), await publish('3', 'b')]
    await publish('4', 'c')
    await publish('5', 'c')

    expect(await client.messages.cancel(one!.messageId)).toEqual({ cancelled: 1 })
    expect(await client.messages.cancel([two!.messageId, three!.messageId])).toEqual({ cancelled: 2 })
    expect(await client.messages.cancel({ filter: { label: ['c', 'd'], path: '/4' } })).toEqual({
      cancelled: 1,
    })
    expect(await client.messages.cancel({ all: true })).toEqual({ cancelled: 1 })
    expect(qstash.idle().pending).toBe(0)
    await expect(client.messages.get(one!.messageId)).rejects.toThrow(/not found/)
    await expect(client.messages.cancel(one!.messageId)).rejects.toThrow(/not found/)
  })

  test('a message cancelled in flight is neither retried nor kept as failed', async () => {
    const gate = createGate()
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint(() => gate.answer().then(failing))
    const { messageId } = await client.publish({ url: endpoint.url, retries: 0 })
    await endpoint.until(1)
    await client.messages.cancel(messageId)
    gate.open()
    await eventually(() => qstash.idle().active === 0)
    expect(qstash.idle()).toMatchObject({ pending: 0, dlq: 0 })
  })

  test('the events of a message tell its life, newest first, and are paged by a cursor', async () => {
    const { client, qstash } = await createWorld()
    const answers = [500, 200]
    const endpoint = await createEndpoint(() => new Response('answer', { status: answers.shift() ?? 200 }))
    const { messageId } = await client.publish({ url: endpoint.url, body: 'x', label: 'mine' })
    await eventually(async () => (await client.logs({ filter: { state: 'RETRY' } })).logs.length === 1)
    qstash.advance(13_000)
    await eventually(() => qstash.idle().pending === 0)

    const { logs } = await client.logs({ messageIds: [messageId] })
    expect(logs.map(({ state }) => state)).toEqual([
      'DELIVERED',
      'ACTIVE',
      'RETRY',
      'ERROR',
      'ACTIVE',
      'CREATED',
    ])
    expect(logs[3]).toMatchObject({
      responseStatus: 500,
      responseBody: Buffer.from('answer').toString('base64'),
    })
    expect(logs[5]).toMatchObject({
      url: endpoint.url,
      body: Buffer.from('x').toString('base64'),
      labels: ['mine'],
    })

    const page = await client.logs({ count: 4 })
    expect(page.logs).toHaveLength(4)
    const rest = await client.logs({ count: 4, cursor: page.cursor! })
    expect(rest.logs.map(({ state }) => state)).toEqual(['ACTIVE', 'CREATED'])
    expect(rest.cursor).toBeUndefined()
    expect((await client.logs({ filter: { label: 'other' } })).logs).toEqual([])
  })
})

describe('signing keys', () => {
  test('a receiver keeps verifying through a rotation', async () => {
    const { client, url } = await createWorld()
    const endpoint = await createEndpoint()
    const rotate = await fetch(`${url}/v2/keys/rotate`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret' },
    })
    const keys = await rotate.json()
    expect(keys.current).toBe(KEYS.nextSigningKey)

    await client.publish({ url: `${endpoint.url}/jobs`, body: 'rotated' })
    const [request] = await endpoint.until(1)
    expect(await verify(request!, KEYS)).toBe(true)
    expect(await verify(request!, { currentSigningKey: keys.current, nextSigningKey: keys.next })).toBe(true)
  })
})
