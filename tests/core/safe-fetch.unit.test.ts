import { describe, expect, test } from 'vitest'
import {
  createDohResolver,
  createSafeFetch,
  FetchFailed,
  type SafeFetchLimits,
  UnsafeUrl,
} from '#workers/core/safe-fetch.ts'

const PNG = Uint8Array.from('\x89PNG\r\n\x1a\n rest of the picture', (character) => character.charCodeAt(0))

interface World {
  hosts?: Record<string, string[]>
  answers?: Record<string, () => Response | Promise<Response>>
  limits?: Partial<SafeFetchLimits>
}

function world({ hosts = {}, answers = {}, limits = {} }: World) {
  const fetched: string[] = []
  const download = createSafeFetch({
    resolve: async (host) => hosts[host] ?? ['93.184.216.34'],
    fetch: async (url, init) => {
      expect(init.redirect).toBe('manual')
      fetched.push(url)
      return (await answers[url]?.()) ?? new Response('no such page', { status: 404 })
    },
    limits,
  })
  return { download, fetched }
}
const redirect =
  (location: string, status = 302) =>
  () =>
    new Response(null, { status, headers: { location } })
const png =
  (headers: Record<string, string> = { 'content-type': 'image/png' }) =>
  () =>
    new Response(PNG, { headers })
const endless = (bytes: Uint8Array) => () =>
  new Response(new ReadableStream({ pull: (controller) => controller.enqueue(bytes) }), {
    headers: { 'content-type': 'image/png' },
  })

describe('downloading', () => {
  test('gives the bytes, their type and where they came from', async () => {
    const { download } = world({
      answers: {
        'https://a.example/x': redirect('/y.png'),
        'https://a.example/y.png': redirect('http://b.example/z', 301),
        'http://b.example/z': png(),
      },
    })
    expect(await download('https://a.example/x')).toEqual({
      bytes: PNG,
      type: 'image/png',
      finalUrl: 'http://b.example/z',
    })
  })

  test('goes by the bytes, not by the name or what the server says', async () => {
    const { download } = world({
      answers: { 'https://a.example/x.jpg': png({ 'content-type': 'application/octet-stream' }) },
    })
    expect(await download('https://a.example/x.jpg')).toMatchObject({ type: 'image/png' })
  })
})

describe('addresses that are not fetched', () => {
  test.each([
    'ftp://a.example/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:image/png,x',
    'not an address',
    '//a.example/x',
    'http://user:pass@a.example/x',
    'http://user@a.example/x',
    'http://a.example:8080/x',
    'https://a.example:22/x',
    'http://localhost/x',
    'http://localhost./x',
    'http://LOCALHOST/x',
    'http://foo.localhost/x',
    'http://router/x',
    'http://printer.local/x',
    'http://metadata.google.internal/x',
    'http://127.0.0.1/x',
    'http://127.1/x',
    'http://0x7f000001/x',
    'http://0177.0.0.1/x',
    'http://2130706433/x',
    'http://①②⑦.⓪.⓪.①/x',
    'http://ｌｏｃａｌｈｏｓｔ/x',
    'http://10.0.0.1/x',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/x',
    'http://[::1]/x',
    'http://[::]/x',
    'http://[::ffff:127.0.0.1]/x',
    'http://[::ffff:a9fe:a9fe]/x',
    'http://[64:ff9b::7f00:1]/x',
    'http://[fd00::1]/x',
    'http://[fe80::1]/x',
    'http://[2002:7f00:1::]/x',
    'http:\\\\127.0.0.1\\x',
  ])('%s', async (url) => {
    const { download, fetched } = world({})
    const error = await download(url).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnsafeUrl)
    expect(String(error)).toMatch(/^UnsafeUrl: [“A].+\.$/)
    expect(fetched).toEqual([])
  })

  test('a name that leads into a private network, by any of its addresses', async () => {
    const { download, fetched } = world({
      hosts: {
        'a.example': ['93.184.216.34', '10.0.0.1'],
        'b.example': ['fd00::1'],
        'c.example': ['::ffff:127.0.0.1'],
      },
    })
    for (const host of ['a', 'b', 'c'])
      await expect(download(`https://${host}.example/x`)).rejects.toThrow(UnsafeUrl)
    expect(fetched).toEqual([])
  })

  test('a redirect into a private network, at any hop', async () => {
    const { download, fetched } = world({
      hosts: { 'inside.example': ['192.168.0.1'] },
      answers: {
        'https://a.example/1': redirect('https://a.example/2'),
        'https://a.example/2': redirect('http://inside.example/'),
        'https://a.example/3': redirect('http://169.254.169.254/'),
        'https://a.example/4': redirect('file:///etc/passwd'),
      },
    })
    for (const path of [1, 3, 4])
      await expect(download(`https://a.example/${path}`)).rejects.toThrow(UnsafeUrl)
    expect(fetched).not.toContain('http://inside.example/')
  })
})

