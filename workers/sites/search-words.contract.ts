import { plainText } from '../collections/entry-words.contract.ts'
import { textsOf } from './document-texts.contract.ts'
import type { RouteDocument } from './snapshot.contract.ts'

/** What there is to find on a page or post. */
export interface Said {
  title: string
  headings: string[]
  text: string
}

const HEADING = /<h[2-6][^>]*>(.*?)<\/h[2-6]>/gs
const HEADING_PROPERTY = /\.(?:heading|title)$/

/** What a page or post says, without what stands around every page. */
export function saidOf(document: RouteDocument): Said | undefined {
  if (document.kind === 'listing') return undefined
  if (document.kind === 'post') {
    const headings = [...document.html.matchAll(HEADING)].map(([, inner = '']) => plainText(inner))
    return { title: document.title, headings, text: plainText(document.html) }
  }
  const texts = textsOf(document.document).map(({ key, text, isHtml }) => ({
    ...{ key, text: isHtml ? plainText(text) : text },
    headings: isHtml ? [...text.matchAll(HEADING)].map(([, inner = '']) => plainText(inner)) : [],
  }))
  return {
    title: document.title,
    headings: texts.flatMap(({ key, text, headings }) =>
      HEADING_PROPERTY.test(key) ? [text, ...headings] : headings,
    ),
    text: texts.map(({ text }) => text).join(' '),
  }
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
/** Longer ones are addresses and slips. */
const MAX_LETTERS = 30

/** A word as it is looked up: small letters, without accents, points and the like. */
const folded = (word: string): string =>
  word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').slice(0, MAX_LETTERS)

/** The words of a text, each with where it stands. */
export function* wordsIn(text: string): Generator<{ word: string; start: number; end: number }> {
  for (const { 0: spelled, index } of text.matchAll(WORD))
    yield { word: folded(spelled), start: index, end: index + spelled.length }
}

/** How many letters differ, are missing, too many or swapped; three stands for all that is more than two. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_each, at) => at)]
  for (let at = 1; at <= a.length; at++) [before, row] = [row, nextRow(a, b, at, [before, row])]
  return Math.min(row[b.length] ?? 3, 3)
}

/** A row of the table by Damerau and Levenshtein, from the two above it. */
function nextRow(a: string, b: string, at: number, [before, row]: [number[], number[]]): number[] {
  const next = [at]
  for (let to = 1; to <= b.length; to++) {
    const isSame = a[at - 1] === b[to - 1]
    const isSwapped = at > 1 && to > 1 && a[at - 1] === b[to - 2] && a[at - 2] === b[to - 1]
    const ways = [(row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (isSame ? 0 : 1)]
    next[to] = Math.min(...ways, ...(isSwapped ? [(before[to - 2] ?? 0) + 1] : []))
  }
  return next
}
