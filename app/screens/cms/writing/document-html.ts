import {
  type Element,
  type HtmlNode,
  isBlock,
  isElement,
  parseHtml,
  rawHtml,
  textIn,
} from '../markdown/html-tree.ts'
import { withoutWayBack } from '../markdown/markdown-tree.ts'
import { wrapped } from '../markdown/same-html.ts'

/** Tags of what the editor has no form for; it carries them along whole. */
export const RAW_BLOCK = 'data-raw-block'
export const RAW_INLINE = 'data-raw-inline'
export const LOOSE = 'data-loose'

const COMMON = ['class', 'id', 'lang', 'dir']
const PLAIN_MARKS = 'abbr bdi bdo cite ins kbd mark q samp small span sub sup u var time'.split(' ')
const EDITED_MARKS = 'strong b em i del s strike'.split(' ')

/** HTML as the API keeps it, in the form the editor reads without losing any of it. */
export const toDocument = (html: string): string =>
  wrapped(parseHtml(html)).map(blockIn).map(plainHtml).join('')

/** The editor's HTML as the API keeps it. */
export function fromDocument(html: string): string {
  const nodes = parseHtml(html).map(unpacked)
  const last = nodes.at(-1)
  const isEmpty = isElement(last) && last.name === 'p' && last.children.length === 0
  return (isEmpty ? nodes.slice(0, -1) : nodes).map(plainHtml).join('')
}

const hasOnly = ({ attributes }: Element, ...names: string[]): boolean =>
  Object.keys(attributes).every((name) => names.includes(name))

const packed = (attribute: string, name: string, node: HtmlNode): Element => ({
  ...{ name, children: [] },
  attributes: { [attribute]: rawHtml(node) },
})

function blockIn(node: HtmlNode): HtmlNode {
  if (!isElement(node)) return node
  const only = node.children.filter((child) => isElement(child) || child.trim() !== '')
  const frame = only.length === 1 ? only[0] : undefined
  if (node.name === 'p' && isElement(frame) && /^(?:iframe|video|audio)$/.test(frame.name))
    return packed(RAW_BLOCK, 'div', frame)
  return editableBlock(node) ?? packed(RAW_BLOCK, 'div', node)
}

function editableBlock(node: Element): Element | undefined {
  const { name, children } = node
  if (/^(?:p|h[2-6])$/.test(name)) return hasOnly(node, ...COMMON) ? lineOf(node) : undefined
  switch (name) {
    case 'hr':
      return hasOnly(node) ? node : undefined
    case 'blockquote':
      return hasOnly(node, ...COMMON) ? { ...node, children: wrapped(children).map(blockIn) } : undefined
    case 'ul':
    case 'ol':
      return listIn(node)
    case 'pre':
      return codeIn(node)
    case 'table':
      return tableIn(node)
    case 'figure':
      return figureIn(node)
    case 'section':
      return footnotesIn(node)
    default:
      return undefined
  }
}

const lineOf = (node: Element): Element => ({ ...node, children: node.children.map(phraseIn) })

function listIn(node: Element): Element | undefined {
  const items = node.children.filter(isElement)
  const isPlain = hasOnly(node, ...COMMON, ...(node.name === 'ol' ? ['start'] : []))
  if (!isPlain || items.some((item) => item.name !== 'li' || !hasOnly(item, ...COMMON))) return undefined
  const isLoose = items.some(({ children }) =>
    children.some((child) => isElement(child) && child.name === 'p'),
  )
  // In a list that is loose here and tight there, each kind of item would become the other's.
  if (
    isLoose &&
    items.some(({ children }) => children.some((child) => !isBlock(child) && textIn([child]).trim()))
  )
    return undefined
  return {
    name: node.name,
    attributes: { ...node.attributes, ...(isLoose ? { [LOOSE]: '' } : {}) },
    children: items.map((item) => ({ ...item, children: wrapped(item.children).map(blockIn) })),
  }
}

function codeIn(node: Element): Element | undefined {
  const [code, ...others] = node.children
  if (!isElement(code) || code.name !== 'code' || others.length > 0 || code.children.some(isElement))
    return undefined
  if (!hasOnly(node) || !/^(?:language-\S+)?$/.test(code.attributes.class ?? '') || !hasOnly(code, 'class'))
    return undefined
  return { ...node, children: [code] }
}

function tableIn(node: Element): Element | undefined {
  const parts = node.children.filter(isElement)
  if (!hasOnly(node) || !/^(?:thead )?tbody $|^thead $/.test(parts.map(({ name }) => `${name} `).join('')))
    return undefined
  const rows = parts.flatMap(({ children }) => children.filter(isElement))
  const cells = rows.flatMap(({ children }) => children.filter(isElement))
  const isPlain =
    [...parts, ...rows].every((part) => hasOnly(part)) &&
    rows.every(({ name, children }) => name === 'tr' && children.some(isElement)) &&
    cells.every((cell) => hasOnly(cell, 'class') && !cell.children.some(isBlock))
  if (!isPlain || (parts[0]?.name === 'thead' && parts[0].children.filter(isElement).length !== 1))
    return undefined
  return deepened(node)
}

/** Parts of a table as they are, the words in its cells made ready. */
function deepened(node: Element): Element {
  if (node.name === 'td' || node.name === 'th') return lineOf(node)
  return { ...node, children: node.children.filter(isElement).map(deepened) }
}

