import { textStream } from './text-stream.ts'

/** A line of CSV (RFC 4180). */
export const toLine = (cells: string[]) => `${cells.map(toCell).join(',')}\r\n`

/** A cell that begins like a formula would be run by a spreadsheet: a quote in front makes it text. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().]+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** An answer that is saved as a file: whole, or streamed part by part. */
export function csvFile(name: string, content: string | AsyncGenerator<string, void>): Response {
  return new Response(typeof content === 'string' ? content : textStream(content), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
