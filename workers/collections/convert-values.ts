import { escapeText } from '../content/html-escape.ts'
import { textOf } from '../content/plain-text.ts'
import { findFit } from './entry-schema.ts'
import type { StoredField } from './fields.contract.ts'
import { minorDigits } from './format-value.contract.ts'

/** A value of one field as a value of another; undefined when it cannot become one. */
export function convertValue(from: StoredField, to: StoredField, value: unknown): unknown {
  const fit = findFit(to, value)
  if (fit !== undefined && isAlike(from, to)) return fit
  const single = Array.isArray(value) && from.kind !== 'group' ? value[0] : value
  const converted = candidateOf(from, to, single)
  return converted === undefined ? undefined : findFit(to, to.isMany ? [converted] : converted)
}

/** Kinds whose values look the same only by accident are always converted: 1250 cents are 12.5. */
const isAlike = (from: StoredField, to: StoredField): boolean =>
  from.kind === to.kind
    ? from.currency === to.currency || minorDigits(from.currency) === minorDigits(to.currency)
    : !(from.kind === 'money' || to.kind === 'money')

function candidateOf(from: StoredField, to: StoredField, value: unknown): unknown {
  switch (to.kind) {
    case from.kind:
      return to.kind === 'money' ? amount(Number(value) / 10 ** minorDigits(from.currency), to) : value
    case 'html':
      return htmlOf(plainOf(from, value))
    case 'number':
      return numberOf(from, value)
    case 'money':
      return amount(numberOf(from, value), to)
    case 'boolean':
      return booleanOf(plainOf(from, value))
    case 'date':
      return momentOf(plainOf(from, value))?.slice(0, 10)
    case 'dateTime':
      return momentOf(plainOf(from, value))
    case 'choice':
      return choiceOf(to, plainOf(from, value), value)
    case 'picture':
    case 'file':
      return sourceOf(to, value)
    case 'location':
      return { address: plainOf(from, value) }
    case 'relation':
    case 'group':
      return undefined
    default:
      return plainOf(from, value)
  }
}

/** A value as people would write it down. */
function plainOf({ kind, options = [], currency }: StoredField, value: unknown): string {
  switch (kind) {
    case 'html':
      return textOf(String(value))
    case 'choice':
      return options.find((option) => option.value === value)?.label ?? String(value)
    case 'money':
      return (Number(value) / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))
    case 'boolean':
      return value === true ? 'Yes' : 'No'
    case 'relation':
    case 'group':
      return ''
    default:
      return wordsIn(value)
  }
}

function wordsIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  // safe: objects among values are pictures, files and places
  const parts = value as Record<string, unknown>
  return String(parts.address ?? parts.src ?? '')
}

function numberOf(from: StoredField, value: unknown): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0
  const text = plainOf(from, value).replaceAll(/[\s'’\u00a0]|[A-Z]{3}|\p{Sc}/gu, '')
  // A comma before one or two last digits is a decimal one, any other separates thousands.
  const plain = /,\d{1,2}$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  const number = plain === '' ? Number.NaN : Number(plain)
  return Number.isFinite(number) ? number : undefined
}

const amount = (number: number | undefined, { currency }: StoredField) =>
  number === undefined ? undefined : Math.round(number * 10 ** minorDigits(currency))

function booleanOf(text: string): boolean | undefined {
  if (/^(?:yes|true|1|on|y|x)$/i.test(text)) return true
  return /^(?:no|false|0|off|n)$/i.test(text) ? false : undefined
}

function momentOf(text: string): string | undefined {
  if (!/\d{4}/.test(text)) return undefined
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString()
}

function choiceOf({ options = [] }: StoredField, text: string, value: unknown): string | undefined {
  const wanted = text.trim().toLowerCase()
  return options.find(
    (option) => option.value === value || option.value === wanted || option.label.toLowerCase() === wanted,
  )?.value
}

function sourceOf(to: StoredField, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null
  // safe: checked in the line above
  const { src = '', alt, name } = isObject ? (value as Record<string, unknown>) : { src: String(value) }
  return to.kind === 'picture' ? { src, alt: alt ?? name ?? '' } : { src, name: name ?? alt ?? '' }
}

const htmlOf = (text: string): string | undefined =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${escapeText(part).replaceAll('\n', '<br>')}</p>`)
    .join('') || undefined
