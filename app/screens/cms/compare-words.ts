import { diffWordsWithSpace } from 'diff'

export interface Stretch {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** Longer texts are compared line by line, so that the browser does not stand still. */
const WORD_BY_WORD = 400_000

/** What was written and what was crossed out between two texts, in reading order. */
export function compareWords(before: string, after: string): Stretch[] {
  if (before.length + after.length > WORD_BY_WORD)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

/** What begins on a line of its own. */
const BLOCKS = 'p, h2, h3, h4, h5, h6, li, blockquote, pre, figure, tr, hr, div'

/** The words of a post as a reader sees them, a paragraph a line; pictures by what they show. */
export function wordsOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const picture of body.querySelectorAll('img'))
    picture.replaceWith(`[${picture.getAttribute('alt') || 'picture'}]`)
  for (const block of body.querySelectorAll(BLOCKS)) block.append('\n')
  return (body.textContent ?? '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n\n')
    .trim()
}
