import { slugOf } from '#workers/content/slug.contract.ts'

export interface OutlineItem {
  id: string
  text: string
  /** Two for the headings of the text, three for those below them. */
  level: 2 | 3
}

const HEADING = /<h([23])((?:\s[^>]*)?)>([\s\S]*?)<\/h\1>/g

/** Gives every heading of a text an identifier to be led to, and tells what they are. */
export function withOutline(html: string): { html: string; outline: OutlineItem[] } {
  const outline: OutlineItem[] = []
  const taken = new Set(Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id))
  const marked = html.replace(HEADING, (whole, level: string, attributes: string, inner: string) => {
    const text = decoded(inner.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim()
    if (!text) return whole
    const known = /\sid="([^"]*)"/.exec(attributes)?.[1]
    const id = known ?? freeId(text, taken)
    outline.push({ id, text, level: level === '2' ? 2 : 3 })
    return known ? whole : `<h${level}${attributes} id="${id}">${inner}</h${level}>`
  })
  return { html: marked, outline }
}

/** A prefix keeps it from meaning something else on the page. */
function freeId(text: string, taken: Set<string | undefined>): string {
  const base = `c-${slugOf(text).slice(0, 60) || 'section'}`
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  taken.add(id)
  return id
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
/** Text of sanitised HTML holds these entities and no others. */
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name] ?? '')
