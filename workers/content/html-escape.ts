const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '\u00a0': '&nbsp;',
}
const escapeOne = (character: string): string => ESCAPES[character] ?? ''

export const escapeText = (text: string): string => text.replace(/[&<>\u00a0]/g, escapeOne)

/** For a value between double quotes. */
export const escapeAttribute = (value: string): string => value.replace(/[&<>"'`\u00a0]/g, escapeOne)

/** Attributes as they stand in a tag, each with its leading space. */
export function attributesText(attributes: Iterable<readonly [string, string]>): string {
  let text = ''
  for (const [name, value] of attributes) text += ` ${name}="${escapeAttribute(value)}"`
  return text
}
