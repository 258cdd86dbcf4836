import { parseDocument } from 'htmlparser2'

/** HTML as a tree of plain values. What it is made from is well-formed: the API and both editors write no other. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: HtmlNode[]
}
export type HtmlNode = Element | string

const VOIDS = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
export const isElement = (node: HtmlNode | undefined): node is Element =>
  node !== undefined && typeof node !== 'string'

interface Parsed {
  type: string
  name?: string
  data?: string
  attribs?: Record<string, string>
  children?: Parsed[]
}

export const parseHtml = (html: string): HtmlNode[] =>
  // safe: the parser's nodes have these properties, each its kind's
  ((parseDocument(html) as unknown as Parsed).children ?? []).flatMap(convert)

function convert({ type, name = '', data = '', attribs = {}, children = [] }: Parsed): HtmlNode[] {
  if (type === 'text') return [data]
  // Comments and instructions are no part of a text.
  if (type === 'comment' || type === 'directive') return []
  return [{ name, attributes: { ...attribs }, children: children.flatMap(convert) }]
}

const escapes: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  // An empty line would end HTML within Markdown.
  ...{ '\n': '&#10;', '\r': '&#13;' },
}
const escaped = (text: string, signs: RegExp): string => text.replace(signs, (sign) => escapes[sign] ?? sign)

export const openTag = ({ name, attributes }: Element): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value, /[&<>"\n\r]/g)}"`)
    .join('')}>`

/** As HTML that Markdown carries along untouched. */
export function rawHtml(node: HtmlNode): string {
  if (!isElement(node)) return escaped(node, /[&<>\n\r]/g)
  if (VOIDS.has(node.name)) return openTag(node)
  return `${openTag(node)}${node.children.map(rawHtml).join('')}</${node.name}>`
}

export const isVoid = ({ name }: Element): boolean => VOIDS.has(name)

export const textIn = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (isElement(node) ? textIn(node.children) : node)).join('')

const BLOCKS = new Set(
  'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul caption colgroup col'.split(
    ' ',
  ),
)
/** What stands on lines of its own: a block, or what has one in it. */
export const isBlock = (node: HtmlNode): boolean =>
  isElement(node) && (BLOCKS.has(node.name) || node.children.some(isBlock))

/** HTML as a block of Markdown: its first line ends where Markdown would take it for the beginning of a sentence. */
export const rawBlock = (node: Element): string =>
  BLOCKS.has(node.name) || node.name === 'iframe'
    ? rawHtml(node)
    : `${openTag(node)}\n${node.children
        .map(rawHtml)
        .join('')
        .replace(/^(?:&#10;| )+/, '')}</${node.name}>`
