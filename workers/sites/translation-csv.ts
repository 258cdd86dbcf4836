import { DomainError } from '../core/errors.ts'
import type { TranslationUnit } from './translation-units.ts'
import type { ReturnedUnit } from './xliff.ts'

const header = ['Part', 'Place', 'Original', 'Translation']

/** RFC 4180. A cell that begins like a formula would be run by a spreadsheet: a quote in front makes it text. */
export const writeTranslationCsv = (units: readonly TranslationUnit[]): string =>
  [header, ...units.map(({ file, key, source, target }) => [file, key, source, target])]
    .map((cells) => `${cells.map(toCell).join(',')}\r\n`)
    .join('')

const FORMULA = /^'*[=+\-@\t\r]/

function toCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const fromCell = (cell: string) =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell

export function readTranslationCsv(csv: string): ReturnedUnit[] {
  const [first, ...rows] = rowsOf(csv.replace(/^\uFEFF/, ''))
  if (first?.length !== header.length || first[0] !== header[0]) {
    throw new DomainError('invalid_input', `content: The first line has to be ${header.join(', ')}.`)
  }
  return rows.flatMap(([file = '', key = '', source = '', target = '']) =>
    key ? [{ file, key, source: fromCell(source), target: fromCell(target) }] : [],
  )
}

/** Commas, semicolons or tabs between cells: spreadsheets write what their country does. */
function rowsOf(csv: string): string[][] {
  const comma = /^[^\r\n]*?[;\t]/.exec(csv)?.[0].at(-1) ?? ','
  const rows: string[][] = []
  let row: string[] = []
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${comma}]*))(${comma}|\\r\\n|\\n|\\r|$)`, 'y')
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv)
    if (!found) throw new DomainError('invalid_input', 'content: A quotation mark in this file has no end.')
    const [, quoted, plain = '', end = ''] = found
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === comma) continue
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push([...row, ''])
  return rows
}
