import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { Import, MAX_IMPORT_BYTES } from '../imports/imports.contract.ts'
import { Slug } from '../tenancy/clients.contract.ts'

export const ExportForm = z
  .enum(['whole', 'static'])
  .describe('`whole` can be imported again; `static` opens on any host, and from a disk')
export type ExportForm = z.infer<typeof ExportForm>

export const Export = z.object({
  id: Id,
  websiteId: Id,
  form: ExportForm,
  status: z.enum(['making', 'ready']),
  runId: Id,
  sizeBytes: z.int(),
  createdBy: z.string(),
  createdAt: Timestamp,
  expiresAt: Timestamp.describe('When the file is deleted'),
})
export type Export = z.infer<typeof Export>

export const DownloadLink = z.object({
  url: z.string().describe('Opens without logging in, until it expires'),
  expiresAt: Timestamp,
})

const SiteName = z.string().trim().min(1, 'Enter a name.').max(120, 'A name has at most 120 characters.')
/** Made when asked for, since a browser has none of the schemas. */
const newSite = () => ({
  clientId: Id.describe('Whose website it becomes'),
  name: SiteName,
  slug: Slug.optional().describe('Platform address; made from the name when left out'),
})

export const NewWebsite = z.object({ websiteId: Id, runId: Id })
export type NewWebsite = z.infer<typeof NewWebsite>

export const archivesApi = {
  create: endpoint({
    method: 'post',
    path: '/websites/{websiteId}/exports',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Pack the website into one file. The run reports its progress.',
    body: z.strictObject({ form: ExportForm }),
    returns: Export,
  }),
  list: endpoint({
    method: 'get',
    path: '/websites/{websiteId}/exports',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'The files the website was packed into, newest first.',
    query: PageQuery,
    returns: page(Export),
  }),
  get: endpoint({
    method: 'get',
    path: '/exports/{id}',
    needs: 'sites:write',
    noun: 'Export',
    summary: 'One export.',
    returns: Export,
  }),
  link: endpoint({
    method: 'post',
    path: '/exports/{id}/links',
    needs: 'sites:write',
    noun: 'Export',
    summary: 'A link to the file that works for an hour.',
    returns: DownloadLink,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/exports/{id}',
    needs: 'sites:write',
    noun: 'Export',
    summary: 'Delete an export and its file.',
    returns: Nothing,
    status: 204,
  }),
  copy: endpoint({
    method: 'post',
    path: '/websites/{websiteId}/copies',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Copy the website to a client, as a new website that waits for its first publication.',
    body: z.strictObject(newSite()),
    returns: NewWebsite,
    status: 202,
    fails: ['conflict'],
  }),
  import: endpoint({
    method: 'post',
    path: '/website-imports',
    needs: 'sites:write',
    summary:
      'Begin a new website from a file that was exported here: announce the file, send its parts, then start the import.',
    body: z.strictObject({
      ...newSite(),
      fileName: z.string().trim().min(1).max(255),
      sizeBytes: z
        .int()
        .min(1, 'The file is empty.')
        .max(MAX_IMPORT_BYTES, 'A file may have at most 200 MB.'),
    }),
    returns: Import,
    fails: ['conflict'],
  }),
}
