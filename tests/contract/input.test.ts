import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { MAX_BODY_BYTES } from '#workers/core/input.ts'
import { badBodiesFor } from './bad-bodies.ts'
import { endpoints, fillPath, named, nameOf, paged, paramsOf, withBody, withQuery } from './contract-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { expectProblem, expectRefusal } from './problems.ts'
import { createRealm, type Realm } from './realm.ts'
import { sampleBody } from './sample-request.ts'

let world: World
let realm: Realm
beforeAll(async () => {
  world = await createWorld()
  realm = await createRealm(world)
})
afterAll(() => world.close())

/** Rows of one's own, so that nothing but the request can be what is wrong. */
const rows = new Map<string, string>()
async function pathOf({ path }: { path: string }): Promise<string> {
  const values: Record<string, string> = {}
  for (const { name, collection } of paramsOf({ path })) {
    const id = rows.get(collection) ?? (await realm.rowOf(collection))
    rows.set(collection, id)
    values[name] = id
  }
  return fillPath(path, values)
}
const whose = () => ({ tenantId: realm.agency.tenantId })
/** Each request from a place of its own: what is tested here is not how often one may try. */
const fromElsewhere = () => ({ 'cf-connecting-ip': newId() })

describe('a body that is not right', () => {
  test.each(named(withBody))('is refused by %s, and nothing happens', async (_name, endpoint) => {
    const [path, { websiteId, snapshotId }] = [await pathOf(endpoint), realm]
    const before = await fingerprintOf(world.db, whose())
    for (const { what, body, contentType } of badBodiesFor(endpoint, { websiteId, snapshotId })) {
      const headers = {
        ...fromElsewhere(),
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
      }
      const answer = await realm.call(endpoint.method.toUpperCase(), path, body, headers)
      expect(answer.status, `${what}: ${JSON.stringify(answer.body)}`).toBe(400)
      expectProblem(answer, 'invalid_input')
    }
    expect(await fingerprintOf(world.db, whose())).toEqual(before)
  })

  test.each(named(withBody))(
    'is refused by %s when it is too large, before it is read',
    async (_name, endpoint) => {
      const body = JSON.stringify({ text: 'x'.repeat(MAX_BODY_BYTES) })
      expectProblem(
        await realm.call(endpoint.method.toUpperCase(), await pathOf(endpoint), body),
        'payload_too_large',
      )
    },
  )

  test('is refused when it says it is small and is not', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(1024 * 1024))
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 8) controller.enqueue(chunk)
        else controller.close()
      },
    })
    const response = await fetch(`${inject('stack').origin}/api/v1/auth/login`, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { 'content-type': 'application/json', origin: inject('stack').origin },
    } as RequestInit)
    expect(response.status).toBe(413)
  })

  test('is refused when it is not UTF-8', async () => {
    const response = await fetch(`${inject('stack').origin}/api/v1/auth/login`, {
      ...{ method: 'POST', body: new Uint8Array([0x22, 0xc3, 0x28, 0x22]) },
      headers: { 'content-type': 'application/json', origin: inject('stack').origin },
    })
    expect(response.status).toBe(400)
    expect((await response.json()).error.message).toBe('The body is not UTF-8 text.')
  })
})

describe('a body nobody asked for', () => {
  const bodiless = endpoints.filter(({ body, method }) => body === undefined && method !== 'get')
  test.each(named(bodiless))('is refused by %s', async (name, endpoint) => {
    if (name === 'DELETE /auth/session') return
    const path = await pathOf(endpoint)
    const before = await fingerprintOf(world.db, whose())
    for (const body of ['{"a":1}', '[]', 'text', ' ']) {
      expectProblem(await realm.call(endpoint.method.toUpperCase(), path, body), 'invalid_input')
    }
    expect(await fingerprintOf(world.db, whose())).toEqual(before)
  })
})

