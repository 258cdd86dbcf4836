import { distance, type Said, wordsIn } from './search-words.contract.ts'

/** What a word is worth by where it stands; together they fit below the next power of two. */
export const WEIGHTS = { title: 30, heading: 10, mostInText: 10 }
const ROOM = 64

/** A page and what a word is worth on it, as one number. */
export const packed = (page: number, weight: number): number => page * ROOM + Math.min(weight, ROOM - 1)

/** What is read of one segment of a search index; both are remembered by whoever reads. */
export interface SegmentSource {
  /** Pages there are to find. */
  pages: number
  /** First words of the parts, in order. */
  firsts: readonly string[]
  words: (part: number) => Promise<Record<string, number[]>>
  paths: () => Promise<string[]>
}
export type SearchSource = readonly SegmentSource[]

export interface SearchFinds {
  total: number
  paths: string[]
  /** The beginnings of words that were found, to be marked. */
  marked: string[]
  /** What was looked for in place of words that are nowhere. */
  insteadOf?: { typed: string; used: string }
}

const MAX_WORDS = 6
const MAX_PARTS = 4
/** What a longer word counts that begins with the one that was typed. */
const BEGINNING = 0.6

interface Hits {
  /** Score by page. */
  scores: Map<number, number>
  mark: string
  used: string
}

/** Pages by how well they fit: those with all the words first. Every word also finds those that begin with it. */
export async function findPages(
  source: SearchSource,
  query: string,
  { skip, limit }: { skip: number; limit: number },
): Promise<SearchFinds> {
  const typed = [...new Set([...wordsIn(query)].map(({ word }) => word))].slice(0, MAX_WORDS)
  const found = await Promise.all(typed.map((word) => hitsOf(source, word)))
  const hits = found.flatMap((each) => (each ? [each] : []))
  const ranked = rank(hits)
  const paths = await Promise.all(ranked.slice(skip, skip + limit).map((page) => pathOf(source, page)))
  const used = hits.map((each) => each.used)
  const isOther = used.some((word) => !typed.includes(word))
  return {
    total: ranked.length,
    paths: paths.filter((path) => path !== ''),
    marked: hits.map(({ mark }) => mark),
    ...(isOther && ranked.length > 0 && { insteadOf: { typed: query.trim(), used: used.join(' ') } }),
  }
}

function rank(hits: Hits[]): number[] {
  const totals = new Map<number, { words: number; score: number }>()
  for (const { scores } of hits) {
    for (const [page, score] of scores) {
      const total = totals.get(page) ?? { words: 0, score: 0 }
      totals.set(page, { words: total.words + 1, score: total.score + score })
    }
  }
  const most = Math.max(0, ...[...totals.values()].map(({ words }) => words))
  // With all the words somewhere, pages with only some of them are noise.
  const isWhole = most === hits.length
  return [...totals]
    .filter(([, { words }]) => !isWhole || words === most)
    .sort(([a, x], [b, y]) => y.words - x.words || y.score - x.score || a - b)
    .map(([page]) => page)
}

/** A word and those it begins; failing that a shorter form of it, failing that the nearest one. */
async function hitsOf(source: SearchSource, word: string): Promise<Hits | undefined> {
  const direct = await hitsOfBeginning(source, word)
  if (direct || word.length < 4) return direct
  for (const cut of [1, 2, 3]) {
    const stem = word.slice(0, -cut)
    const hits = stem.length >= 4 ? await hitsOfBeginning(source, stem, cut) : undefined
    if (hits) return { ...hits, used: word, mark: stem }
  }
  const nearest = await nearestWord(source, word)
  return nearest ? hitsOfBeginning(source, nearest) : undefined
}

/** What begins with a word; of one that was shortened, only what is not much longer than it was. */
async function hitsOfBeginning(source: SearchSource, word: string, letters = 99): Promise<Hits | undefined> {
  const scores = new Map<number, number>()
  for (const { postings, pages, before } of await partsAround(source, word)) {
    for (const [known, steps] of Object.entries(postings)) {
      if (!known.startsWith(word) || known.length - word.length > letters) continue
      const rarity = Math.log(1 + pages / steps.length)
      addScores(scores, steps, { before, factor: rarity * (known === word ? 1 : BEGINNING) })
    }
  }
  return scores.size > 0 ? { scores, mark: word, used: word } : undefined
}

