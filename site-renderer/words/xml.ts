import { wellFormed } from './well-formed.ts'

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as XML carries it; what XML has no spelling for is left out (https://www.w3.org/TR/xml/#charsets). */
export const escapeXml = (value: string): string =>
  wellFormed(value)
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

/** An element that holds text and nothing else; one without text is left out. */
export const element = (name: string, text: string | undefined): string =>
  text ? `<${name}>${escapeXml(text)}</${name}>` : ''
