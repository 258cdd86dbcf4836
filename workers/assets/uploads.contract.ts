import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

const MEBIBYTE = 1024 * 1024
export const MAX_UPLOAD_BYTES = 5_000_000_000
/** R2 takes up to 10,000 parts, each but the last of the same size and of 5 MiB at least. */
export const PART_BYTES = 8 * MEBIBYTE
/** Addresses given out at a time. */
export const MAX_WANTED_PARTS = 20

export const UploadStatus = z.enum(['uploading', 'checking', 'ready', 'refused'])

export const Upload = z.object({
  id: Id,
  websiteId: Id,
  fileName: z.string(),
  sizeBytes: z.int(),
  partBytes: z.int(),
  receivedParts: z.array(z.int()),
  status: UploadStatus,
  problem: z.string().describe('Why it was refused'),
  assetId: Id.nullable().describe('The file it became, or gives new bytes to'),
  createdBy: z.string(),
  createdAt: Timestamp,
})
export type Upload = z.infer<typeof Upload>

export const NewUpload = z.strictObject({
  fileName: z.string().trim().min(1, 'A file needs a name.').max(1000),
  sizeBytes: z.int().min(1, 'The file is empty.').max(MAX_UPLOAD_BYTES, 'Files may have up to 5 GB.'),
  folderId: Id.nullable().default(null),
  replacesId: Id.nullable()
    .default(null)
    .describe(
      'Gives new bytes to this file: everything that shows it shows them from the next publication on',
    ),
})
export type NewUpload = z.infer<typeof NewUpload>

const PartNumber = z.int().min(1).max(10_000)
export const UploadProgress = z.strictObject({
  received: z
    .array(z.strictObject({ part: PartNumber, tag: z.string().min(1).max(200) }))
    .max(100)
    .default([])
    .describe('Parts that have arrived, with the ETag the store answered with'),
  wanted: z.array(PartNumber).max(MAX_WANTED_PARTS).default([]).describe('Parts to be sent next'),
})
export type UploadProgress = z.infer<typeof UploadProgress>

export const uploadsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{websiteId}/uploads',
    needs: 'content:read',
    noun: 'Website',
    summary: 'Uploads that are not done: under way, being checked, or refused.',
    query: PageQuery,
    returns: page(Upload),
  }),
  begin: endpoint({
    method: 'post',
    path: '/websites/{websiteId}/uploads',
    needs: 'content:write',
    noun: 'Website',
    summary: 'Begin to upload a file. Its parts go straight to the store.',
    body: NewUpload,
    returns: Upload,
    fails: ['conflict', 'plan_required'],
  }),
  get: endpoint({
    method: 'get',
    path: '/uploads/{id}',
    needs: 'content:read',
    noun: 'Upload',
    summary: 'An upload, with the parts that have arrived.',
    returns: Upload,
  }),
  proceed: endpoint({
    method: 'post',
    path: '/uploads/{id}/parts',
    needs: 'content:write',
    noun: 'Upload',
    summary:
      'Note parts that have arrived, and get the addresses to put the next ones to. An address is good for an hour.',
    body: UploadProgress,
    returns: z.object({
      receivedParts: z.array(z.int()),
      addresses: z.array(z.object({ part: z.int(), url: z.string() })),
    }),
    status: 200,
    fails: ['conflict'],
  }),
  complete: endpoint({
    method: 'post',
    path: '/uploads/{id}/completion',
    needs: 'content:write',
    noun: 'Upload',
    summary: 'Put the parts together. The file is then checked, and refused if it is not what its name says.',
    returns: Upload,
    status: 200,
    fails: ['conflict'],
  }),
  cancel: endpoint({
    method: 'delete',
    path: '/uploads/{id}',
    needs: 'content:write',
    noun: 'Upload',
    summary: 'Break an upload off, or put away one that was refused.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
}
