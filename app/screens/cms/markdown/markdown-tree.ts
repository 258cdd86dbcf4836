import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import {
  type Element,
  type HtmlNode,
  isBlock,
  isElement,
  isVoid,
  openTag,
  rawBlock,
  rawHtml,
  textIn,
} from './html-tree.ts'

/** The Markdown of a block, as a tree; what Markdown has no signs for stands in it as HTML. */
export function blockOf(node: Element): RootContent {
  return plainBlock(node) ?? { type: 'html', value: rawBlock(node) }
}

function plainBlock(node: Element): RootContent | undefined {
  const { name, attributes, children } = node
  const bare = Object.keys(attributes).length === 0
  const level = /^h([1-6])$/.exec(name)?.[1]
  if (level && bare) return { type: 'heading', depth: depthOf(level), children: phrases(children) }
  switch (name) {
    case 'p':
      return bare ? { type: 'paragraph', children: phrases(children) } : undefined
    case 'hr':
      return bare ? { type: 'thematicBreak' } : undefined
    case 'blockquote':
      // safe: blocks within a quote are what a quote may hold
      return bare ? ({ type: 'blockquote', children: blocks(children) } as RootContent) : undefined
    case 'ul':
    case 'ol':
      return listOf(node)
    case 'pre':
      return codeOf(node)
    case 'table':
      return bare ? tableOf(children) : undefined
    default:
      return undefined
  }
}

// safe: the pattern it comes from allows one to six
const depthOf = (level: string) => Number(level) as 1 | 2 | 3 | 4 | 5 | 6

/** Blocks in order; runs of text between them are paragraphs. */
function blocks(nodes: readonly HtmlNode[]): RootContent[] {
  const result: RootContent[] = []
  let run: HtmlNode[] = []
  const close = () => {
    const children = phrases(run)
    if (children.length > 0) result.push({ type: 'paragraph', children })
    run = []
  }
  for (const node of nodes) {
    if (isElement(node) && isBlock(node)) {
      close()
      result.push(blockOf(node))
    } else run.push(node)
  }
  close()
  return result
}

const hasOnly = (attributes: Record<string, string>, ...names: string[]): boolean =>
  Object.keys(attributes).every((name) => names.includes(name))

function listOf({ name, attributes, children }: Element): RootContent | undefined {
  const items = children.filter(isElement)
  if (!hasOnly(attributes, name === 'ol' ? 'start' : '') || items.some(({ name: of }) => of !== 'li'))
    return undefined
  const tasks = items.map(({ attributes: own }) => taskIn(own))
  if (tasks.includes(undefined)) return undefined
  const spread = items.some((item) => item.children.some((child) => isElement(child) && child.name === 'p'))
  return {
    type: 'list',
    ordered: name === 'ol',
    start: name === 'ol' ? Number(attributes.start ?? 1) : null,
    spread,
    children: items.map((item, index) => ({
      type: 'listItem',
      spread,
      checked: tasks[index] ?? null,
      // safe: blocks within an item are what an item may hold
      children: blocks(item.children) as never,
    })),
  }
}

/** Whether an item of a list is a task done, one to do, or none; undefined where it is something Markdown cannot say. */
function taskIn(attributes: Record<string, string>): boolean | null | undefined {
  if (!hasOnly(attributes, 'class')) return undefined
  return { '': null, task: false, 'task is-done': true }[attributes.class ?? '']
}

function codeOf({ attributes, children }: Element): RootContent | undefined {
  const [code, ...others] = children.filter((child) => isElement(child) || child.trim() !== '')
  if (!isElement(code) || code.name !== 'code' || others.length > 0 || code.children.some(isElement))
    return undefined
  if (!hasOnly(attributes) || !hasOnly(code.attributes, 'class')) return undefined
  const lang = /^language-(\S+)$/.exec(code.attributes.class ?? '')?.[1]
  if (code.attributes.class && !lang) return undefined
  return { type: 'code', lang: lang ?? null, value: textIn(code.children).replace(/\n$/, '') }
}

const ALIGNMENTS: Record<string, 'left' | 'right' | 'center'> = {
  'has-text-align-left': 'left',
  'has-text-align-right': 'right',
  'has-text-align-center': 'center',
}

