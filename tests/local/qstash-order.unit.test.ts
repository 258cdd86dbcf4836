import { describe, expect, test } from 'vitest'
import { createEndpoint, createGate, createWorld } from './qstash-world.ts'
import { eventually } from './serve.ts'

const HOUR = 3_600_000

describe('queues', () => {
  test('a queue delivers one after the other in order, and a failing head holds the rest back', async () => {
    const { client, qstash } = await createWorld()
    const statuses = [500, 200, 200]
    const endpoint = await createEndpoint(() => new Response('', { status: statuses.shift() ?? 200 }))
    const queue = client.queue({ queueName: 'line' })
    for (const body of ['1', '2', '3']) await queue.enqueue({ url: endpoint.url, body })

    await eventually(() => endpoint.received.length === 1 && qstash.idle().active === 0)
    expect((await queue.get()).lag).toBe(3)
    qstash.advance(13_000)
    const received = await endpoint.until(4)
    expect(received.map(({ body }) => body)).toEqual(['1', '1', '2', '3'])
    expect(received[3]!.headers.get('upstash-queue-name')).toBe('line')
    await eventually(async () => (await queue.get()).lag === 0)
  })

  test('a queue has no more messages under way than it has consumers', async () => {
    const { client, qstash } = await createWorld()
    const gate = createGate()
    const endpoint = await createEndpoint(gate.answer)
    const queue = client.queue({ queueName: 'wide' })
    await queue.upsert({ parallelism: 3 })
    for (let n = 0; n < 7; n += 1) await queue.enqueueJSON({ url: endpoint.url, body: n })
    await endpoint.until(3)
    expect(qstash.idle()).toMatchObject({ active: 3, pending: 7 })
    gate.open()
    await endpoint.until(7)
  })

  test('a paused queue accepts and waits, a resumed one delivers, a deleted one forgets', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    const queue = client.queue({ queueName: 'still' })
    await queue.upsert({ parallelism: 1, paused: true })
    await queue.enqueue({ url: endpoint.url, body: 'first' })
    await client.publish({ url: endpoint.url, body: 'beside' })
    expect((await endpoint.until(1))[0]!.body).toBe('beside')

    await queue.resume()
    expect((await endpoint.until(2))[1]!.body).toBe('first')
    await queue.pause()
    expect(await queue.get()).toMatchObject({ name: 'still', paused: true, parallelism: 1 })
    await queue.enqueue({ url: endpoint.url, body: 'never' })
    await queue.delete()
    expect(await queue.list()).toEqual([])
    expect(qstash.idle().pending).toBe(0)
    await expect(queue.get()).rejects.toThrow(/not found/)
  })
})

describe('flow control', () => {
  test('parallelism bounds what is under way for a key, not for others', async () => {
    const { client, qstash } = await createWorld()
    const gate = createGate()
    const endpoint = await createEndpoint(gate.answer)
    for (let n = 0; n < 5; n += 1) {
      await client.publish({ url: endpoint.url, flowControl: { key: 'narrow', parallelism: 2 } })
    }
    await client.publish({ url: endpoint.url, body: 'free' })
    await endpoint.until(3)
    expect(qstash.idle()).toMatchObject({ active: 3, pending: 6 })
    expect(await client.flowControl.get('narrow')).toMatchObject({
      flowControlKey: 'narrow',
      parallelismMax: 2,
      parallelismCount: 2,
      waitListSize: 3,
      isPaused: false,
    })
    expect(await client.flowControl.getGlobalParallelism()).toEqual({
      parallelismMax: 16,
      parallelismCount: 3,
    })
    gate.open()
    await endpoint.until(6)
  })

  test('rate bounds how many start in a period, and the next period goes on by itself', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    for (let n = 0; n < 5; n += 1) {
      await client.publish({
        url: endpoint.url,
        body: String(n),
        flowControl: { key: 'rated', rate: 2, period: '1m' },
      })
    }
    await endpoint.until(2)
    await eventually(() => qstash.idle().active === 0)
    expect(await client.flowControl.get('rated')).toMatchObject({
      rateMax: 2,
      rateCount: 2,
      ratePeriod: 60,
      waitListSize: 3,
    })
    qstash.advance(60_001)
    await endpoint.until(4)
    await eventually(() => qstash.idle().active === 0)
    await client.flowControl.resetRate('rated')
    expect((await endpoint.until(5)).map(({ body }) => body)).toEqual(['0', '1', '2', '3', '4'])
  })

  test('a short period passes in real time', async () => {
    const { client } = await createWorld()
    const endpoint = await createEndpoint()
    for (let n = 0; n < 2; n += 1)
      await client.publish({ url: endpoint.url, flowControl: { key: 'quick', rate: 1 } })
    const [first, second] = await endpoint.until(2)
    expect(second!.at - first!.at).toBeGreaterThan(900)
    expect(second!.at - first!.at).toBeLessThan(2_000)
  })

  test('a key can be paused, and pinned against what messages bring', async () => {
    const { client } = await createWorld()
    const endpoint = await createEndpoint()
    await client.flowControl.pin('held', { rate: 1, period: 60, parallelism: 4 })
    await client.flowControl.pause('held')
    const publish = () =>
      client.publish({ url: endpoint.url, flowControl: { key: 'held', rate: 100, parallelism: 9 } })
    await publish()
    await publish()
    expect(await client.flowControl.get('held')).toMatchObject({
      isPaused: true,
      isPinnedRate: true,
      isPinnedParallelism: true,
      rateMax: 1,
      parallelismMax: 4,
      waitListSize: 2,
    })
    await client.flowControl.resume('held')
    await endpoint.until(1)
    await client.flowControl.unpin('held', { rate: true, parallelism: true })
    await publish()
    await endpoint.until(3)
    expect(await client.flowControl.get('held')).toMatchObject({
      isPinnedRate: false,
      rateMax: 100,
      parallelismMax: 9,
    })
  })
})

