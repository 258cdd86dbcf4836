import type { XmlNode } from './xml-tree.ts'

/** The names of an export in WordPress's own spelling, whatever prefixes the file chose. */
export type Spelling = (name: string) => string

export function spellingOf(prefixes: Readonly<Record<string, string>>): Spelling {
  const others = new Map(Object.entries(prefixes).filter(([prefix, known]) => prefix !== known))
  if (others.size === 0) return (name) => name
  return (name) => {
    const colon = name.indexOf(':')
    const known = others.get(name.slice(0, Math.max(0, colon)))
    return known === undefined ? name : `${known}${name.slice(colon)}`
  }
}

/** The text of each child by its name; the first counts. */
export class Fields {
  readonly #texts = new Map<string, string>()

  constructor(node: XmlNode, spelling: Spelling) {
    for (const child of node.children) {
      const name = spelling(child.name)
      if (!this.#texts.has(name)) this.#texts.set(name, child.text)
    }
  }

  text(name: string): string {
    return this.#texts.get(name) ?? ''
  }

  /** Without space around it: for everything that is not prose. */
  word(name: string): string {
    return this.text(name).trim()
  }

  /** A whole number of at most 15 digits, or undefined. */
  number(name: string): number | undefined {
    const word = this.word(name)
    return /^-?\d{1,15}$/.test(word) ? Number(word) : undefined
  }

  /** For an identifier: a whole number from 1. */
  id(name: string): { id?: number } {
    const id = this.number(name)
    return id !== undefined && id > 0 ? { id } : {}
  }

  /** WordPress keeps slugs percent-encoded and cuts them by bytes, perhaps within a character. */
  slug(name: string): string {
    return decodeSlug(this.word(name))
  }
}

export function decodeSlug(slug: string): string {
  let encoded = slug.slice(0, 2000).replace(/%[0-9a-f]?$/i, '')
  for (let attempt = 0; attempt < 4; attempt++) {
    try {
      return decodeURIComponent(encoded).normalize('NFC')
    } catch {
      encoded = encoded.replace(/%[0-9a-f]{2}$/i, '')
    }
  }
  return slug
}

/** `2012-01-31 09:00:00`, taken as UTC, as an ISO 8601 instant. */
export function instantOf(date: string): string | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(date.trim())
  if (!parts) return undefined
  const instant = new Date(`${parts[1]}T${parts[2]}Z`)
  if (Number.isNaN(instant.getTime())) return undefined
  const iso = instant.toISOString()
  // The 31st of February would be read as a day in March.
  return iso.startsWith(`${parts[1]}T`) ? iso : undefined
}

/** Drafts have no date: a row of zeros, or the year before year nought. */
export const isNoDate = (date: string): boolean =>
  date.trim() === '' || date.startsWith('0000-00-00') || date.includes('-0001')
