import type { GroupField, StoredField } from '#workers/collections/fields.contract.ts'
import { minorDigits } from '#workers/collections/format-value.contract.ts'

export type AnyField = StoredField | GroupField

/** A value as it stands in an input. */
export function inputOf(field: AnyField, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'money') return typeof value === 'number' ? amountOf(value, field) : String(value)
  if (field.kind === 'dateTime') return localMoment(String(value))
  return String(value)
}

const amountOf = (minor: number, { currency }: AnyField) =>
  (minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))

/** What was typed, as the API takes it. What is no number is sent as it is, so that the API can say so. */
export function valueOfInput(field: AnyField, text: string): unknown {
  if (text.trim() === '') return null
  switch (field.kind) {
    case 'number':
      return numberIn(text) ?? text
    case 'money': {
      const number = numberIn(text)
      return number === undefined ? text : Math.round(number * 10 ** minorDigits(field.currency))
    }
    case 'dateTime': {
      const moment = new Date(text)
      return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
    }
    default:
      return text
  }
}

function numberIn(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0']/g, '')
  const number = Number(
    /,\d{1,2}$/.test(plain) ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', ''),
  )
  return Number.isFinite(number) ? number : undefined
}

/** A moment as `datetime-local` writes it, where the browser is. */
function localMoment(instant: string): string {
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) return ''
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
