import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'

export type { Words }

const languages: Record<string, Words> = { en, de, fr, es, it, nl, pt, pl, ar, he }

/** English where a language is not spoken yet. */
export const wordsFor = (locale: string): Words => languages[locale.slice(0, 2).toLowerCase()] ?? en

const formats = new Map<string, Intl.DateTimeFormat>()

/** A day as the site's readers write it, such as “4 May 2026”; empty when the instant is none. */
export function formatDay(instant: string, locale: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '' : dayFormat(locale).format(date)
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale)
  if (known) return known
  const format = makeFormat(locale)
  if (formats.size < 100) formats.set(locale, format)
  return format
}

function makeFormat(locale: string): Intl.DateTimeFormat {
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  try {
    return new Intl.DateTimeFormat(locale, style)
  } catch {
    // A locale nobody speaks must not cost a site its pages.
    return new Intl.DateTimeFormat('en', style)
  }
}

/** Puts values into a sentence: `fill('Page {page}', { page: 2 })`. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
