import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slugOf, uniqueSlug } from '#workers/content/slug.contract.ts'

describe('a slug', () => {
  test.each([
    ['Hello, World!', 'hello-world'],
    ['  Don’t   panic  ', 'dont-panic'],
    ['Ärger in Zürich', 'ärger-in-zürich'],
    ['Επίπεδο 2', 'επίπεδο-2'],
    ['日本語の題名', '日本語の題名'],
    ['हिन्दी शीर्षक', 'हिन्दी-शीर्षक'],
    ['مرحبا بالعالم', 'مرحبا-بالعالم'],
    ['Cafe\u0301', 'café'],
    ['a_b/c.d', 'a-b-c-d'],
    ['10 % off ❤️ 1️⃣', '10-off-1'],
    ['İstanbul', 'i̇stanbul'],
    ['🎉🎉', ''],
    ['---', ''],
  ])('of %j is %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  test('has at most 200 characters and does not end within a word break', () => {
    expect(Array.from(slugOf('𝒜'.repeat(300)))).toHaveLength(200)
    expect(slugOf(`${'a'.repeat(199)} b`)).toBe('a'.repeat(199))
  })

  test('of a slug is the slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 250 }), (title) => {
        const slug = slugOf(title)
        expect(slugOf(slug)).toBe(slug)
        expect(slug).not.toMatch(/[\s/?#%&<>"']|^-|-$|--/)
        expect(slug.normalize('NFC')).toBe(slug)
      }),
    )
  })
})

describe('a unique slug', () => {
  test('is the slug itself while that is free, then the first free number', () => {
    expect(uniqueSlug('a', new Set())).toBe('a')
    expect(uniqueSlug('a', new Set(['a', 'a-2']))).toBe('a-3')
    expect(uniqueSlug('', new Set())).toBe('untitled')
  })

  test('stays within the length', () => {
    const long = 'a'.repeat(200)
    expect(uniqueSlug(long, new Set([long]))).toBe(`${'a'.repeat(198)}-2`)
  })

  test('is found quickly among thousands of equal ones', () => {
    const taken = new Set<string>()
    const start = performance.now()
    for (let count = 0; count < 20_000; count++) {
      const slug = uniqueSlug('hello', taken)
      expect(taken.has(slug)).toBe(false)
      taken.add(slug)
    }
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
