/** A letter or digit of any script and the marks that belong to it. */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** An address made from a title, in the title's own script: `Fees & prices` gives `/fees-prices`. */
export function suggestPath(title: string): string {
  const words = title.replace(/['’ʼ]/g, '').toLowerCase().normalize('NFC').match(WORDS) ?? []
  return words.length > 0 ? `/${words.join('-')}` : ''
}

/** Where a copy of a page may stand: the first of these addresses that no page has. */
export function pathOfCopy(path: string, taken: ReadonlySet<string>): string {
  const base = path === '/' ? '/home' : path
  const first = `${base}-copy`
  for (let number = 2, next = first; ; number++) {
    if (!taken.has(next)) return next
    next = `${first}-${number}`
  }
}