describe('a query that is not right', () => {
  test.each(named(endpoints))(
    'is refused by %s when it says what nobody asked, or anything twice',
    async (_name, endpoint) => {
      const path = await pathOf(endpoint)
      const known = Object.keys(endpoint.query?.shape ?? {})
      const queries = [
        'surprise=1',
        'constructor=1',
        'limit[]=1',
        'tenantId=x',
        ...known.map((each) => `${each}=1&${each}=1`),
      ]
      for (const query of queries.filter(
        (each) => !known.includes(each.split('=')[0] ?? '') || each.includes('&'),
      )) {
        const body = sampleBody(endpoint, { websiteId: realm.websiteId })
        const answer = await realm.call(
          endpoint.method.toUpperCase(),
          `${path}?${query}`,
          body,
          fromElsewhere(),
        )
        if (endpoint.needs === 'platform:read') expectProblem(answer, 'invalid_input')
        expect(answer.status, query).toBe(400)
        expectProblem(answer, 'invalid_input')
      }
    },
  )

  const cursors = [
    'x',
    '1',
    '-',
    newId().slice(1),
    '-'.repeat(36),
    'f'.repeat(36),
    `${newId()}'`,
    'eyJ9',
    btoa('{}'),
    btoa('null'),
    btoa('{"value":1,"id":2}'),
    btoa(`{"value":"a","id":"${'-'.repeat(36)}"}`),
    '%00',
    '%',
    '%ff',
    'x'.repeat(201),
    '../',
    '0x1',
  ]
  test.each(named(paged))(
    'is refused by %s when its cursor or limit never came from a page',
    async (_name, endpoint) => {
      const path = await pathOf(endpoint)
      const queries = [
        ...cursors.map((cursor) => `cursor=${cursor}`),
        ...['0', '-1', '201', '1.5', 'many', '1e9', 'NaN', '%00'].map((limit) => `limit=${limit}`),
        ...(endpoint.query.shape.sort ? cursors.map((cursor) => `sort=name&cursor=${cursor}`) : []),
      ]
      for (const query of queries) {
        const answer = await realm.call('GET', `${path}?${query}`)
        expect(answer.status, `${query}: ${JSON.stringify(answer.body)}`).toBe(400)
        expectProblem(answer, 'invalid_input')
      }
    },
  )

  test.each(named(withQuery))('never troubles %s, whatever its filters hold', async (_name, endpoint) => {
    const path = await pathOf(endpoint)
    const values = [
      '%00',
      '%F0%9F%92%A9',
      "'; drop table contacts; --",
      '%25%5F%5C',
      '%ff',
      'x'.repeat(5000),
      '',
      ' ',
      '0',
      '-1',
      'null',
      '9'.repeat(400),
    ]
    for (const name of Object.keys(endpoint.query.shape)) {
      for (const value of values) {
        const body = sampleBody(endpoint)
        const answer = await realm.call(endpoint.method.toUpperCase(), `${path}?${name}=${value}`, body)
        if (answer.status >= 400) expectRefusal(answer)
        expect(answer.status, `${nameOf(endpoint)}?${name}=${value}`).toBeLessThan(500)
      }
    }
  })
})

describe('a path that is not right', () => {
  const nowhere = [
    'x',
    '0',
    '-'.repeat(36),
    `${newId()}x`,
    '%00',
    '%2e%2e',
    '%',
    '%E0%A4%A',
    '__proto__',
    'null',
    "'",
  ]
  /** Two dots are a step up before anything is sent, and may lead to what is there: from a website’s plugins to the agency’s. */
  const isElsewhere = (path: string) =>
    path.includes('%2e%2e') && endpoints.some((each) => each.path === new URL(path, 'http://x').pathname)

  test.each(named(endpoints.filter(({ noun }) => noun)))('leads %s to nothing', async (_name, endpoint) => {
    const [first] = paramsOf(endpoint)
    const good = await pathOf(endpoint)
    for (const id of nowhere) {
      const path = good.replace(rows.get(first?.collection ?? '') ?? '', id)
      if (isElsewhere(path)) continue
      const body = sampleBody(endpoint, { websiteId: realm.websiteId })
      const answer = await realm.call(endpoint.method.toUpperCase(), path, body)
      expect(answer.status, path).toBe(404)
      expectProblem(answer, 'resource_not_found')
    }
  })
})
