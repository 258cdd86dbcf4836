import { afterEach, describe, expect, test, vi } from 'vitest'
import { call, urlOf, whenSignedOut } from '#app/api.ts'
import { Problem } from '#app/problem.ts'
import { authApi } from '#workers/auth/auth.contract.ts'
import { contactsApi } from '#workers/crm/contacts.contract.ts'
import { clientsApi } from '#workers/tenancy/clients.contract.ts'

afterEach(() => vi.unstubAllGlobals())

function answer(status: number, body?: unknown) {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) =>
    body === undefined
      ? new Response(null, { status })
      : new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }),
  )
  vi.stubGlobal('fetch', fetch)
  return fetch
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Problem)
  return thrown as Problem
}

describe('an endpoint’s address', () => {
  test('has its parameters filled in and escaped', () => {
    expect(urlOf(clientsApi.get, { params: { id: 'a/b' } })).toBe('/clients/a%2Fb')
  })

  test('leaves out what is empty and sorts the rest, so that one question has one address', () => {
    const one = urlOf(contactsApi.list, { query: { tag: 'vip', search: 'ada & co', clientId: undefined } })
    const other = urlOf(contactsApi.list, { query: { search: 'ada & co', tag: 'vip', source: '' } })
    expect(one).toBe('/crm/contacts?search=ada+%26+co&tag=vip')
    expect(other).toBe(one)
  })
})

describe('calling the API', () => {
  test('sends what the contract says and answers the body', async () => {
    const fetch = answer(200, { id: '1', name: 'Harbor Dental' })
    const client = await call(clientsApi.update, {
      params: { id: '1' },
      body: { name: 'Harbor Dental', version: 3 },
      idempotencyKey: 'once',
    })
    const [url, init] = fetch.mock.calls[0]!
    expect(url).toBe('/api/v1/clients/1')
    expect(init.method).toBe('PATCH')
    expect(init.body).toBe('{"name":"Harbor Dental","version":3}')
    expect(new Headers(init.headers).get('idempotency-key')).toBe('once')
    expect(client.name).toBe('Harbor Dental')
  })

  test('answers nothing when there is nothing', async () => {
    answer(204)
    expect(await call(clientsApi.remove, { params: { id: '1' } })).toBeUndefined()
  })

  test('throws the server’s own words', async () => {
    answer(409, { error: { code: 'conflict', message: 'That address is taken.', statusCode: 409 } })
    const problem = await problemOf(call(clientsApi.get, { params: { id: '1' } }))
    expect(problem).toMatchObject({ code: 'conflict', status: 409, message: 'That address is taken.' })
  })

  test('keeps quiet about an answer that is not the API’s', async () => {
    vi.stubGlobal(
      'fetch',
      async () => new Response('<h1>worker exceeded secret limits</h1>', { status: 503 }),
    )
    const problem = await problemOf(call(clientsApi.get, { params: { id: '1' } }))
    expect(problem.code).toBe('internal')
    expect(problem.message).not.toContain('secret')
  })

  test('says so when the server cannot be reached', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed')
    })
    const problem = await problemOf(call(clientsApi.get, { params: { id: '1' } }))
    expect(problem).toMatchObject({ code: 'offline', status: 0 })
  })

  test('lets a cancelled call be cancelled', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new DOMException('gone', 'AbortError')
    })
    await expect(call(clientsApi.get, { params: { id: '1' } })).rejects.toThrow(DOMException)
  })

  test('has the session’s end handled where a session was needed, and not while logging in', async () => {
    const signedOut = vi.fn()
    whenSignedOut(signedOut)
    answer(401, { error: { code: 'unauthenticated', message: 'Log in first.', statusCode: 401 } })
    await problemOf(call(authApi.startSession, { body: { email: 'a@b.co', password: 'x' } }))
    expect(signedOut).not.toHaveBeenCalled()
    await problemOf(call(authApi.me))
    expect(signedOut).toHaveBeenCalledOnce()
  })
})
