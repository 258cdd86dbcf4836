import * as z from 'zod'
import { endpoint, Id } from '../core/endpoint.contract.ts'
import { EntryStatus } from './entries.contract.ts'

/** What one request may hold; larger files go in parts. */
export const MAX_CSV_CHARACTERS = 3_500_000
export const MAX_CSV_ROWS = 20_000

/** Keys of fields by the place of their column; `slug` and `status` are columns too, null leaves one out. */
const Mapping = z.array(z.string().max(60).nullable()).max(200)
const Source = z.object({
  csv: z
    .string()
    .min(1, 'The file is empty.')
    .max(MAX_CSV_CHARACTERS, 'A file may have at most 3.5 MB. Split it into several.')
    .describe('The file; its first line names the columns'),
  matchBy: z
    .string()
    .max(60)
    .optional()
    .describe(
      '`slug` or the key of a field: rows that hold what an entry holds there change it instead of adding one',
    ),
})

export const EntryImportCheck = z.object({
  columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
  mapping: Mapping,
  rowCount: z.int(),
  addedCount: z.int(),
  changedCount: z.int(),
  problemCount: z.int().describe('Rows that would be left out'),
  problems: z.array(
    z.object({ row: z.int().describe('As a spreadsheet counts'), messages: z.array(z.string()) }),
  ),
})
export type EntryImportCheck = z.infer<typeof EntryImportCheck>

const path = '/websites/{id}/collections/{key}'
export const entryImportsApi = {
  check: endpoint({
    method: 'post',
    needs: 'content:write',
    noun: 'Collection',
    path: `${path}/entry-import-checks`,
    summary:
      'What importing a CSV file would do, row by row, without doing it. Proposes a mapping when none is given.',
    body: z.strictObject({ ...Source.shape, mapping: Mapping.optional() }),
    returns: EntryImportCheck,
    status: 200,
  }),
  start: endpoint({
    method: 'post',
    needs: 'content:write',
    noun: 'Collection',
    path: `${path}/entry-imports`,
    summary: 'Import a CSV file as entries. Rows that are not right are left out; the run says how many.',
    body: z.strictObject({
      ...Source.shape,
      mapping: Mapping,
      fileName: z.string().trim().min(1).max(255),
      status: EntryStatus.default('published').describe('Of rows that do not say'),
    }),
    returns: z.object({ runId: Id }),
    status: 202,
  }),
}
