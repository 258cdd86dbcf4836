import { afterDoubled, afterTag, beginsName, isSpace, nameAt, standsAt } from './byte-search.ts'
import { WxrProblem } from './wxr-problem.ts'

/** An export names its kind in its first lines; more is not looked at. */
const MAX_PROLOG = 64 * 1024

export interface Prolog {
  /** After the start tag of `<channel>`, in bytes. */
  length: number
  /** Prefix in this file → prefix as WordPress writes it. */
  prefixes: Record<string, string>
}

const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/, 'wp'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
]
/** How files that are often chosen by mistake begin. */
const SIGNATURES: readonly (readonly [readonly number[], 'compressed' | 'unsupported_encoding'])[] = [
  [[0x1f, 0x8b], 'compressed'],
  [[0x50, 0x4b, 0x03, 0x04], 'compressed'],
  [[0x42, 0x5a, 0x68], 'compressed'],
  [[0xfe, 0xff], 'unsupported_encoding'],
  [[0xff, 0xfe], 'unsupported_encoding'],
  [[0x00, 0x3c], 'unsupported_encoding'],
  [[0x3c, 0x00], 'unsupported_encoding'],
]
const MESSAGES = {
  compressed: 'The file is compressed. Unpack it first and choose the .xml file in it.',
  unsupported_encoding:
    'The file is not written in UTF-8. Export it from WordPress again, or save it as UTF-8.',
} as const

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf'

/** Reads up to the first child of the channel; undefined while more bytes are needed to decide. */
export function readProlog(bytes: Uint8Array, isEnded: boolean): Prolog | undefined {
  if (bytes.length < 4 && !isEnded) return undefined
  refuseSignature(bytes)
  const prolog = findChannel(bytes)
  if (prolog) return prolog
  if (isEnded && bytes.every(isSpace)) throw new WxrProblem('empty', 'The file is empty.')
  if (isEnded)
    throw new WxrProblem('truncated', 'The file breaks off before its first entry. Export it again.')
  if (bytes.length > MAX_PROLOG)
    throw new WxrProblem(
      'malformed',
      `The first ${MAX_PROLOG} bytes of the file hold no beginning of an export.`,
    )
  return undefined
}

function refuseSignature(bytes: Uint8Array): void {
  for (const [signature, code] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) throw new WxrProblem(code, MESSAGES[code])
  }
}

function findChannel(bytes: Uint8Array): Prolog | undefined {
  let prefixes: Record<string, string> | undefined
  for (
    let at = afterSpace(bytes, standsAt(bytes, BYTE_ORDER_MARK, 0) ? 3 : 0);
    at < bytes.length;
    at = afterSpace(bytes, at)
  ) {
    const tag = tagAt(bytes, at)
    const end = tag ? tag.end : afterOther(bytes, at)
    if (end < 0) return undefined
    if (tag && prefixes && tag.name === 'channel') return { length: end, prefixes }
    if (tag) prefixes ??= rootPrefixes(tag.name, asText(bytes.subarray(at, end)))
    at = end
  }
  return undefined
}

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from
  while (isSpace(bytes[at])) at++
  return at
}

/** The start tag at the index; without an end it is waited for only while it may still be the right one. */
function tagAt(bytes: Uint8Array, at: number): { name: string; end: number } | undefined {
  const second = bytes[at + 1]
  if (bytes[at] !== 0x3c || second === undefined || !beginsName(second)) return undefined
  const name = nameAt(bytes, at + 1)
  const end = afterTag(bytes, at)
  const isWholeName = at + 1 + name.length < bytes.length
  if (end < 0 && isWholeName && name !== 'rss' && name !== 'channel') throw notRss(name)
  return { name, end }
}

/** The index after a comment, an instruction or the XML declaration; -1 when it is unfinished. */
function afterOther(bytes: Uint8Array, at: number): number {
  const second = bytes[at + 1]
  if (bytes[at] !== 0x3c || (second !== undefined && second !== 0x21 && second !== 0x3f)) throw notXml()
  if (bytes.length - at < 4) return -1
  if (second === 0x3f) return afterInstruction(bytes, at)
  if (standsAt(bytes, '<!--', at)) return afterDoubled(bytes, 0x2d, at + 4)
  const declaration = asText(bytes.subarray(at, at + 14)).toLowerCase()
  if (declaration === '<!doctype html') throw notRss('html')
  if ('<!doctype html'.startsWith(declaration)) return -1
  throw new WxrProblem(
    'forbidden_declaration',
    'The file declares entities or a document type, which a WordPress export never does.',
  )
}

function afterInstruction(bytes: Uint8Array, at: number): number {
  const end = afterTag(bytes, at)
  if (end < 0) return -1
  const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/.exec(asText(bytes.subarray(at, end)))?.[1]
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
    throw new WxrProblem(
      'unsupported_encoding',
      `The file is written in ${encoding}. Save it as UTF-8 first.`,
    )
  return end
}

function rootPrefixes(name: string, tag: string): Record<string, string> {
  if (name !== 'rss') throw notRss(name)
  const prefixes: Record<string, string> = {}
  for (const [, prefix = '', uri = ''] of tag.matchAll(
    /\bxmlns:([\w.-]{1,40})\s*=\s*["']([^"']{0,200})["']/g,
  )) {
    const known = NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1]
    if (known && prefix !== '__proto__') prefixes[prefix] = known
  }
  if (!Object.values(prefixes).includes('wp'))
    throw new WxrProblem(
      'not_wxr',
      'This is an RSS feed, not a WordPress export. In WordPress choose Tools, Export, All content.',
    )
  return prefixes
}

const notXml = () =>
  new WxrProblem('not_xml', 'The file is not XML. A WordPress export is an .xml file made by Tools, Export.')

function notRss(name: string): WxrProblem {
  const what = name.toLowerCase() === 'html' ? 'a web page' : `XML of another kind (<${name.slice(0, 40)}>)`
  return new WxrProblem(
    'not_rss',
    `The file is ${what}, not a WordPress export. In WordPress choose Tools, Export, All content.`,
  )
}

const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
