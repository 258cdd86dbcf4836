import { describe, expect, test } from 'vitest'
import { createSearchIndex } from '#workers/sites/search-index.ts'
import { findPages, type SearchSource, snippetOf } from '#workers/sites/search-query.contract.ts'
import { distance, type Said, saidOf } from '#workers/sites/search-words.contract.ts'

const said = (title: string, text = '', headings: string[] = []): Said => ({ title, text, headings })

/** Segments of an index as they are read back, and how many of their parts were. */
function sourceOf(...segments: Record<string, Said>[]): SearchSource & { reads: () => number } {
  let reads = 0
  const source = segments.map((pages) => {
    const index = createSearchIndex()
    for (const [path, what] of Object.entries(pages)) index.add(path, what)
    const written = JSON.parse(JSON.stringify(index.finish())) as ReturnType<typeof index.finish>
    return {
      ...{ pages: written.pages, firsts: written.words.map(({ first }) => first) },
      words: async (at: number) => {
        reads += 1
        return written.words[at]?.postings ?? {}
      },
      paths: async () => written.paths,
    }
  })
  return Object.assign(source, { reads: () => reads })
}
const find = async (source: SearchSource, query: string) => findPages(source, query, { skip: 0, limit: 10 })

const site = sourceOf(
  {
    '/text': said('About', 'We also sell sails, once in a while.'),
    '/heading': said('Boats', 'Everything that floats.', ['Sails']),
    '/title': said('Sails', 'Everything that pulls.'),
  },
  {
    '/über': said('Über uns', 'Die Crew der Straße.'),
    '/none': said('Anchors', 'They hold.'),
  },
)

describe('searching a site', () => {
  test('puts what says it in the title before headings, and those before the text', async () => {
    expect((await find(site, 'sails')).paths).toEqual(['/title', '/heading', '/text'])
  })

  test.each([
    ['the beginning of a word', 'sai', '/title'],
    ['another form of it', 'sailing', '/title'],
    ['no accents', 'uber', '/über'],
    ['a sign only one language has', 'strasse', '/über'],
    ['capitals', 'SAILS', '/title'],
  ])('finds it by %s', async (_how, query, path) => {
    const { paths, insteadOf } = await find(site, query)
    expect(paths[0]).toBe(path)
    expect(insteadOf).toBeUndefined()
  })

  test('finds the nearest word for a slip, and says so', async () => {
    const { paths, insteadOf, marked } = await find(site, 'anhcors')
    expect(paths).toEqual(['/none'])
    expect(insteadOf).toEqual({ typed: 'anhcors', used: 'anchors' })
    expect(marked).toEqual(['anchors'])
  })

  test('shows pages with all the words, and those with some only where none has all', async () => {
    expect((await find(site, 'sails floats')).paths).toEqual(['/heading'])
    expect((await find(site, 'anchors floats')).paths.sort()).toEqual(['/heading', '/none'])
  })

  test('finds nothing for nothing, signs and words that are not there', async () => {
    for (const query of ['', '?!', 'zzzzz', '__proto__', 'constructor'])
      expect(await find(site, query)).toMatchObject({ total: 0, paths: [] })
  })

  test('reads few parts of a large index, and goes through what it finds page by page', async () => {
    const pages = Array.from({ length: 2500 }, (_each, at) => [
      `/p${at}`,
      said(`Page ${at}`, `common word${at} other${at % 97}`),
    ])
    const large = sourceOf(Object.fromEntries(pages))
    expect(large[0]?.firsts.length).toBeGreaterThan(2)
    expect((await find(large, 'word2499')).paths).toEqual(['/p2499'])
    expect(large.reads()).toBeLessThanOrEqual(2)
    const { total, paths } = await findPages(large, 'common', { skip: 2490, limit: 20 })
    expect(total).toBe(2500)
    expect(paths).toHaveLength(10)
  })
})

describe('what is shown of a find', () => {
  test('is the place where the words stand together, told apart', () => {
    const text = `${'far '.repeat(60)} a sail on the sea, and sails again ${'off '.repeat(60)}`
    const pieces = snippetOf(said('', text), ['sail'])
    expect(pieces.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(['sail', 'sails'])
    const whole = pieces.map((piece) => piece.text).join('')
    expect(whole).toMatch(/^… (?:far )+ ?a sail on the sea, and sails again (?:off ?)+…$/)
  })

  test('is the beginning where a word is in the title only', () => {
    const pieces = snippetOf(said('Sails', 'Everything that pulls.'), ['sail'])
    expect(pieces).toEqual([{ text: 'Everything that pulls.', isHit: false }])
  })

  test('holds nothing of a post’s tags', () => {
    const route = { kind: 'post', title: 'T', html: '<h2>One &amp; two</h2><p>x &lt;b&gt;</p>' }
    // safe: only these are looked at
    expect(saidOf(route as never)).toEqual({ title: 'T', headings: ['One & two'], text: 'One & two x <b>' })
  })
})

test.each([
  ['sail', 'sail', 0],
  ['sail', 'sial', 1],
  ['sail', 'sails', 1],
  ['sail', 'nail', 1],
  ['sail', 'boat', 3],
  ['a', 'abcdef', 3],
])('%s and %s are %i apart', (a, b, away) => {
  expect(distance(a, b)).toBe(away)
})