function figureIn(node: Element): Element | undefined {
  const [image, caption, ...others] = node.children.filter((child) => isElement(child) || child.trim() !== '')
  if (!isElement(image) || image.name !== 'img' || others.length > 0 || !hasOnly(node, ...COMMON))
    return undefined
  if (!caption) return { ...node, children: [image, { name: 'figcaption', attributes: {}, children: [] }] }
  if (
    !isElement(caption) ||
    caption.name !== 'figcaption' ||
    !hasOnly(caption) ||
    caption.children.some(isBlock)
  )
    return undefined
  return { ...node, children: [image, lineOf(caption)] }
}

function footnotesIn(node: Element): Element | undefined {
  if (node.attributes.class !== 'footnotes' || !hasOnly(node, 'class')) return undefined
  const list = node.children.filter(isElement)[0]
  const items = list?.children.filter(isElement) ?? []
  if (list?.name !== 'ol' || items.length === 0) return undefined
  return {
    ...node,
    children: items.map((item) => ({
      name: 'div',
      attributes: { 'data-footnote': (item.attributes.id ?? '').replace(/^c-fn-/, '') },
      children: wrapped(withoutWayBack(item).children).map(blockIn),
    })),
  }
}

function phraseIn(node: HtmlNode): HtmlNode {
  if (!isElement(node)) return node
  const { name, children } = node
  if (name === 'br' || name === 'img')
    return name === 'br' && !hasOnly(node) ? packed(RAW_INLINE, 'span', node) : node
  const note = footnoteRefIn(node)
  if (note) return note
  const shows = textIn(children).trim() !== '' || children.some((child) => isElement(child))
  return shows && isEditableMark(node) ? lineOf(node) : packed(RAW_INLINE, 'span', node)
}

function isEditableMark(node: Element): boolean {
  const { name, attributes, children } = node
  if (EDITED_MARKS.includes(name)) return hasOnly(node)
  // The editor would shorten space at the ends of code.
  if (name === 'code')
    return hasOnly(node) && !children.some(isElement) && !/^\s|\s$|\s\s/.test(textIn(children))
  if (name === 'a')
    return attributes.href !== undefined && hasOnly(node, 'href', 'title', 'target', 'rel', 'class')
  return PLAIN_MARKS.includes(name)
}

function footnoteRefIn({ name, attributes, children: [link] }: Element): Element | undefined {
  if (name !== 'sup' || attributes.class !== 'footnote-ref' || !isElement(link)) return undefined
  const label = /^#c-fn-(.+)$/.exec(link.attributes.href ?? '')?.[1]
  const place = /^c-fnref-(.+)$/.exec(link.attributes.id ?? '')?.[1]
  const number = textIn(link.children)
  return label && place
    ? {
        name: 'sup',
        attributes: { 'data-ref': label, 'data-place': place, 'data-number': number },
        children: [],
      }
    : undefined
}

/** Undoes what `toDocument` and the editor did. */
function unpacked(node: HtmlNode): HtmlNode {
  if (!isElement(node)) return node
  const raw = node.attributes[RAW_BLOCK] ?? node.attributes[RAW_INLINE]
  if (raw !== undefined) return { name: '', attributes: {}, children: parseHtml(raw) }
  if (node.attributes['data-ref'] !== undefined) return refOf(node.attributes)
  const { [LOOSE]: loose, ...attributes } = node.attributes
  const children = node.children.map(unpacked)
  const inner: Element = { ...node, attributes, children }
  if ((node.name === 'ul' || node.name === 'ol') && loose === undefined)
    return { ...inner, children: children.map(tightened) }
  if (node.name === 'figure') return withoutEmptyCaption(inner)
  if (node.name === 'section' && attributes.class === 'footnotes') return sectionOf(inner)
  return inner
}

function tightened(item: HtmlNode): HtmlNode {
  if (!isElement(item)) return item
  const children = item.children.flatMap((child) =>
    isElement(child) && child.name === 'p' && Object.keys(child.attributes).length === 0
      ? child.children
      : [child],
  )
  return { ...item, children }
}

function withoutEmptyCaption(node: Element): Element {
  const isEmpty = (child: HtmlNode) =>
    isElement(child) && child.name === 'figcaption' && child.children.length === 0
  return { ...node, children: node.children.filter((child) => !isEmpty(child)) }
}

function refOf(attributes: Record<string, string>): Element {
  const { 'data-ref': label = '', 'data-place': place = '', 'data-number': number = '' } = attributes
  const link = { href: `#c-fn-${label}`, id: `c-fnref-${place}` }
  return {
    ...{ name: 'sup', attributes: { class: 'footnote-ref' } },
    children: [{ name: 'a', attributes: link, children: [number] }],
  }
}

/** The way back stands at the end of a footnote's last paragraph. */
function sectionOf(section: Element): Element {
  const items = section.children.filter(isElement).map((note): Element => {
    const label = note.attributes['data-footnote'] ?? ''
    const back: Element = {
      ...{ name: 'a', attributes: { href: `#c-fnref-${label}`, class: 'footnote-back' } },
      children: ['↩'],
    }
    const last = note.children.at(-1)
    const children =
      isElement(last) && last.name === 'p'
        ? [...note.children.slice(0, -1), { ...last, children: [...last.children, ' ', back] }]
        : [...note.children, { name: 'p', attributes: {}, children: [back] }]
    return { name: 'li', attributes: { id: `c-fn-${label}` }, children }
  })
  return { ...section, children: [{ name: 'ol', attributes: {}, children: items }] }
}

/** As HTML with its line breaks as they are. */
function plainHtml(node: HtmlNode): string {
  if (isElement(node) && node.name === '') return node.children.map(plainHtml).join('')
  return rawHtml(node)
    .replaceAll('&#10;', '\n')
    .replace(/<>|<\/>/g, '')
}
