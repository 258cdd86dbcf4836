import type { Business } from '../snapshot.contract.ts'
import type { Template } from './template.contract.ts'

/** The template with the business's own details; what speaks of a detail the business does not have is left out. */
export function fillTemplate(template: Template, business: Business): Template {
  // safe: filling changes texts and the number of list entries, never the shape
  return fill(template, business) as Template
}

const PLACEHOLDER = /\{\{(name|email|phone|address|hours)\}\}/g
const HTML_KEY = 'html'

/** Text that lost everything, told apart from text that was empty to begin with. */
const LOST = Symbol('lost')

function fill(value: unknown, business: Business, key = ''): unknown {
  const filled = fillValue(value, business, key)
  return filled === LOST ? '' : filled
}

function fillValue(value: unknown, business: Business, key: string): unknown {
  if (typeof value === 'string')
    return key === HTML_KEY ? fillHtml(value, business) : fillText(value, business)
  if (Array.isArray(value))
    return value.map((item) => fillItem(item, business)).filter((item) => item !== LOST)
  return isRecord(value) ? fillRecord(value, business) : value
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** An entry of a list that lost one of its texts goes with it: a question without its answer is none. */
function fillItem(item: unknown, business: Business): unknown {
  if (!isRecord(item) || Array.isArray(item)) return fillValue(item, business, '')
  const hasLost = Object.entries(item).some(([key, part]) => fillValue(part, business, key) === LOST)
  return hasLost ? LOST : fillRecord(item, business)
}

/** A link that lost its address or its words loses both. */
function fillRecord(record: Record<string, unknown>, business: Business): Record<string, unknown> {
  const parts = Object.entries(record).map(([key, part]) => [key, fillValue(part, business, key)] as const)
  const isLostLink = 'href' in record && parts.some(([, part]) => part === LOST)
  return Object.fromEntries(
    parts.map(([key, part]) => [key, part === LOST || (isLostLink && typeof part === 'string') ? '' : part]),
  )
}

function fillText(text: string, business: Business): unknown {
  if (!text.includes('{{')) return text
  const kept = keepSentences(text, business)
  return kept === '' ? LOST : insert(kept, business, (detail) => detail)
}

const BLOCK = /<(p|li|h2|h3|h4|blockquote|figcaption|dt|dd|td|th)(?:\s[^>]*)?>(?:(?!<\1[\s>])[\s\S])*?<\/\1>/g

/** Sentences go only where that leaves no tag half open; otherwise their whole paragraph goes. */
function fillHtml(html: string, business: Business): string {
  const kept = html.replace(BLOCK, (block: string) => {
    if (!lacks(block, business)) return block
    const [, open = '', inner = '', close = ''] = /^(<[^>]+>)([\s\S]*)(<\/[^>]+>)$/.exec(block) ?? []
    const sentences = keepSentences(inner, business)
    return sentences !== '' && isBalanced(sentences) ? open + sentences + close : ''
  })
  return insert(kept, business, (detail) => escapeHtml(detail).replaceAll('\n', '<br>'))
}

const SENTENCE = /[^.!?\n]*(?:[.!?](?!\s|$|<\/)[^.!?\n]*)*(?:[.!?]+(?:<\/\w+>)*|\n+|$)\s*/g

const keepSentences = (text: string, business: Business): string =>
  lacks(text, business)
    ? (text.match(SENTENCE) ?? [])
        .filter((sentence) => !lacks(sentence, business))
        .join('')
        .trim()
    : text

const lacks = (text: string, business: Business): boolean =>
  [...text.matchAll(PLACEHOLDER)].some(([, detail]) => !detailOf(business, detail))

function isBalanced(html: string): boolean {
  const open: string[] = []
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (tag === 'br' || tag === 'img') continue
    if (!slash) open.push(tag)
    else if (open.pop() !== tag) return false
  }
  return open.length === 0
}

function insert(text: string, business: Business, present: (detail: string) => string): string {
  return text
    .replace(/tel:\{\{phone\}\}/g, () => `tel:${(business.phone ?? '').replace(/[^+\d]/g, '')}`)
    .replace(PLACEHOLDER, (_, detail: string) => present(detailOf(business, detail)))
}

// safe: the pattern lets through no other names
const detailOf = (business: Business, detail: string | undefined): string =>
  business[detail as keyof Business]?.trim() ?? ''

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
