const MAX_SLUG = 200
/** Leaves room for what is put behind a name that is taken; a label has at most 63 characters. */
const MAX_HOST_LABEL = 50
/** A letter or digit of any script and the marks that belong to it. */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
/** Selectors of how an emoji is drawn; they are marks by category, yet spell nothing. */
const SELECTORS = /[\u{FE00}-\u{FE0F}\u{20E3}\u{E0100}-\u{E01EF}]/gu
const APOSTROPHES = /['’ʼ]/g

/** The last part of an address for a title, in the title's own script; empty when it has no letter or digit. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFC').replace(SELECTORS, '').replace(APOSTROPHES, '')
  const words = plain.toLowerCase().normalize('NFC').match(WORDS) ?? []
  return shortened(words.join('-'), MAX_SLUG)
}

/** A name as a part of a host name, which knows no accents and no other scripts; empty when nothing is left of it. */
export function hostLabelOf(name: string): string {
  return slugOf(name.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
    .replaceAll(/[^a-z0-9-]/g, '')
    .replaceAll(/-{2,}/g, '-')
    .slice(0, MAX_HOST_LABEL)
    .replaceAll(/^-+|-+$/g, '')
}

/** The slug, or the slug with the first free number from 2. */
export function uniqueSlug(base: string, taken: ReadonlySet<string>): string {
  const slug = shortened(base, MAX_SLUG) || 'untitled'
  if (!taken.has(slug)) return slug
  const numbered = (number: number) => `${shortened(slug, MAX_SLUG - 1 - String(number).length)}-${number}`
  const isTaken = (number: number) => taken.has(numbered(number))
  for (let number = 2; number < 50; number++) if (!isTaken(number)) return numbered(number)
  return numbered(firstFree(isTaken))
}

/** Thousands of equal titles are usual in an import, so the search doubles and halves instead of counting. */
function firstFree(isTaken: (number: number) => boolean): number {
  let high = 64
  while (isTaken(high)) high *= 2
  let low = high / 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isTaken(middle)) low = middle
    else high = middle
  }
  return high
}

function shortened(slug: string, length: number): string {
  if (slug.length <= length) return slug
  const characters = Array.from(slug)
  if (characters.length <= length) return slug
  return characters.slice(0, length).join('').replace(/-+$/, '')
}
