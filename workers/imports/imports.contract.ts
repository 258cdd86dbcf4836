import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const MAX_IMPORT_BYTES = 200 * 1024 * 1024
/** Every part but the last has exactly this size. */
export const PART_BYTES = 5 * 1024 * 1024

export const ImportOutcome = z.enum(['imported', 'merged', 'skipped', 'failed'])
export const Tally = z.object({
  kind: z.string().describe('post, page, attachment, comment, category, tag, author, menu item, …'),
  source: z.int().describe('How many the file holds'),
  imported: z.int(),
  merged: z.int().describe('Already here, from this or an earlier import'),
  skipped: z.int(),
  failed: z.int(),
})
export type Tally = z.infer<typeof Tally>

export const Import = z.object({
  id: Id,
  websiteId: Id,
  format: z.enum(['wordpress', 'archive']),
  fileName: z.string(),
  sizeBytes: z.int(),
  receivedParts: z.array(z.int()),
  status: z.enum(['uploading', 'running', 'done', 'failed', 'undoing', 'undone']),
  runId: Id.nullable(),
  problem: z.string().nullable().describe('Why the file was refused'),
  source: z.object({ title: z.string(), url: z.string() }).nullable(),
  tallies: z.array(Tally),
  balances: z.boolean().describe('Every item of the source is accounted for'),
  createdAt: Timestamp,
})
export type Import = z.infer<typeof Import>

export const ImportItem = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  outcome: ImportOutcome,
  reason: z.string(),
  link: z.string().nullable().describe('Where it is on the new site'),
  sourceUrl: z.string().nullable(),
})
export type ImportItem = z.infer<typeof ImportItem>

export const importsApi = {
  create: endpoint({
    method: 'post',
    path: '/websites/{websiteId}/imports',
    needs: 'sites:write',
    noun: 'Website',
    summary: `Begin moving a WordPress site: announce the export file, then send it in parts of ${PART_BYTES} bytes.`,
    body: z.strictObject({
      fileName: z.string().trim().min(1).max(255),
      sizeBytes: z
        .int()
        .min(1, 'The file is empty.')
        .max(MAX_IMPORT_BYTES, 'An export file may have at most 200 MB.'),
    }),
    returns: Import,
  }),
  start: endpoint({
    method: 'post',
    path: '/imports/{id}/run',
    needs: 'sites:write',
    noun: 'Import',
    summary: 'Start the import once every part has arrived.',
    returns: Import,
    status: 202,
    fails: ['conflict'],
  }),
  get: endpoint({
    method: 'get',
    path: '/imports/{id}',
    needs: 'sites:read',
    noun: 'Import',
    summary: 'One import with its reconciliation.',
    returns: Import,
  }),
  list: endpoint({
    method: 'get',
    path: '/websites/{websiteId}/imports',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'The imports into a website, newest first.',
    query: PageQuery,
    returns: page(Import),
  }),
  items: endpoint({
    method: 'get',
    path: '/imports/{id}/items',
    needs: 'sites:read',
    noun: 'Import',
    summary: 'What became of every item of the source.',
    query: PageQuery.extend({ outcome: ImportOutcome.optional(), kind: z.string().max(40).optional() }),
    returns: page(ImportItem),
  }),
  retryAttachments: endpoint({
    method: 'post',
    path: '/imports/{id}/attachment-attempts',
    needs: 'sites:write',
    noun: 'Import',
    summary: 'Fetch the attachments that could not be reached once more.',
    returns: Import,
    status: 202,
    fails: ['conflict'],
  }),
  undo: endpoint({
    method: 'delete',
    path: '/imports/{id}',
    needs: 'sites:write',
    noun: 'Import',
    summary: 'Undo an import: removes exactly what it brought, of a whole website the website.',
    returns: Nothing,
    status: 202,
    fails: ['conflict'],
  }),
}

/** `PUT` with the part's bytes as body, streamed; parts are numbered from 1. */
export const importPartPath = (id: string, part: number) => `/imports/${id}/parts/${part}`