describe('schedules', () => {
  test('a schedule publishes at its times, in its time zone', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    const { scheduleId } = await client.schedules.create({
      destination: `${endpoint.url}/daily`,
      cron: 'CRON_TZ=America/New_York 0 4 * * *',
      body: '{"kind":"daily"}',
      headers: { 'X-Mine': 'me' },
      retries: 5,
    })
    const schedule = await client.schedules.get(scheduleId)
    const inNewYork = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' })
    expect(inNewYork.format(schedule.nextScheduleTime)).toBe('04:00')
    expect(schedule).toMatchObject({
      cron: 'CRON_TZ=America/New_York 0 4 * * *',
      retries: 5,
      isPaused: false,
      method: 'POST',
    })

    qstash.advance(schedule.nextScheduleTime! - qstash.now())
    const [request] = await endpoint.until(1)
    expect(request!.body).toBe('{"kind":"daily"}')
    expect(request!.headers.get('upstash-schedule-id')).toBe(scheduleId)
    expect(request!.headers.get('x-mine')).toBe('me')
    await eventually(() => qstash.idle().pending === 0)
    const after = await client.schedules.get(scheduleId)
    expect(Object.values(after.lastScheduleStates!)).toEqual(['SUCCESS'])
    expect(after.nextScheduleTime! - after.lastScheduleTime!).toBeGreaterThan(22 * HOUR)
  })

  test('runs missed while the clock jumped count as one', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    await client.schedules.create({ destination: endpoint.url, cron: '*/5 * * * *' })
    qstash.advance(HOUR)
    await endpoint.until(1)
    qstash.advance(5 * 60_000)
    await endpoint.until(2)
    await eventually(() => qstash.idle().pending === 0)
    expect(endpoint.received).toHaveLength(2)
  })

  test('the same schedule id is updated, paused, resumed and deleted', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    const create = (cron: string, path: string) =>
      client.schedules.create({ scheduleId: 'nightly', destination: `${endpoint.url}/${path}`, cron })
    await create('0 0 * * *', 'old')
    await create('0 * * * *', 'new')
    expect(await client.schedules.list()).toHaveLength(1)

    await client.schedules.pause({ schedule: 'nightly' })
    expect((await client.schedules.get('nightly')).isPaused).toBe(true)
    qstash.advance(3 * HOUR)
    await client.schedules.resume({ schedule: 'nightly' })
    qstash.advance(HOUR)
    const [request] = await endpoint.until(1)
    expect(new URL(request!.url).pathname).toBe('/new')
    await client.schedules.delete('nightly')
    await expect(client.schedules.get('nightly')).rejects.toThrow(/not found/)
    qstash.advance(24 * HOUR)
    await eventually(() => qstash.idle().pending === 0)
    expect(endpoint.received).toHaveLength(1)
  })

  test('a schedule goes to a url group and through a queue, with a delay', async () => {
    const { client, qstash } = await createWorld()
    const endpoint = await createEndpoint()
    await client.urlGroups.addEndpoints({
      name: 'all',
      endpoints: [{ url: `${endpoint.url}/a` }, { url: `${endpoint.url}/b` }],
    })
    await client.schedules.create({ destination: 'all', cron: '0 * * * *', queueName: 'line', delay: 60 })
    expect(await client.schedules.list()).toMatchObject([
      { destination: 'all', queueName: 'line', delay: 60 },
    ])
    qstash.advance(HOUR)
    await eventually(() => qstash.idle().pending === 2)
    qstash.advance(60_000)
    const received = await endpoint.until(2)
    expect(received.map(({ url }) => new URL(url).pathname)).toEqual(['/a', '/b'])
  })

  test.each(['every day', '* * * * * *', '61 * * * *', 'CRON_TZ=Nowhere/City 0 4 * * *'])(
    'the cron expression "%s" is refused',
    async (cron) => {
      const { client } = await createWorld()
      await expect(client.schedules.create({ destination: 'http://x.test/', cron })).rejects.toThrow(
        /invalid cron/,
      )
    },
  )
})
