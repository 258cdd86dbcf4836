import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import type { PageDocument } from './page-document.contract.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'This names no version.')

export const SnapshotName = z.string().trim().max(80, 'A name has at most 80 characters.')
export const SnapshotNote = z.string().trim().max(500, 'A note has at most 500 characters.')

export const Snapshot = z.object({
  id: Id,
  number: z.int(),
  reason: z.string(),
  name: z.string().describe('Empty unless someone gave it one'),
  note: z.string(),
  isPinned: z.boolean().describe('Kept however old it grows'),
  manifest: Hash.describe('Names what it holds; two of the same hold the same'),
  routeCount: z.int(),
  isLive: z.boolean(),
  isStaging: z.boolean().describe('Shown at the staging address'),
  createdBy: z.string(),
  createdAt: Timestamp,
})
export type Snapshot = z.infer<typeof Snapshot>

/** What of a page or post says something else. */
export const DocumentPart = z.enum(['title', 'search', 'content', 'lists', 'details', 'comments'])
export type DocumentPart = z.infer<typeof DocumentPart>

export const DocumentChange = z.object({
  path: z.string(),
  title: z.string(),
  kind: z.enum(['page', 'post']),
  change: z.enum(['added', 'changed', 'removed']),
  parts: z.array(DocumentPart),
})
export type DocumentChange = z.infer<typeof DocumentChange>

/** What all pages share, or belongs to none. */
export const SharedPart = z.enum([
  ...(['details', 'design', 'menus', 'header', 'footer', 'languages', 'settings'] as const),
])
export type SharedPart = z.infer<typeof SharedPart>

const Counts = z.object({ added: z.int(), removed: z.int(), changed: z.int() })

export const SiteChanges = z.object({
  from: Hash.nullable().describe('Null where nothing was published before'),
  to: Hash,
  documents: z.array(DocumentChange).describe('Pages first; at most 200 of each kind of change'),
  more: z.int().describe('Changes beyond those listed'),
  shared: z.array(SharedPart),
  redirects: Counts,
  files: Counts,
})
export type SiteChanges = z.infer<typeof SiteChanges>

export const PageVersions = z.object({
  title: z.string(),
  before: z.custom<PageDocument>().nullable(),
  after: z.custom<PageDocument>().nullable(),
})
export type PageVersions = z.infer<typeof PageVersions>

/** Two versions by what they hold: left out, the one visitors see and the one a publish would make. */
const Pair = z.strictObject({ from: Hash.optional(), to: Hash.optional() })

export const snapshotsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/snapshots',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'What was published, newest first.',
    query: PageQuery,
    returns: page(Snapshot),
  }),
  change: endpoint({
    method: 'patch',
    path: '/snapshots/{id}',
    needs: 'sites:publish',
    noun: 'Version',
    summary: 'Name a version, say something about it, or keep it for good.',
    body: z
      .strictObject({
        name: SnapshotName.optional(),
        note: SnapshotNote.optional(),
        isPinned: z.boolean().optional(),
      })
      .refine((change) => Object.keys(change).length > 0, 'Say what to change.'),
    returns: Snapshot,
  }),
  compare: endpoint({
    method: 'get',
    path: '/websites/{id}/changes',
    needs: 'sites:read',
    noun: 'Website',
    summary:
      'What differs between two versions, or between what visitors see and what a publish would bring.',
    query: Pair,
    returns: SiteChanges,
  }),
  comparePage: endpoint({
    method: 'get',
    path: '/websites/{id}/page-changes',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'One page in two versions.',
    query: Pair.extend({ path: z.string().min(1).max(500).default('/') }),
    returns: PageVersions,
  }),
}
