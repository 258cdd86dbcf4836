/** What the editor of texts can show; anything else would be lost in it. */
const KNOWN = new Set('p h2 h3 h4 strong b em i s del strike code a ul ol li blockquote pre hr br'.split(' '))
const KNOWN_ATTRIBUTES: Record<string, RegExp> = {
  a: /^(?:href)$/,
  code: /^class$/,
  ol: /^start$/,
}
const TAG = /<([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi
const ATTRIBUTE = /([a-z][a-z0-9-]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/gi
/** The paragraph an item of a list begins with, where nothing but lists follows it. */
const ITEM_PARAGRAPH = /<li><p>((?:(?!<\/?(?:p|blockquote|pre|h[1-6])[\s>]).)*?)<\/p>(?=<\/li>|<[uo]l[\s>])/gs

const groups: readonly [name: string, elements: string][] = [
  ['pictures', 'img figure figcaption'],
  ['tables', 'table caption colgroup col thead tbody tfoot tr td th'],
  ['embedded media', 'iframe video audio source'],
]
const nameOf = (element: string): string =>
  groups.find(([, elements]) => elements.split(' ').includes(element))?.[0] ?? 'other elements'

/** What of a text the editor would lose, in words; empty when it keeps everything. */
export function beyondEditor(html: string): string[] {
  const found = [...html.matchAll(TAG)].flatMap(([, tag = '', attributes = '']) => {
    const element = tag.toLowerCase()
    if (!KNOWN.has(element)) return [nameOf(element)]
    return attributesOf(attributes).some((name) => !KNOWN_ATTRIBUTES[element]?.test(name)) ? ['formats'] : []
  })
  return [...new Set(found)]
}

const attributesOf = (attributes: string): string[] =>
  [...attributes.matchAll(ATTRIBUTE)].map(([, name = '']) => name.toLowerCase())

/** What the editor writes as people would have written it: items of a list without a paragraph around each. */
export const tidied = (html: string): string =>
  html === '<p></p>' ? '' : html.replace(ITEM_PARAGRAPH, '<li>$1')
