import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phoneHref, safeHref, safeSource } from '#sites/blocks/safe-href.ts'
import { toScriptJson } from '#sites/render/json-ld.ts'
import { ByteCache } from '#sites/requests/byte-cache.ts'
import { wordsFor } from '#sites/words/words.ts'

describe('an address on a page', () => {
  test.each([
    'https://a.example/b?c#d',
    'http://a.example',
    'mailto:a@b.example',
    'tel:+44123',
    '/path',
    'path/to',
    '#part',
    '?page=2',
    '//cdn.example/a',
    'a/b:c',
  ])('may be %s', (href) => {
    expect(safeHref(href)).toBe(href)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
    '',
    '   ',
  ])('may not be %j', (href) => {
    expect(safeHref(href)).toBeUndefined()
  })

  test('is never read as a scheme of its own by a browser', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `javascript:${text}`),
        ),
        (href) => {
          const safe = safeHref(href)
          if (safe === undefined || !URL.canParse(safe, 'https://a.example')) return
          expect(['https:', 'http:', 'mailto:', 'tel:']).toContain(
            new URL(safe, 'https://a.example').protocol,
          )
        },
      ),
    )
  })

  test('of a picture is not a mail address or a place on the page', () => {
    expect(safeSource('/a.svg')).toBe('/a.svg')
    for (const source of ['mailto:a@b.example', '#a', 'data:image/svg+xml,x', ''])
      expect(safeSource(source)).toBeUndefined()
  })

  test('to call is made of digits', () => {
    expect(phoneHref('+44 (0)20 7946-0018')).toBe('tel:+4402079460018')
  })
})

test('data in a script cannot leave it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, text) => {
      const json = toScriptJson({ value, text: `</script><!--${text}` })
      expect(json).not.toMatch(/[<>\u2028\u2029]/)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, text: `</script><!--${text}` })))
    }),
  )
})

describe('what is kept in memory', () => {
  test('stays within its bytes, and what was used last stays longest', () => {
    const cache = new ByteCache<string>(10)
    cache.set('a', 'A', 4)
    cache.set('b', 'B', 4)
    expect(cache.get('a')).toBe('A')
    cache.set('c', 'C', 4)
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C'])
    expect(cache.bytes).toBe(8)
  })

  test('counts an entry once however often it is set, and never takes one too big', () => {
    const cache = new ByteCache<string>(10)
    cache.set('a', 'A', 4)
    cache.set('a', 'B', 6)
    expect([cache.get('a'), cache.bytes]).toEqual(['B', 6])
    cache.set('a', 'C', 11)
    expect([cache.get('a'), cache.bytes]).toEqual([undefined, 0])
  })
})

test('every language says everything, with the same gaps to fill', () => {
  const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).join()
  for (const language of ['de', 'fr', 'es']) {
    for (const [key, english] of Object.entries(wordsFor('en'))) {
      const said = wordsFor(language)[key as keyof ReturnType<typeof wordsFor>]
      expect([language, key, Boolean(said), gaps(said)]).toEqual([language, key, true, gaps(english)])
    }
  }
  expect(wordsFor('xx')).toBe(wordsFor('en'))
})
