import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { createDns, type DnsOptions } from '../../local/dns/dns.ts'
import { serveUnder } from './serve.ts'

const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

async function createResolver(options: DnsOptions) {
  const { url, close } = await serveUnder('/dns', createDns(options).app)
  cleanups.push(close)
  return (query: string) =>
    fetch(`${url}/dns-query?${query}`, { headers: { accept: 'application/dns-json' } })
}

/** A name server that answers every question with one code and, for A, one address; it keeps quiet without a code. */
async function startNameServer(code: number | undefined, address?: number[]): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port }) => {
    if (code === undefined) return
    const question = query.subarray(12, query.indexOf(0, 12) + 5)
    const hasAnswer = address !== undefined && question.at(-3) === 1
    const header = Buffer.from([
      query[0]!,
      query[1]!,
      0x81,
      0x80 | code,
      0,
      1,
      0,
      Number(hasAnswer),
      0,
      0,
      0,
      0,
    ])
    const answer = hasAnswer ? [0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address] : []
    socket.send(Buffer.concat([header, question, Buffer.from(answer)]), port, '127.0.0.1')
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  cleanups.push(() => socket.close())
  return `127.0.0.1:${socket.address().port}`
}

describe('resolving a name', () => {
  test('what is overridden answers first, in the JSON of Cloudflare and Google', async () => {
    const query = await createResolver({
      resolve: (name, type) =>
        name === 'shop.test' && type === 'A' ? ['203.0.113.7', '203.0.113.8'] : undefined,
    })
    const answer = await query('name=Shop.test.&type=A')
    expect(answer.headers.get('content-type')).toBe('application/dns-json')
    expect(await answer.json()).toMatchObject({
      Status: 0,
      Question: [{ name: 'shop.test', type: 1 }],
      Answer: [
        { name: 'shop.test', type: 1, TTL: 60, data: '203.0.113.7' },
        { name: 'shop.test', type: 1, TTL: 60, data: '203.0.113.8' },
      ],
    })
  })

  test('an override may say that a name does not exist', async () => {
    const query = await createResolver({ resolve: () => [] })
    const answer = await (await query('name=gone.test&type=AAAA')).json()
    expect(answer).toMatchObject({ Status: 3, Question: [{ name: 'gone.test', type: 28 }] })
    expect(answer.Answer).toBeUndefined()
  })

  test('other names are asked of the name server', async () => {
    const query = await createResolver({
      resolve: () => undefined,
      servers: [await startNameServer(0, [192, 0, 2, 1])],
    })
    expect(await (await query('name=real.test')).json()).toMatchObject({
      Status: 0,
      Answer: [{ type: 1, data: '192.0.2.1' }],
    })
    const noIpv6 = await (await query('name=real.test&type=28')).json()
    expect(noIpv6.Status).toBe(0)
    expect(noIpv6.Answer).toBeUndefined()
  })

  test('a name nobody knows is status 3, a failing server status 2', async () => {
    const unknown = await createResolver({ servers: [await startNameServer(3)] })
    expect((await (await unknown('name=none.test')).json()).Status).toBe(3)
    const failing = await createResolver({ servers: [await startNameServer(2)] })
    expect((await (await failing('name=none.test')).json()).Status).toBe(2)
  })

  test('a silent server is given up after two seconds', async () => {
    const query = await createResolver({ servers: [await startNameServer(undefined)] })
    const startedAt = performance.now()
    expect((await (await query('name=slow.test')).json()).Status).toBe(2)
    expect(performance.now() - startedAt).toBeLessThan(3_000)
  })

  test('a question without a name or of another type is refused', async () => {
    const query = await createResolver({})
    expect((await query('type=A')).status).toBe(400)
    expect((await query('name=x.test&type=MX')).status).toBe(400)
  })
})
