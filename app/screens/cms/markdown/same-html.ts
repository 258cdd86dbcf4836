import { type Element, type HtmlNode, isBlock, isElement, rawHtml } from './html-tree.ts'

/** Two ways to say the same; the editors write the second. */
const SAME: Record<string, string> = { b: 'strong', i: 'em', s: 'del', strike: 'del' }
/** What the API adds to every picture. */
const ADDED = new Set(['loading', 'decoding'])
/** Its number is given anew wherever it stands. */
const NUMBERED = /(<sup class="footnote-ref">.*?>)[^<]*(<\/a><\/sup>)/g

/** A text by what it means: white space that shows nothing, and spellings that mean the same, are one. */
export const meaningOf = (nodes: readonly HtmlNode[]): string =>
  tidy(wrapped(nodes)).map(rawHtml).join('').replace(NUMBERED, '$1$2')

/** Text on its own between blocks, or in a quote, is a paragraph without its tags. */
export function wrapped(nodes: readonly HtmlNode[]): HtmlNode[] {
  const result: HtmlNode[] = []
  let run: HtmlNode[] = []
  const close = () => {
    const isBlank = run.every((node) => !isElement(node) && node.trim() === '')
    if (!isBlank) result.push({ name: 'p', attributes: {}, children: run })
    run = []
  }
  for (const node of nodes) {
    if (isBlock(node)) {
      close()
      result.push(node)
    } else run.push(node)
  }
  close()
  return result
}

function tidy(nodes: readonly HtmlNode[], isInBlock = true): HtmlNode[] {
  const spaced = joined(nodes.map((node) => (isElement(node) ? tidyElement(node) : node.replace(SPACE, ' '))))
  return isInBlock ? trimmed(spaced.filter((node) => !isEmptyParagraph(node))) : spaced
}

/** The way from a footnote back to its sign is made anew wherever the sign is. */
const isWayBack = (node: HtmlNode): boolean => isElement(node) && node.attributes.class === 'footnote-back'
const isEmptyParagraph = (node: HtmlNode): boolean =>
  isElement(node) && node.name === 'p' && node.children.length === 0

const SPACE = /[ \t\n\r]+/g

function tidyElement(node: Element): Element {
  const name = SAME[node.name] ?? node.name
  const attributes = Object.fromEntries(
    Object.entries(node.attributes)
      .filter(([key]) => !(name === 'img' && ADDED.has(key)))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const own = node.children.filter((child) => !isWayBack(child))
  const inner = name === 'blockquote' ? wrapped(own) : own
  const children = name === 'pre' ? codeAsItIs(inner) : tidy(inner, isBlock(node))
  return { name, attributes, children }
}

/** Of code every sign counts, but for the line break at its end. */
const codeAsItIs = (nodes: readonly HtmlNode[]): HtmlNode[] =>
  joined(nodes).map((node) =>
    isElement(node) ? { ...node, children: codeAsItIs(node.children) } : node.replace(/\n$/, ''),
  )

function joined(nodes: readonly HtmlNode[]): HtmlNode[] {
  const result: HtmlNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (typeof node === 'string' && typeof last === 'string') result[result.length - 1] = last + node
    else result.push(node)
  }
  return result.filter((node) => node !== '')
}

/** Space at the ends of a block, beside one or beside a line break shows nothing. */
const trimmed = (nodes: readonly HtmlNode[]): HtmlNode[] =>
  nodes
    .map((node, index) => {
      if (isElement(node)) return node
      const start = isEdge(nodes[index - 1]) ? node.trimStart() : node
      return isEdge(nodes[index + 1]) ? start.trimEnd() : start
    })
    .filter((node) => node !== '')

const isEdge = (node: HtmlNode | undefined): boolean =>
  node === undefined || isBlock(node) || (isElement(node) && node.name === 'br')
