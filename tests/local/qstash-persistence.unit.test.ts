import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { createClient, createEndpoint, createGate, createWorld, temporaryFile } from './qstash-world.ts'
import { eventually } from './serve.ts'

/** QStash in a process of its own, to be killed; it answers with the URL it listens on. */
async function startProcess(file: string): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(new URL('./qstash-process.ts', import.meta.url), [file], { execPath: process.execPath })
  const [url] = await once(child, 'message')
  return { url, child }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('a restart', () => {
  test('everything is still there: messages, queues, groups, schedules, dead letters, limits and the clock', async () => {
    const file = temporaryFile()
    const before = await createWorld({ file })
    const { client } = before
    const endpoint = await createEndpoint(() => new Response('', { status: 500 }))
    await client.publish({ url: endpoint.url, body: 'dead', retries: 0 })
    await eventually(() => before.qstash.idle().dlq === 1)
    before.qstash.advance(86_400_000)
    await client.publish({ url: 'http://x.test/', delay: 600, deduplicationId: 'once', label: 'kept' })
    await client.queue({ queueName: 'line' }).upsert({ parallelism: 3, paused: true })
    await client.urlGroups.addEndpoints({ name: 'all', endpoints: [{ url: 'http://x.test/a' }] })
    await client.schedules.create({ scheduleId: 'daily', destination: 'http://x.test/', cron: '0 4 * * *' })
    await client.flowControl.pin('flow', { rate: 3 })
    const rotate = { method: 'POST', headers: { authorization: 'Bearer secret' } }
    const keys = await (await fetch(`${before.url}/v2/keys/rotate`, rotate)).json()
    const now = before.qstash.now()
    await before.stop()

    const after = await createWorld({ file })
    expect(after.qstash.idle()).toMatchObject({ pending: 1, dlq: 1 })
    expect(after.qstash.now()).toBeGreaterThanOrEqual(now)
    expect(
      (await after.client.publish({ url: 'http://x.test/', deduplicationId: 'once' })).deduplicated,
    ).toBe(true)
    expect(await after.client.queue({ queueName: 'line' }).get()).toMatchObject({
      parallelism: 3,
      paused: true,
    })
    expect((await after.client.urlGroups.get('all')).endpoints).toEqual([{ url: 'http://x.test/a' }])
    expect((await after.client.schedules.get('daily')).cron).toBe('0 4 * * *')
    expect(await after.client.flowControl.get('flow')).toMatchObject({ rateMax: 3, isPinnedRate: true })
    expect((await after.client.logs({ filter: { label: 'kept' } })).logs).toHaveLength(1)
    const kept = await fetch(`${after.url}/v2/keys`, { headers: rotate.headers })
    expect(await kept.json()).toEqual(keys)
  })

  test('a message in flight when it stops is delivered again, and stopping does not wait for it', async () => {
    const file = temporaryFile()
    const gate = createGate()
    const endpoint = await createEndpoint(({ headers }) =>
      headers.get('upstash-retried') === '0' && endpoint.received.length === 1
        ? gate.answer()
        : new Response('ok'),
    )
    const before = await createWorld({ file })
    const { messageId } = await before.client.publish({ url: endpoint.url, body: 'twice' })
    await endpoint.until(1)
    const stoppingAt = performance.now()
    await before.stop()
    expect(performance.now() - stoppingAt).toBeLessThan(500)

    const after = await createWorld({ file })
    const [, again] = await endpoint.until(2)
    expect(again!.headers.get('upstash-message-id')).toBe(messageId)
    await eventually(() => after.qstash.idle().pending === 0)
    gate.open()
  })

  test('a retry that fell due while it was stopped goes out at once', async () => {
    const file = temporaryFile()
    const statuses = [500]
    const endpoint = await createEndpoint(() => new Response('', { status: statuses.shift() ?? 200 }))
    const before = await createWorld({ file })
    await before.client.publish({ url: endpoint.url, retryDelay: '30' })
    await eventually(() => before.qstash.idle().active === 0 && endpoint.received.length === 1)
    await before.stop()
    await new Promise((resolve) => setTimeout(resolve, 40))
    await createWorld({ file })
    expect((await endpoint.until(2))[1]!.headers.get('upstash-retried')).toBe('1')
  })
})

describe('a killed process', () => {
  test('what it accepted and had not delivered is delivered by the next one', async () => {
    const file = temporaryFile()
    const gate = createGate()
    const endpoint = await createEndpoint(({ body }) =>
      body === 'in flight' ? gate.answer() : new Response('ok'),
    )
    const first = await startProcess(file)
    const client = createClient(first.url)
    await client.publish({ url: endpoint.url, body: 'in flight' })
    await endpoint.until(1)
    await client.publish({ url: endpoint.url, body: 'waiting', delay: 1 })
    await client.queue({ queueName: 'line' }).enqueue({ url: endpoint.url, body: 'delivered' })
    await endpoint.until(2)
    await eventually(async () => (await (await fetch(`${first.url}/_state`)).json()).pending === 2)
    const accepted = await client
      .queue({ queueName: 'line' })
      .enqueue({ url: endpoint.url, body: 'accepted' })
    await kill(first.child)
    gate.open()

    const second = await startProcess(file)
    await endpoint.until(4)
    await eventually(async () => (await (await fetch(`${second.url}/_state`)).json()).pending === 0)
    const bodies = endpoint.received.map(({ body }) => body)
    expect(bodies.filter((body) => body === 'in flight')).toHaveLength(2)
    expect(bodies.filter((body) => body === 'delivered')).toHaveLength(1)
    expect(bodies).toContain('waiting')
    expect(bodies).toContain('accepted')
    expect(accepted.messageId).toMatch(/^msg_/)
    await kill(second.child)
  })

  test('nothing answered is lost when it dies in the middle of a burst', async () => {
    const file = temporaryFile()
    const endpoint = await createEndpoint()
    const first = await startProcess(file)
    const client = createClient(first.url)
    const accepted: string[] = []
    const burst = Array.from({ length: 200 }, (_, n) =>
      client.publish({ url: endpoint.url, body: String(n) }).then(
        () => void accepted.push(String(n)),
        () => undefined,
      ),
    )
    await eventually(() => accepted.length >= 50)
    await kill(first.child)
    await Promise.all(burst)

    const second = await startProcess(file)
    await eventually(async () => (await (await fetch(`${second.url}/_state`)).json()).pending === 0)
    const delivered = new Set(endpoint.received.map(({ body }) => body))
    expect(accepted.filter((body) => !delivered.has(body))).toEqual([])
    await kill(second.child)
  })
})
