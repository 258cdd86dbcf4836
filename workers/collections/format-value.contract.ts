import type { GroupField, StoredField } from './fields.contract.ts'

type AnyField = Pick<StoredField | GroupField, 'kind' | 'currency' | 'unit' | 'options' | 'label'>

/** A value as a site's readers read it, in their language; empty for what is empty or has no words. */
export function formatValue(field: AnyField, value: unknown, locale: string): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value))
    return value
      .map((each) => formatOne(field, each, locale))
      .filter(Boolean)
      .join(', ')
  return formatOne(field, value, locale)
}

function formatOne(field: AnyField, value: unknown, locale: string): string {
  switch (field.kind) {
    case 'number':
      return [numbers(locale).format(Number(value)), field.unit].filter(Boolean).join('\u00a0')
    case 'money':
      return formatMoney(Number(value), field.currency ?? 'EUR', locale)
    case 'boolean':
      return value === true ? field.label : ''
    case 'date':
      return formatMoment(String(value), locale, { dateStyle: 'long' })
    case 'dateTime':
      return formatMoment(String(value), locale, { dateStyle: 'long', timeStyle: 'short' })
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label ?? ''
    case 'relation':
    case 'group':
    case 'picture':
      return ''
    default:
      return wordsIn(value)
  }
}

function wordsIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  // safe: objects among values are files and places
  const { address, name, src } = value as Record<string, unknown>
  return String(address || name || src || '')
}

export function formatMoney(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency)
  // A whole price reads better without its two noughts.
  const isWhole = minor % 10 ** digits === 0
  return formatterFor(`${locale} ${currency} ${isWhole}`, locale, {
    ...{ style: 'currency', currency },
    ...(isWhole && { minimumFractionDigits: 0, maximumFractionDigits: 0 }),
  }).format(minor / 10 ** digits)
}

/** How many digits of a currency come after the point: two of the euro, none of the yen. */
export function minorDigits(currency = 'EUR'): number {
  try {
    const { maximumFractionDigits } = formatterFor(currency, 'en', {
      style: 'currency',
      currency,
    }).resolvedOptions()
    return maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

const numbers = (locale: string) => formatterFor(locale, locale, { maximumFractionDigits: 6 })

const formatters = new Map<string, Intl.NumberFormat>()
const MAX_FORMATTERS = 200

/** Making one costs more than using it a thousand times. */
function formatterFor(name: string, locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.NumberFormat(knownLocale(locale), options)
  if (formatters.size < MAX_FORMATTERS) formatters.set(name, made)
  return made
}

function formatMoment(text: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const moment = new Date(text)
  return Number.isNaN(moment.getTime())
    ? ''
    : new Intl.DateTimeFormat(knownLocale(locale), { timeZone: 'UTC', ...options }).format(moment)
}

/** A locale nobody speaks must not cost a site its pages. */
function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
