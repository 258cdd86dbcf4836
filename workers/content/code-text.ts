import { readHtml } from './html-tokens.ts'

/** The characters that code in HTML stands for, every line break kept. */
export function textOfCode(html: string): string {
  const pieces: string[] = []
  readHtml(html, { open: () => undefined, close: () => undefined, text: (text) => pieces.push(text) })
  return pieces.join('')
}