/** On each page the best of what a word finds counts. */
function addScores(
  scores: Map<number, number>,
  steps: number[],
  { before, factor }: { before: number; factor: number },
): void {
  let at = 0
  for (const step of steps) {
    at += step
    const page = before + Math.floor(at / ROOM)
    scores.set(page, Math.max(scores.get(page) ?? 0, factor * (at % ROOM)))
  }
}

/** The most frequent of the words that differ least; the first letter is taken to be right. */
async function nearestWord(source: SearchSource, word: string): Promise<string | undefined> {
  const allowed = word.length >= 8 ? 2 : 1
  let best: { word: string; away: number; pages: number } | undefined
  for (const { postings } of await partsAround(source, word.slice(0, 1), word)) {
    for (const [known, { length: pages }] of Object.entries(postings)) {
      const away = distance(word, known)
      if (away > allowed) continue
      if (!best || away < best.away || (away === best.away && pages > best.pages))
        best = { word: known, away, pages }
    }
  }
  return best?.word
}

interface Part {
  postings: Record<string, number[]>
  /** Pages of its segment, and those of the segments before. */
  pages: number
  before: number
}

/** The parts of every segment in which words with a beginning lie, those around one word first. */
async function partsAround(source: SearchSource, beginning: string, near = beginning): Promise<Part[]> {
  let before = 0
  const parts: Promise<Part>[] = []
  for (const { firsts, pages, words } of source) {
    const here = { pages, before }
    for (const at of placesOf(firsts, beginning, near))
      parts.push(words(at).then((postings) => ({ postings, ...here })))
    before += pages
  }
  return Promise.all(parts)
}

/** Never more than a few. */
function placesOf(firsts: readonly string[], beginning: string, near: string): number[] {
  if (firsts.length === 0) return []
  const last = (word: string) => firsts.findLastIndex((first) => first <= word)
  const from = Math.max(0, last(beginning))
  const to = Math.max(from, last(`${beginning}\uffff`))
  const middle = Math.min(Math.max(from, last(near) - (near === beginning ? 0 : 1)), to)
  return Array.from({ length: to - middle + 1 }, (_each, at) => middle + at).slice(0, MAX_PARTS)
}

async function pathOf(source: SearchSource, page: number): Promise<string> {
  let at = page
  for (const { pages, paths } of source) {
    if (at < pages) return (await paths())[at] ?? ''
    at -= pages
  }
  return ''
}

export interface Piece {
  text: string
  isHit: boolean
}

const WORDS_BEFORE = 8
const WORDS_SHOWN = 32

/** The place in a text where most of the words stand together, in pieces of which those that were found are told apart. */
export function snippetOf({ text }: Said, marked: readonly string[]): Piece[] {
  const words = [...wordsIn(text)]
  const isHit = words.map(({ word }) => marked.some((beginning) => word.startsWith(beginning)))
  const first = Math.max(0, bestPlace(isHit) - WORDS_BEFORE)
  const shown = words.slice(first, first + WORDS_SHOWN)
  const pieces: Piece[] = []
  let at = shown[0]?.start ?? 0
  for (const [index, { start, end }] of shown.entries()) {
    if (!isHit[first + index]) continue
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false })
    pieces.push({ text: text.slice(start, end), isHit: true })
    at = end
  }
  const end = shown.at(-1)?.end ?? 0
  const isCut = first + WORDS_SHOWN < words.length
  const tail = text.slice(at, end) + (isCut ? ' …' : text.slice(end, end + 1))
  const whole = [...pieces, { text: tail, isHit: false }]
  return first > 0 ? [{ text: '… ', isHit: false }, ...whole] : whole
}

function bestPlace(isHit: boolean[]): number {
  let best = { at: 0, hits: 0 }
  const span = WORDS_SHOWN - WORDS_BEFORE
  for (const [at, hit] of isHit.entries()) {
    if (!hit) continue
    const hits = isHit.slice(at, at + span).filter(Boolean).length
    if (hits > best.hits) best = { at, hits }
  }
  return best.at
}
