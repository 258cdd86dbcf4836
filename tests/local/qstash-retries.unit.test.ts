import { describe, expect, test } from 'vitest'
import { createEndpoint, createGate, createWorld, failing, verify } from './qstash-world.ts'
import { eventually } from './serve.ts'

const text = (base64: string) => Buffer.from(base64, 'base64').toString()

describe('retrying', () => {
  test('a failed message is tried again after e^2.5n seconds and then rests in the dlq', async () => {
    const { client, qstash } = await createWorld({ defaultRetries: 2 })
    const endpoint = await createEndpoint(failing)
    const { messageId } = await client.publish({ url: endpoint.url, body: 'x' })

    for (const [attempt, seconds] of [Math.exp(2.5), Math.exp(5)].entries()) {
      await eventually(() => qstash.idle().active === 0 && endpoint.received.length === attempt + 1)
      const { notBefore } = await client.messages.get(messageId)
      const { time } = (await client.logs({ filter: { state: 'RETRY' } })).logs[0]!
      expect(notBefore! - time).toBeCloseTo(seconds * 1_000, -2)
      qstash.advance(Math.ceil(seconds * 1_000))
      await endpoint.until(attempt + 2)
    }

    await eventually(() => qstash.idle().dlq === 1)
    expect(endpoint.received.map(({ headers }) => headers.get('upstash-retried'))).toEqual(['0', '1', '2'])
    expect(qstash.idle().pending).toBe(0)
  })

  test('a message may forbid retries', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint(failing)
    await client.publish({ url: endpoint.url, retries: 0 })
    await eventually(() => qstash.idle().dlq === 1)
    expect(endpoint.received).toHaveLength(1)
  })

  test.each([
    ['1000 * (1 + retried)', [1_000, 2_000]],
    ['pow(2, retried) * 1000', [1_000, 2_000]],
    ['max(1500, min(9, 4) % 3) + floor(2.9) - -1', [1_503, 1_503]],
  ])('the delay follows the expression %s', async (retryDelay, expected) => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint(failing)
    await client.publish({ url: endpoint.url, retryDelay })

    for (const [attempt, delay] of expected.entries()) {
      await eventually(
        async () => (await client.logs({ filter: { state: 'RETRY' } })).logs.length === attempt + 1,
      )
      const [retry] = (await client.logs({ filter: { state: 'RETRY' } })).logs
      expect(retry!.nextDeliveryTime! - retry!.time).toBeGreaterThanOrEqual(delay - 5)
      expect(retry!.nextDeliveryTime! - retry!.time).toBeLessThanOrEqual(delay)
      qstash.advance(delay)
    }
  })

  test.each([
    ['40', 40_000],
    ['6m5s', 365_000],
    [new Date(Date.now() + 3_600_000).toUTCString(), 3_600_000],
  ])('an endpoint that says Retry-After: %s is obeyed', async (retryAfter, expected) => {
    const { client } = await createWorld()
    const endpoint = await createEndpoint(
      () => new Response('slow down', { status: 429, headers: { 'Retry-After': retryAfter } }),
    )
    await client.publish({ url: endpoint.url })
    await eventually(async () => (await client.logs({ filter: { state: 'RETRY' } })).logs.length === 1)
    const [retry] = (await client.logs({ filter: { state: 'RETRY' } })).logs
    expect(Math.abs(retry!.nextDeliveryTime! - retry!.time - expected)).toBeLessThan(3_000)
  })

  test('489 with the non-retryable header ends a message at once, 489 alone does not', async () => {
    const { client, qstash } = await createWorld()
    const refusing = await createEndpoint(
      () => new Response('never', { status: 489, headers: { 'Upstash-NonRetryable-Error': 'true' } }),
    )
    const wavering = await createEndpoint(() => new Response('maybe', { status: 489 }))
    await client.publish({ url: refusing.url, retries: 5 })
    await client.publish({ url: wavering.url, retries: 5 })
    await wavering.until(1)
    await eventually(() => qstash.idle().dlq === 1 && qstash.idle().active === 0)
    expect(qstash.idle().pending).toBe(1)
    expect((await client.dlq.listMessages()).messages[0]).toMatchObject({
      responseStatus: 489,
      responseBody: 'never',
    })
  })

  test('an endpoint that takes too long or is not there counts as failed', async () => {
    const { client, url, qstash } = await createWorld()
    const gate = createGate()
    const endpoint = await createEndpoint(gate.answer)
    await fetch(`${url}/v2/publish/${endpoint.url}`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'upstash-timeout': '50ms', 'upstash-retries': '0' },
    })
    await client.publish({ url: 'http://127.0.0.1:9/', retries: 0 })
    await eventually(() => qstash.idle().dlq === 2)
    const { messages } = await client.dlq.listMessages()
    const statuses = Object.fromEntries(messages.map(({ url, responseStatus }) => [url, responseStatus]))
    expect(statuses).toEqual({ [endpoint.url]: 504, 'http://127.0.0.1:9/': 0 })
    gate.open()
  })

  test('a redirect is not followed but counts as failed', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint(() => Response.redirect('http://127.0.0.1:9/', 302))
    await client.publish({ url: endpoint.url, retries: 0 })
    await eventually(() => qstash.idle().dlq === 1)
    expect((await client.dlq.listMessages()).messages[0]!.responseStatus).toBe(302)
  })
})