function tableOf(children: readonly HtmlNode[]): RootContent | undefined {
  const rows = children
    .filter(isElement)
    .flatMap((part) => (part.name === 'tr' ? [part] : part.children.filter(isElement)))
  const cells = rows.map((row) => row.children.filter(isElement))
  return {
    type: 'table',
    align: (cells[0] ?? []).map(({ attributes }) => ALIGNMENTS[attributes.class ?? ''] ?? null),
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: phrases(cell.children) })),
    })),
  }
}

/** Words and what stands among them; what Markdown has no signs for is left as tags around them. */
export function phrases(nodes: readonly HtmlNode[]): PhrasingContent[] {
  const found = nodes.flatMap(phraseOf)
  const first = found[0]
  if (first?.type === 'text') first.value = first.value.trimStart()
  const last = found.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return found.filter((node) => node.type !== 'text' || node.value !== '')
}

function phraseOf(node: HtmlNode): PhrasingContent[] {
  if (!isElement(node)) return [{ type: 'text', value: node.replace(/[ \t\n\r]+/g, ' ') }]
  const known = knownPhrase(node)
  if (known) return [known]
  if (isVoid(node) || node.children.length === 0) return [{ type: 'html', value: rawHtml(node) }]
  return [
    { type: 'html', value: openTag(node) },
    ...node.children.flatMap(phraseOf),
    { type: 'html', value: `</${node.name}>` },
  ]
}

const marks: Record<string, 'strong' | 'emphasis' | 'delete'> = {
  ...{ strong: 'strong', b: 'strong', em: 'emphasis', i: 'emphasis' },
  ...{ del: 'delete', s: 'delete', strike: 'delete' },
}

function knownPhrase(node: Element): PhrasingContent | undefined {
  const { name, attributes, children } = node
  const inner = () => children.flatMap(phraseOf)
  const mark = marks[name]
  if (mark && hasOnly(attributes)) return { type: mark, children: inner() }
  if (name === 'br' && hasOnly(attributes)) return { type: 'break' }
  if (name === 'code' && hasOnly(attributes) && !children.some(isElement))
    return { type: 'inlineCode', value: textIn(children) }
  return linkIn(node) ?? footnoteIn(node)
}

function linkIn({ name, attributes, children }: Element): PhrasingContent | undefined {
  if (name === 'a' && attributes.href !== undefined && hasOnly(attributes, 'href', 'title'))
    return {
      type: 'link',
      url: attributes.href,
      title: attributes.title ?? null,
      children: children.flatMap(phraseOf),
    }
  if (name === 'img' && hasOnly(attributes, 'src', 'alt', 'title', 'loading', 'decoding'))
    return {
      type: 'image',
      url: attributes.src ?? '',
      alt: attributes.alt ?? '',
      title: attributes.title ?? null,
    }
  return undefined
}

const NOTE = /^#c-fn-(.+)$/

function footnoteIn({ name, attributes, children }: Element): PhrasingContent | undefined {
  const link = children[0]
  if (name !== 'sup' || attributes.class !== 'footnote-ref' || !isElement(link)) return undefined
  const label = NOTE.exec(link.attributes.href ?? '')?.[1]
  return label
    ? { type: 'footnoteReference', identifier: label, label: decodeURIComponent(label) }
    : undefined
}

/** The footnotes of a text, from the section they stand in at its end. */
export function footnotesIn({ children }: Element): Nodes[] {
  const list = children.filter(isElement).find(({ name }) => name === 'ol')
  return (list?.children.filter(isElement) ?? []).map((item) => {
    const label = (item.attributes.id ?? '').replace(/^c-fn-/, '')
    return {
      type: 'footnoteDefinition',
      ...{ identifier: label, label: decodeURIComponent(label) },
      // safe: blocks within a footnote are what a footnote may hold
      children: blocks(withoutWayBack(item).children) as never,
    }
  })
}

export function withoutWayBack(node: Element): Element {
  const children = node.children.filter(
    (child) => !(isElement(child) && child.attributes.class === 'footnote-back'),
  )
  return { ...node, children: children.map((child) => (isElement(child) ? withoutWayBack(child) : child)) }
}

export const isFootnotes = (node: HtmlNode): node is Element =>
  isElement(node) && node.name === 'section' && node.attributes.class === 'footnotes'
