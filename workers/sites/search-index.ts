import { packed, WEIGHTS } from './search-query.contract.ts'
import { type Said, wordsIn } from './search-words.contract.ts'

/** Words of one text that count; what is further down is not looked at. */
const MAX_WORDS = 3000
/** A part of the words, as JSON: small enough that looking one up costs little. */
const PART_CHARACTERS = 8000

/** The words of some documents, in the parts they are read in. */
export interface WrittenIndex {
  pages: number
  paths: string[]
  /** Each with the first word in it, in order. */
  words: { first: string; postings: Record<string, number[]> }[]
}

/** Gathers which words stand where, a page at a time. */
export function createSearchIndex() {
  const paths: string[] = []
  const postings = new Map<string, number[]>()

  return {
    add(path: string, said: Said): void {
      const page = paths.push(path) - 1
      for (const [word, weight] of weightsOf(said)) {
        const known = postings.get(word)
        if (known) known.push(packed(page, weight))
        else postings.set(word, [packed(page, weight)])
      }
    },
    finish: (): WrittenIndex => ({
      pages: paths.length,
      paths,
      words: [...partsOf(postings)],
    }),
  }
}

/** A word counts by where it stands, and a little by how often. */
function weightsOf({ title, headings, text }: Said): Map<string, number> {
  const weights = new Map<string, number>()
  const once = (words: string, weight: number) => {
    for (const word of new Set([...wordsIn(words)].map((each) => each.word)))
      weights.set(word, (weights.get(word) ?? 0) + weight)
  }
  let left = MAX_WORDS
  const counts = new Map<string, number>()
  for (const { word } of wordsIn(text)) {
    if (left-- === 0) break
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  for (const [word, count] of counts) weights.set(word, Math.min(count, WEIGHTS.mostInText))
  once(headings.join(' '), WEIGHTS.heading)
  once(title, WEIGHTS.title)
  return weights
}

/** Words in order, as many together as make a part; numbers as steps from the one before, which are shorter. */
function* partsOf(postings: Map<string, number[]>): Generator<WrittenIndex['words'][number]> {
  let part: WrittenIndex['words'][number] | undefined
  let characters = 0
  for (const word of [...postings.keys()].sort()) {
    const steps = (postings.get(word) ?? []).map((each, at, all) => each - (all[at - 1] ?? 0))
    part ??= { first: word, postings: {} }
    part.postings[word] = steps
    characters += word.length + steps.length * 4
    if (characters < PART_CHARACTERS) continue
    yield part
    part = undefined
    characters = 0
  }
  if (part) yield part
}
