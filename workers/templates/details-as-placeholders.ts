import type { Business } from '../sites/snapshot.contract.ts'

const DETAILS = ['address', 'hours', 'email', 'phone', 'name'] as const
/** Shorter ones stand in too many other words. */
const LEAST_LETTERS = 3
/** What blocks keep under these names are addresses and choices, not words. */
const NOT_WORDS = new Set(['src', 'image', 'assetId', 'form', 'collection', 'type', 'anchor', 'slug', 'path'])

/** The same content with `{{name}}` and the like where it tells of this business: what `fillTemplate` fills in again. */
export function withPlaceholders<T>(content: T, business: Business): T {
  const rules = DETAILS.flatMap((detail) => ruleFor(detail, business[detail]?.trim() ?? ''))
  // safe: texts stay texts, and everything else is kept
  return rules.length === 0 ? content : (replaceIn(content, '', { rules, phone: business.phone ?? '' }) as T)
}

interface Rule {
  detail: string
  text: RegExp
  html: RegExp
}

function ruleFor(detail: string, value: string): Rule[] {
  if (value.length < LEAST_LETTERS) return []
  const escaped = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
  return [{ detail, text: wordsOf(value), html: wordsOf(escaped) }]
}

/** The words by themselves, not within others. */
const wordsOf = (value: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu')

interface Known {
  rules: Rule[]
  phone: string
}

function replaceIn(value: unknown, key: string, known: Known): unknown {
  if (typeof value === 'string') return NOT_WORDS.has(key) ? value : replaceInText(value, key, known)
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, key, known))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, replaceIn(inner, name, known)]),
  )
}

function replaceInText(text: string, key: string, { rules, phone }: Known): string {
  const digits = phone.replace(/[^+\d]/g, '')
  const dialled =
    digits.length > LEAST_LETTERS ? text.replaceAll(`tel:${digits}`, () => 'tel:{{phone}}') : text
  if (key === 'href' && !dialled.startsWith('mailto:')) return dialled
  return rules.reduce(
    (said, { detail, text: plain, html }) =>
      said.replace(key === 'html' ? html : plain, () => `{{${detail}}}`),
    dialled,
  )
}