describe('downloads that fail', () => {
  const fails = async (options: World, url = 'https://a.example/x') => {
    const error = await world(options)
      .download(url)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(FetchFailed)
    return error instanceof Error ? error.message : ''
  }

  test('without a host, a page or a body', async () => {
    expect(await fails({ hosts: { 'a.example': [] } })).toBe('There is no host “a.example”.')
    expect(await fails({})).toBe('“https://a.example/x” answered with status 404.')
    expect(await fails({ answers: { 'https://a.example/x': () => new Response(null) } })).toBe(
      '“https://a.example/x” is empty.',
    )
    expect(
      await fails({ answers: { 'https://a.example/x': () => Promise.reject(new Error('refused')) } }),
    ).toBe('“https://a.example/x” could not be reached.')
  })

  test('when redirects do not end or lead nowhere', async () => {
    expect(await fails({ answers: { 'https://a.example/x': redirect('/x') } })).toBe(
      '“https://a.example/x” redirects more than 5 times.',
    )
    expect(
      await fails({ answers: { 'https://a.example/x': () => new Response(null, { status: 302 }) } }),
    ).toBe('“https://a.example/x” redirects to no address.')
  })

  test('when larger than allowed, whether declared or not', async () => {
    const limits = { maxBytes: 10_000 }
    const message = '“https://a.example/x” is larger than 10000 bytes.'
    expect(
      await fails({ limits, answers: { 'https://a.example/x': png({ 'content-length': '10001' }) } }),
    ).toBe(message)
    expect(
      await fails({
        limits,
        answers: { 'https://a.example/x': endless(new Uint8Array([...PNG, ...new Uint8Array(1000)])) },
      }),
    ).toBe(message)
  })

  test('when of a type that is not kept, before the rest is read', async () => {
    const html = new TextEncoder().encode(`<html>${' '.repeat(1024)}`)
    expect(await fails({ answers: { 'https://a.example/x': endless(html) } })).toBe(
      '“https://a.example/x” holds text/html, which is not kept.',
    )
    const body = (text: string, type: string) => ({
      answers: { 'https://a.example/x': () => new Response(text, { headers: { 'content-type': type } }) },
    })
    expect(await fails(body('<svg onload=x>', 'image/png'))).toContain('holds image/svg+xml')
    expect(await fails(body('hello', 'image/png'))).toContain('holds data of an unknown type')
    expect(await fails(body('x', 'text/html; charset=utf-8'))).toContain(
      'is of the type “text/html; charset=utf-8”',
    )
    expect(await fails(body('PK\x03\x04', 'application/zip'))).toContain('holds application/zip')
    expect(
      await fails({ ...body('<svg>', 'image/png'), limits: { types: new Set(['image/svg+xml']) } }),
    ).toContain('holds image/svg+xml')
  })

  test.each([
    ['the answer', () => new Promise<Response>(() => {})],
    ['the body', () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(PNG) }))],
  ])('when %s does not come in time', async (_what, answer) => {
    const start = performance.now()
    expect(await fails({ limits: { timeoutMs: 50 }, answers: { 'https://a.example/x': answer } })).toBe(
      '“https://a.example/x” did not answer within 50 ms.',
    )
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('looking up a host', () => {
  const resolver = (answers: Record<string, unknown>) => {
    const asked: string[] = []
    const resolve = createDohResolver({
      baseUrl: 'https://dns.example/query?a=b',
      fetch: async (url) => {
        asked.push(url)
        const answer = answers[new URL(url).searchParams.get('type') ?? '']
        return answer === undefined ? new Response('oh', { status: 500 }) : Response.json(answer)
      },
    })
    return { resolve, asked }
  }

  test('gives all its addresses and no aliases', async () => {
    const { resolve, asked } = resolver({
      A: {
        Status: 0,
        Answer: [
          { type: 5, data: 'b.example.' },
          { type: 1, data: '93.184.216.34' },
        ],
      },
      AAAA: { Status: 0, Answer: [{ type: 28, data: '2606:4700::1111' }] },
    })
    expect(await resolve('a.example')).toEqual(['93.184.216.34', '2606:4700::1111'])
    expect(asked).toEqual([
      'https://dns.example/query?a=b&name=a.example&type=A',
      'https://dns.example/query?a=b&name=a.example&type=AAAA',
    ])
  })

  test('gives nothing for a name that does not exist', async () => {
    expect(await resolver({ A: { Status: 3 }, AAAA: { Status: 3 } }).resolve('a.example')).toEqual([])
    expect(await resolver({ A: { Status: 0 }, AAAA: { Status: 0 } }).resolve('a.example')).toEqual([])
  })

  test('fails when the resolver does, so that half an answer is never taken for the whole', async () => {
    for (const answers of [
      {},
      { A: { Status: 0, Answer: [{ type: 1, data: '93.184.216.34' }] } },
      { A: { Status: 2 }, AAAA: { Status: 0 } },
      { A: 'x', AAAA: 5 },
    ])
      await expect(resolver(answers).resolve('a.example')).rejects.toThrow(
        new FetchFailed('The address of “a.example” could not be looked up.'),
      )
  })
})
