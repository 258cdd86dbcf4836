import { sanitiseHtml } from '../content/sanitise-html.ts'
import type { PageDocument } from './page-document.contract.ts'
import type { PagePatch } from './page-patches.contract.ts'

/** Everything that will stand on a page as HTML, made safe by allow-list; blocks keep it under this one name. */
const HTML = 'html'

export function withSafeHtml(patch: PagePatch): PagePatch {
  // safe: only the text of strings changes
  const safe = safeWithin(patch) as PagePatch
  const isHtml = safe.op === 'set' && safe.path.at(-1) === HTML && typeof safe.value === 'string'
  return isHtml ? { ...safe, value: sanitiseHtml(String(safe.value)) } : safe
}

// safe: only the text of strings changes
export const withSafeDocument = (document: PageDocument) => safeWithin(document) as PageDocument

function safeWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(safeWithin)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === HTML && typeof inner === 'string' ? sanitiseHtml(inner) : safeWithin(inner),
  ])
  return Object.fromEntries(entries)
}
