/** An element as a strict reader takes it in. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** Its own text, entities resolved. */
  text: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
/** Whatever XML 1.0 has no spelling for (https://www.w3.org/TR/xml/#NT-Char). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const TAG = /<(\/?)([A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)(\/?)>/y
const TEXT = /[^<]+/y

/** Reads the XML that feeds and sitemaps are made of, and refuses whatever is not exactly that. */
export function parseXml(xml: string): XmlElement {
  const bad = FORBIDDEN.exec(xml)
  if (bad) throw new Error(`Character U+${bad[0].codePointAt(0)?.toString(16)} at ${bad.index}`)
  if (!xml.startsWith(DECLARATION)) throw new Error('No declaration')

  const outside: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [outside]
  for (let at = DECLARATION.length; at < xml.length; ) at = readPiece(xml, at, open)
  const [root, ...others] = outside.children
  if (open.length !== 1 || !root || others.length > 0 || outside.text.trim())
    throw new Error('Not one element')
  checkPrefixes(root, new Set(['xml']))
  return root
}

function readPiece(xml: string, at: number, open: XmlElement[]): number {
  const parent = open.at(-1)
  if (!parent) throw new Error(`Closed once too often before ${at}`)
  TEXT.lastIndex = at
  const text = TEXT.exec(xml)
  if (text) {
    if (text[0].includes(']]>')) throw new Error(`End of CDATA at ${at}`)
    parent.text += resolve(text[0])
    return TEXT.lastIndex
  }
  TAG.lastIndex = at
  const [, slash, name = '', attributes = '', empty] = TAG.exec(xml) ?? []
  if (!name) throw new Error(`No tag at ${at}: ${xml.slice(at, at + 40)}`)
  if (slash) {
    if (open.pop()?.name !== name || attributes || empty) throw new Error(`Wrong end </${name}> at ${at}`)
    return TAG.lastIndex
  }
  const element = { name, attributes: readAttributes(attributes), children: [], text: '' }
  parent.children.push(element)
  if (!empty) open.push(element)
  return TAG.lastIndex
}

function readAttributes(source: string): Record<string, string> {
  const found = [...source.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`Twice the same in ${source}`)
  return Object.fromEntries(found.map(([name, value = '']) => [name, resolve(value)]))
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function resolve(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const number = /^#(\d+)$/.exec(name)?.[1]
    const sign = number ? String.fromCodePoint(Number(number)) : NAMED[name]
    if (!sign || !whole.endsWith(';')) throw new Error(`No such entity: ${whole.slice(0, 20)}`)
    return sign
  })
}

function checkPrefixes({ name, attributes, children }: XmlElement, known: Set<string>): void {
  const declared = Object.keys(attributes).flatMap((key) => (key.startsWith('xmlns:') ? [key.slice(6)] : []))
  const all = new Set([...known, ...declared])
  for (const used of [name, ...Object.keys(attributes).filter((key) => !key.startsWith('xmlns'))]) {
    const prefix = used.includes(':') ? used.split(':')[0] : undefined
    if (prefix && !all.has(prefix)) throw new Error(`Nobody declared ${prefix}`)
  }
  for (const child of children) checkPrefixes(child, all)
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** The text of the one child by that name. */
export function textOf(element: XmlElement, name: string): string {
  const [child, ...others] = childrenOf(element, name)
  if (!child || others.length > 0) throw new Error(`Not one ${name} in ${element.name}`)
  return child.text
}