describe('callbacks', () => {
  test('every attempt is reported to the callback, signed and with its own settings', async () => {
    const { client, qstash } = await createWorld()
    const answers = [503, 201]
    const endpoint = await createEndpoint(
      () => new Response('answer', { status: answers.shift() ?? 200, headers: { 'X-Answer': 'yes' } }),
    )
    const callback = await createEndpoint()
    const { messageId } = await client.publish({
      url: `${endpoint.url}/jobs`,
      body: 'payload',
      callback: `${callback.url}/done`,
      headers: {
        'X-Mine': 'me',
        'Upstash-Callback-Forward-X-Secret': 'hush',
        'Upstash-Callback-Method': 'PUT',
        'Upstash-Callback-Retries': '1',
      },
    })
    await callback.until(1)
    qstash.advance(13_000)
    const reports = (await callback.until(2)).map(({ body }) => JSON.parse(body))

    expect(reports[0]).toMatchObject({ status: 503, retried: 0, maxRetries: 3 })
    expect(reports[1]).toMatchObject({
      status: 201,
      retried: 1,
      sourceMessageId: messageId,
      url: `${endpoint.url}/jobs`,
      method: 'POST',
      sourceHeader: { 'X-Mine': ['me'] },
      header: { 'X-Answer': ['yes'] },
      callerIP: '127.0.0.1',
    })
    expect(text(reports[1].body)).toBe('answer')
    expect(text(reports[1].sourceBody)).toBe('payload')
    const first = callback.received[0]!
    expect(first.method).toBe('PUT')
    expect(first.headers.get('x-secret')).toBe('hush')
    expect(first.headers.get('content-type')).toBe('application/json')
    expect(await verify(first)).toBe(true)
  })

  test('the failure callback hears of the end only, and names the dead letter', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint(failing)
    const failure = await createEndpoint()
    await client.publish({
      url: endpoint.url,
      retries: 1,
      failureCallback: `${failure.url}/failed`,
      headers: { 'Upstash-Failure-Callback-Forward-X-Why': 'broken' },
    })
    await endpoint.until(1)
    await eventually(() => qstash.idle().active === 0)
    expect(failure.received).toHaveLength(0)
    qstash.advance(13_000)

    const [request] = await failure.until(1)
    const report = JSON.parse(request!.body)
    expect(report).toMatchObject({ status: 500, retried: 1, maxRetries: 1 })
    expect(text(report.body)).toBe('out of order')
    expect(request!.headers.get('x-why')).toBe('broken')
    expect((await client.dlq.listMessages({ dlqIds: [report.dlqId] })).messages).toHaveLength(1)
  })

  test('a delivered message has no failure callback', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    const failure = await createEndpoint()
    await client.publish({ url: endpoint.url, failureCallback: failure.url })
    await eventually(() => qstash.idle().pending === 0)
    expect(failure.received).toHaveLength(0)
  })
})

describe('the dead letter queue', () => {
  test('dead letters are listed in pages, filtered, read and deleted', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint(
      ({ url }) => new Response('bad', { status: url.endsWith('/b') ? 404 : 500 }),
    )
    for (const path of ['a', 'b', 'c']) {
      await client.publish({
        url: `${endpoint.url}/${path}`,
        body: path,
        retries: 0,
        label: `letter-${path}`,
      })
      await eventually(() => qstash.idle().active === 0 && qstash.idle().pending === 0)
    }

    const page = await client.dlq.listMessages({ count: 2 })
    expect(page.messages.map(({ body }) => body)).toEqual(['a', 'b'])
    const rest = await client.dlq.listMessages({ count: 2, cursor: page.cursor! })
    expect(rest.messages.map(({ body }) => body)).toEqual(['c'])
    expect(rest.cursor).toBeUndefined()
    const missing = await client.dlq.listMessages({ filter: { responseStatus: 404 } })
    expect(missing.messages).toMatchObject([{ body: 'b', responseBody: 'bad', label: 'letter-b' }])

    await client.dlq.delete(missing.messages[0]!.dlqId)
    expect(await client.dlq.delete({ filter: { label: 'letter-c' } })).toMatchObject({ deleted: 1 })
    expect(await client.dlq.delete({ all: true })).toMatchObject({ deleted: 1 })
    await expect(client.dlq.delete('1-0')).rejects.toThrow(/not found/)
    expect(qstash.idle().dlq).toBe(0)
  })

  test('a retried dead letter is a new message with the same body and headers', async () => {
    const { client, qstash, url } = await createWorld()
    const statuses = [500, 500, 200]
    const endpoint = await createEndpoint(() => new Response('', { status: statuses.shift() ?? 200 }))
    const original = await client.publish({
      url: endpoint.url,
      body: 'again',
      retries: 0,
      headers: { 'X-Mine': 'me' },
    })
    await eventually(() => qstash.idle().dlq === 1)

    const [letter] = (await client.dlq.listMessages()).messages
    const { responses } = await client.dlq.retry(letter!.dlqId)
    expect(responses[0]!.messageId).not.toBe(original.messageId)
    await endpoint.until(2)
    await eventually(() => qstash.idle().dlq === 1 && qstash.idle().active === 0)

    const [second] = (await client.dlq.listMessages()).messages
    const retried = await fetch(`${url}/v2/dlq/retry/${second!.dlqId}`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'Upstash-Forward-X-Extra': 'added' },
    })
    expect(retried.status).toBe(201)
    const [, , third] = await endpoint.until(3)
    expect(third!.body).toBe('again')
    expect(third!.headers.get('x-mine')).toBe('me')
    expect(third!.headers.get('x-extra')).toBe('added')
    await eventually(() => qstash.idle().pending === 0)
    expect(qstash.idle().dlq).toBe(0)
  })
})
