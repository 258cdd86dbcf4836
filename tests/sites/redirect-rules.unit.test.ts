import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearest } from '#workers/sites/nearest-path.ts'
import { findLoop, followRule, inOrder, wayFrom } from '#workers/sites/redirect-rules.contract.ts'
import { NewRedirect } from '#workers/sites/redirects.contract.ts'
import { readRedirects } from '#workers/sites/redirects-csv.ts'
import { noSettings, SiteSettingsChange } from '#workers/sites/site-settings.contract.ts'

const rule = (from: string, to: string, status: 301 | 410 = 301) => ({ from, to, status })

describe('a redirect of all that begins alike', () => {
  const rules = inOrder([
    rule('/*', '/home'),
    rule('/old/*', '/new/:splat'),
    rule('/old/shop/*', 'https://shop.example/:splat'),
  ])

  test('carries the rest of the address along, the longest beginning first', () => {
    expect(followRule(rules, '/old/a/b')?.redirect).toBe('/new/a/b')
    expect(followRule(rules, '/old/shop/x')?.redirect).toBe('https://shop.example/x')
    expect(followRule(rules, '/old')?.redirect).toBe('/new/')
    expect(followRule(rules, '/older')?.redirect).toBe('/home')
  })

  test('never makes anything of what fits none', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        expect(followRule([rule('/nowhere-at-all/*', '/x')], path)).toBeUndefined()
      }),
    )
  })
})

describe('a way of redirects', () => {
  test('is told step by step, and a circle is found', () => {
    const chain = [rule('/a', '/b'), rule('/b', '/c')]
    expect(wayFrom(chain, '/a')).toEqual(['/a', '/b', '/c'])
    expect(findLoop(chain, rule('/c', '/d'))).toBeUndefined()
    expect(findLoop(chain, rule('/c', '/a'))).toEqual(['/c', '/a', '/b', '/c'])
    expect(findLoop([], rule('/x/*', '/x/y/:splat'))).toBeDefined()
    expect(findLoop([], rule('/self', '/self'))).toEqual(['/self', '/self'])
  })

  test('always ends, whatever the rules', () => {
    const path = fc.constantFrom('/a', '/b', '/c/*', '/d/*', '/*')
    const target = fc.constantFrom('/a', '/b', '/c/:splat', '/d/:splat/e', 'https://example.com/')
    fc.assert(
      fc.property(fc.array(fc.tuple(path, target)), (pairs) => {
        expect(
          wayFrom(
            pairs.map(([from, to]) => rule(from, to)),
            '/a',
          ).length,
        ).toBeLessThan(15)
      }),
    )
  })
})

describe('a redirect as people write it', () => {
  const problem = (input: object) => NewRedirect.safeParse(input).error?.issues[0]?.message
  test('is one spelling of the same', () => {
    expect(NewRedirect.parse({ from: '/Old%20Page//x/', to: '/new' })).toEqual(rule('/Old Page/x', '/new'))
    expect(NewRedirect.parse({ from: '/old/*', to: '', status: 410 })).toEqual(rule('/old/*', '', 410))
    expect(NewRedirect.parse({ from: '/?p=12', to: '/new' }).from).toBe('/?p=12')
  })

  test.each([
    [{ from: 'old', to: '/new' }, /Begin the address with a slash/],
    [{ from: '/', to: '/new' }, /cannot be redirected/],
    [{ from: '/_dde/files', to: '/new' }, /cannot be redirected/],
    [{ from: '/a*b', to: '/new' }, /asterisk stands at the end/],
    [{ from: '/old' }, /Enter where it leads/],
    [{ from: '/old', to: '/new', status: 410 }, /Enter where it leads/],
    [{ from: '/old', to: 'javascript:alert(1)' }, /Lead to a page/],
    [{ from: '/old', to: '//evil.example' }, /Lead to a page/],
    [{ from: '/old', to: '/new', status: 200 }, /./],
  ])('%j is refused', (input, message) => {
    expect(problem(input)).toMatch(message)
  })

  test('comes from a file line by line, and what is wrong is named', () => {
    const csv =
      'from,to,status\r\n/a,/b\r\n"/c/*",/d/:splat,302\r\nnonsense,/x\r\n/b,/a\r\n/gone,,410\r\n\r\n'
    const { rules, problems } = readRedirects(csv, [])
    expect(rules.map(({ from, status }) => [from, status])).toEqual([
      ['/a', 301],
      ['/c/*', 302],
      ['/gone', 410],
    ])
    expect(problems.map(({ line }) => line)).toEqual([4, 5])
    expect(problems[1]?.message).toBe('This leads visitors in a circle: /b → /a → /b.')
  })
})

test('the address most like one that is not there is offered, and none where none is', () => {
  const addresses = ['/', '/about', '/services', '/contact', '/blog/a-childs-first-visit']
  expect(nearest('/servces', addresses)).toBe('/services')
  expect(nearest('/about-us.html', addresses)).toBe('/about')
  expect(nearest('/2019/05/childs-first-visit', addresses)).toBe('/blog/a-childs-first-visit')
  expect(nearest('/xyzzy', addresses)).toBeUndefined()
})

describe('settings', () => {
  const problem = (change: object) =>
    SiteSettingsChange.safeParse({ ...noSettings, ...change }).error?.issues[0]?.message
  test('take rules of robots.txt that are rules for somebody', () => {
    expect(
      problem({ robots: 'User-agent: *\r\nDisallow: /private/ # ours\n\nCrawl-delay: 5' }),
    ).toBeUndefined()
    expect(problem({ robots: 'Disallow: /x' })).toMatch(/Line 1 belongs to nobody/)
    expect(problem({ robots: 'User-agent: *\n<script>' })).toMatch(/Line 2 is no rule/)
  })

  test('take no header that protects visitors, and no second line', () => {
    const header = (name: string, value = 'x') => problem({ headers: [{ path: '/*', name, value }] })
    expect(header('X-Robots-Tag', 'noindex')).toBeUndefined()
    expect(header('X-Clacks-Overhead')).toBeUndefined()
    for (const name of [
      'Content-Security-Policy',
      'Set-Cookie',
      'X-Frame-Options',
      'X-DDE-Context',
      'Location',
      'x-request-id',
    ])
      expect(header(name), name).toMatch(/Use X-Robots-Tag/)
    expect(header('X-Mine', 'a\r\nSet-Cookie: b')).toMatch(/one line/)
  })

  test('take codes, and no tags', () => {
    expect(problem({ verification: { google: 'abc_DEF-123=' } })).toBeUndefined()
    expect(problem({ verification: { google: '"><script>alert(1)</script>' } })).toMatch(/code only/)
  })
})
