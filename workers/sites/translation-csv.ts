import Papa from 'papaparse'
import { toLine } from '../core/csv.ts'
import { DomainError } from '../core/errors.ts'
import type { TranslationUnit } from './translation-units.ts'
import type { ReturnedUnit } from './xliff.ts'

const header = ['Part', 'Place', 'Original', 'Translation']

export const writeTranslationCsv = (units: readonly TranslationUnit[]): string =>
  [header, ...units.map(({ file, key, source, target }) => [file, key, source, target])].map(toLine).join('')

/** Whatever a spreadsheet of the translator's country puts between cells. */
export function readTranslationCsv(csv: string): ReturnedUnit[] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
  const [first, ...rows] = data
  if (!first || first[0] !== header[0] || first.length !== header.length) {
    throw new DomainError('invalid_input', `content: The first line has to be ${header.join(', ')}.`)
  }
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken) {
    throw new DomainError(
      'invalid_input',
      `content: A quotation mark in line ${(broken.row ?? 0) + 1} has no end.`,
    )
  }
  return rows.flatMap(([file = '', key = '', source = '', target = '']) =>
    key ? [{ file, key, source: asWritten(source), target: asWritten(target) }] : [],
  )
}

/** Without the quote that keeps spreadsheets from running what begins like a formula. */
const asWritten = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '')
