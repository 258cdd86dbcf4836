/** Widths at which a page is laid out differently; the builder's devices stand for them. */
const SCREENS = {
  desktop: '(width>=64rem)',
  tablet: '(40rem<=width<64rem)',
  phone: '(width<40rem)',
} as const

/** Looks that may differ from screen to screen. */
const LOOK = /\[data-(align|padding|width)=/g
const NESTING = /^@(?:media|container|supports|layer)\b/

interface Rule {
  prelude: string
  body: string
}

const known = new Map<string, string>()

/**
 * The part of a stylesheet that draws looks, once for each screen: what `[data-align=center]` does, `[data-align-phone=center]`
 * does on phones. A block whose looks differ carries the second kind of attributes only.
 */
export function perScreen(css: string): string {
  const before = known.get(css)
  if (before !== undefined) return before
  const looks = looksIn(css)
  const after = Object.entries(SCREENS)
    .map(([screen, query]) => looks && `@media ${query}{${looks.replaceAll(LOOK, `[data-$1-${screen}=`)}}`)
    .join('')
  known.set(css, after)
  return after
}

/** The rules that draw looks, with the conditions around them. */
function looksIn(css: string): string {
  return rulesIn(css)
    .map(({ prelude, body }) => {
      const inner = NESTING.test(prelude) ? looksIn(body) : body
      const kept = NESTING.test(prelude) ? prelude : selectorsOfLooks(prelude)
      return kept && inner ? `${kept}{${inner}}` : ''
    })
    .join('')
}

const selectorsOfLooks = (selectors: string): string =>
  splitOutside(selectors, ',')
    .filter((selector) => selector.search(LOOK) >= 0)
    .join(',')

/** Rules of a stylesheet at its top level; statements without a block are left out. */
function rulesIn(css: string): Rule[] {
  const rules: Rule[] = []
  const plain = css.replaceAll(/\/\*.*?\*\//gs, '')
  for (let at = 0; at < plain.length; ) {
    const open = plain.indexOf('{', at)
    if (open < 0) break
    const close = endOfBlock(plain, open)
    const prelude = plain.slice(at, open).split(';').at(-1)?.trim() ?? ''
    rules.push({ prelude, body: plain.slice(open + 1, close) })
    at = close + 1
  }
  return rules
}

function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] === '}' && --depth === 0) return at
  }
  return css.length
}

/** Splits at a sign that stands outside of brackets. */
function splitOutside(text: string, sign: string): string[] {
  const parts = ['']
  let depth = 0
  for (const each of text) {
    if ('(['.includes(each)) depth++
    if (')]'.includes(each)) depth--
    if (each === sign && depth === 0) parts.push('')
    else parts[parts.length - 1] += each
  }
  return parts
}
