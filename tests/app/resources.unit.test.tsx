import { renderToString } from 'preact-render-to-string'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { usePages } from '#app/data/pages.ts'
import { clearResources, invalidate, patch, prefetch, useResource } from '#app/data/resources.ts'
import { clientsApi } from '#workers/tenancy/clients.contract.ts'

let answers: unknown[] = []
const fetch = vi.fn(async () => {
  const next = answers.shift()
  return next instanceof Response ? next : new Response(JSON.stringify(next))
})

beforeEach(() => {
  vi.stubGlobal('fetch', fetch)
  clearResources()
  fetch.mockClear()
  answers = []
})
afterEach(() => vi.unstubAllGlobals())

const input = { params: { id: '1' } }
const settled = () => new Promise((resolve) => setTimeout(resolve, 1))

function Name() {
  const { data, problem } = useResource(clientsApi.get, input)
  return <p>{data?.name ?? problem?.message ?? 'loading'}</p>
}

describe('the cache of answers', () => {
  test('shows what was loaded ahead of need', async () => {
    answers = [{ name: 'Harbor Dental' }]
    expect(renderToString(<Name />)).toBe('<p>loading</p>')
    prefetch(clientsApi.get, input)
    await settled()
    expect(renderToString(<Name />)).toBe('<p>Harbor Dental</p>')
  })

  test('does not ask again for what has just arrived', async () => {
    answers = [{ name: 'Harbor Dental' }]
    prefetch(clientsApi.get, input)
    await settled()
    prefetch(clientsApi.get, input)
    await settled()
    expect(fetch).toHaveBeenCalledOnce()
  })

  test('asks again after a failure', async () => {
    const refusal = { error: { code: 'internal', message: 'Something went wrong.', statusCode: 500 } }
    answers = [new Response(JSON.stringify(refusal), { status: 500 }), { name: 'Harbor Dental' }]
    prefetch(clientsApi.get, input)
    await settled()
    expect(renderToString(<Name />)).toBe('<p>Something went wrong.</p>')
    prefetch(clientsApi.get, input)
    await settled()
    expect(renderToString(<Name />)).toBe('<p>Harbor Dental</p>')
  })

  test('shows a change at once and takes it back', async () => {
    answers = [{ name: 'Harbor Dental' }]
    prefetch(clientsApi.get, input)
    await settled()
    const undo = patch<{ name: string }>('/clients/1', (client) => ({ ...client, name: 'Harbour Dental' }))
    expect(renderToString(<Name />)).toBe('<p>Harbour Dental</p>')
    undo()
    expect(renderToString(<Name />)).toBe('<p>Harbor Dental</p>')
  })

  test('forgets what lies below a path, and nothing beside it', async () => {
    answers = [{ name: 'One' }, { items: [], nextCursor: null }, { name: 'One again' }]
    prefetch(clientsApi.get, input)
    prefetch(clientsApi.list, { query: { sort: 'name' } })
    await settled()
    invalidate('/client')
    prefetch(clientsApi.get, input)
    await settled()
    expect(fetch).toHaveBeenCalledTimes(2)
    invalidate('/clients')
    prefetch(clientsApi.get, input)
    await settled()
    expect(fetch).toHaveBeenCalledTimes(3)
    expect(renderToString(<Name />)).toBe('<p>One again</p>')
  })

  test('gives a list its first page', async () => {
    answers = [{ items: [{ id: '1', name: 'Harbor Dental' }], nextCursor: 'two' }]
    const query = { sort: 'newest' as const }
    function List() {
      const { items, hasMore } = usePages(clientsApi.list, { query })
      return <p>{items ? `${items.length} ${hasMore}` : 'loading'}</p>
    }
    prefetch(clientsApi.list, { query })
    await settled()
    expect(renderToString(<List />)).toBe('<p>1 true</p>')
  })
})
