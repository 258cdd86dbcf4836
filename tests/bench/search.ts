import { createSearchIndex } from '#workers/sites/search-index.ts'
import { findPages, type SearchSource } from '#workers/sites/search-query.contract.ts'
import { type Said, wordsIn } from '#workers/sites/search-words.contract.ts'
import { ratioOf } from './compare.ts'
import { round, type Section, showSpread } from './report.ts'

const SIZES = [100, 1000, 10_000]
const WORDS_A_POST = 400
const VOCABULARY = 30_000
const ROUNDS = 7
const QUERIES_A_ROUND = 10
/** As many documents as a segment has, about. */
const POSTS_A_SEGMENT = 1024

/** What searching costs as a site grows: bytes kept and read, and CPU, beside going through every text. */
export async function measureSearch(): Promise<Section> {
  const sites = SIZES.map((size) => ({ size, posts: postsOf(size) }))
  const made = sites.map(({ size, posts }) => ({ size, posts, ...indexOf(posts) }))
  const cpu = await measureCpu(made)
  return {
    title: 'Searching a site',
    how: `Posts of ${WORDS_A_POST} words drawn by Zipf’s law from ${VOCABULARY.toLocaleString('en')}. CPU of one Node process, two words a query, the parts of the index read anew each time. Ratios of the same queries over posts in memory, gone through one by one. ${ROUNDS} rounds.`,
    head: [
      'posts',
      'index, kB',
      'segments',
      'parts',
      'read for a query, kB',
      'CPU beside 100 posts',
      'going through all, beside it',
    ],
    rows: made.map(({ size, bytes, segments, parts, perQuery }, at) => [
      size.toLocaleString('en'),
      round(bytes / 1024),
      String(segments.length),
      String(parts),
      round(perQuery() / 1024),
      at === 0 ? '1' : showSpread(ratioOf(cpu.indexed[at] ?? [], cpu.indexed[0] ?? []), ''),
      showSpread(ratioOf(cpu.scanned[at] ?? [], cpu.indexed[at] ?? []), ''),
    ]),
    notes: [
      'A small site lacks more of the words, and the nearest one is then looked for, which takes longer than finding one.',
      'A query reads of each segment the parts its words lie in, and the addresses of those it shows.',
      'The edge keeps parts in memory; snippets are cut from the pages that are shown, at most ten.',
    ],
  }
}

/** The same numbers every time. */
function* numbers(seed: number): Generator<number> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

const spelled = (rank: number): string => `w${(rank * 7919 + 104_729).toString(36)}`

function postsOf(size: number): { path: string; said: Said }[] {
  const random = numbers(size)
  const next = () => Number(random.next().value)
  // Zipf: the chance of a word falls with its rank.
  const word = () => spelled(Math.floor(VOCABULARY ** next()))
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  return Array.from({ length: size }, (_each, at) => ({
    path: `/blog/post-${at}`,
    said: { title: words(6), headings: [words(4)], text: words(WORDS_A_POST) },
  }))
}

function indexOf(posts: { path: string; said: Said }[]) {
  const segments = Array.from({ length: Math.ceil(posts.length / POSTS_A_SEGMENT) }, (_each, at) =>
    segmentOf(posts.slice(at * POSTS_A_SEGMENT, (at + 1) * POSTS_A_SEGMENT)),
  )
  const all = segments.flatMap(({ parts, paths }) => [...parts, paths])
  let read = 0
  let queries = 0
  /** Remembers what it has read for as long as a query takes. */
  const source = (): SearchSource => {
    queries += 1
    const known = new Map<string, unknown>()
    const take = async <Part>(json = ''): Promise<Part> => {
      if (!known.has(json)) {
        read += json.length
        known.set(json, JSON.parse(json))
      }
      // safe: as it was written
      return known.get(json) as Part
    }
    return segments.map(({ pages, firsts, parts, paths }) => ({
      ...{ pages, firsts },
      words: (at: number) => take<Record<string, number[]>>(parts[at]),
      paths: () => take<string[]>(paths),
    }))
  }
  const bytes = all.reduce((sum, part) => sum + part.length, 0)
  return { segments, parts: all.length, bytes, source, perQuery: () => read / Math.max(1, queries) }
}

function segmentOf(posts: { path: string; said: Said }[]) {
  const index = createSearchIndex()
  for (const { path, said } of posts) index.add(path, said)
  const { pages, paths, words } = index.finish()
  return {
    pages,
    firsts: words.map(({ first }) => first),
    parts: words.map(({ postings }) => JSON.stringify(postings)),
    paths: JSON.stringify(paths),
  }
}

interface Made {
  posts: { path: string; said: Said }[]
  source: () => SearchSource
}

async function measureCpu(made: Made[]) {
  const random = numbers(7)
  const indexed: number[][] = made.map(() => [])
  const scanned: number[][] = made.map(() => [])
  for (let at = 0; at <= ROUNDS; at++) {
    const queries = Array.from({ length: QUERIES_A_ROUND }, () =>
      [1, 2]
        .map(() => spelled(Math.floor(VOCABULARY ** (0.4 + 0.6 * Number(random.next().value)))))
        .join(' '),
    )
    for (const [site, { source, posts }] of made.entries()) {
      const byIndex = await cpuOf(async () => {
        for (const query of queries) await findPages(source(), query, { skip: 0, limit: 10 })
      })
      const byScan = await cpuOf(async () => {
        for (const query of queries.slice(0, 2)) scan(posts, query)
      })
      // The first round warms up.
      if (at === 0) continue
      indexed[site]?.push(byIndex / queries.length)
      scanned[site]?.push(byScan / 2)
    }
  }
  return { indexed, scanned }
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** What a search without an index does. */
function scan(posts: Made['posts'], query: string): number {
  const wanted = [...wordsIn(query)].map(({ word }) => word)
  let found = 0
  for (const { said } of posts) {
    const words = new Set([...wordsIn(`${said.title} ${said.text}`)].map(({ word }) => word))
    if (wanted.every((word) => words.has(word))) found += 1
  }
  return found
}
