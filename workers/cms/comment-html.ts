import { escapeAttribute, escapeText } from '../content/html-escape.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'

const ADDRESS = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/gi

export const linksIn = (text: string): number => text.match(ADDRESS)?.length ?? 0

/** Plain text as people type it, in paragraphs, its addresses as links; nothing in it is taken for HTML. */
export function commentHtml(text: string): string {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
  const html = paragraphs.map((part) => `<p>${linked(part).replaceAll('\n', '<br>')}</p>`).join('')
  return sanitiseHtml(html, { profile: 'comment' })
}

function linked(text: string): string {
  let html = ''
  let at = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    html += `${escapeText(text.slice(at, index))}<a href="${escapeAttribute(address)}">${escapeText(address)}</a>`
    at = index + address.length
  }
  return html + escapeText(text.slice(at))
}
