import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const AssetKind = z.enum(['image', 'document', 'audio', 'video', 'other'])
export type AssetKind = z.infer<typeof AssetKind>

const Percent = z.int().min(0).max(100)
const Focus = z.strictObject({ x: Percent, y: Percent })
const Tag = z.string().trim().min(1).max(60)
export const AssetTags = z.array(Tag).max(30)

export const Asset = z.object({
  id: Id,
  websiteId: Id,
  fileName: z.string(),
  title: z.string(),
  alt: z.string().describe('What a picture shows, for those who cannot see it'),
  caption: z.string(),
  kind: AssetKind,
  contentType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string().describe('Of the file as it was uploaded'),
  width: z.int().nullable(),
  height: z.int().nullable(),
  focus: Focus.describe(
    'Percent from the left and the top: what stays in sight when a picture is cut to a shape',
  ),
  placeholder: z.string().describe('A tiny picture as a data: address; empty when there is none'),
  isResizable: z.boolean(),
  folderId: Id.nullable(),
  tags: z.array(z.string()),
  src: z.string().describe('Its address in pages and posts; in the dashboard it shows the file itself'),
  isPublished: z.boolean().describe('Whether the website as visitors see it shows the file'),
  uploadedBy: z.string(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  removedAt: Timestamp.nullable(),
  version: z.int(),
})
export type Asset = z.infer<typeof Asset>

export const AssetSort = z.enum(['newest', 'name'])
export const AssetQuery = PageQuery.extend({
  kind: AssetKind.optional(),
  folder: z
    .union([Id, z.literal('none')])
    .optional()
    .describe('Files of one folder; `none` for those in no folder; everywhere when left out'),
  tag: z.string().trim().max(60).optional(),
  search: z.string().trim().max(100).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('Files with exactly these bytes'),
  lacksAlt: z.stringbool().optional().describe('Pictures without a text for those who cannot see them'),
  isRemoved: z.stringbool().optional().describe('Files in the trash instead'),
  sort: AssetSort.default('newest'),
})
export type AssetQuery = z.infer<typeof AssetQuery>

export const AssetChange = z.strictObject({
  fileName: z.string().trim().min(1, 'Enter a name.').max(200).optional(),
  title: z.string().trim().max(200).optional(),
  alt: z.string().trim().max(500).optional(),
  caption: z.string().trim().max(500).optional(),
  focus: Focus.optional(),
  folderId: Id.nullable().optional(),
  tags: AssetTags.optional(),
  version: z.int(),
})
export type AssetChange = z.infer<typeof AssetChange>

/** What is done to many files at once; each that is named is done. */
export const AssetBulkChange = z.strictObject({
  ids: z.array(Id).min(1).max(200),
  folderId: Id.nullable().optional().describe('Moves them; null moves them out of every folder'),
  addTags: AssetTags.default([]),
  removeTags: AssetTags.default([]),
  isRemoved: z.boolean().optional().describe('Into the trash, or back from it'),
})
export type AssetBulkChange = z.infer<typeof AssetBulkChange>

export const AssetUse = z.object({
  kind: z.enum(['page', 'post', 'website', 'menu']),
  id: Id,
  title: z.string(),
  detail: z.string().describe('Where in it: content, cover, search picture, header, footer'),
  href: z.string().describe('Where in the dashboard it is edited'),
})
export type AssetUse = z.infer<typeof AssetUse>

export const AssetVersion = z.object({
  id: Id,
  sizeBytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  isCurrent: z.boolean(),
  createdBy: z.string(),
  createdAt: Timestamp,
})
export type AssetVersion = z.infer<typeof AssetVersion>

export const AssetSummary = z.object({
  storedBytes: z.int().describe('What the files of all the agency’s websites take up'),
  maxStoredBytes: z.int(),
  counts: z.object({
    image: z.int(),
    document: z.int(),
    audio: z.int(),
    video: z.int(),
    other: z.int(),
  }),
  lackingAlt: z.int(),
  removed: z.int(),
  tags: z.array(z.object({ tag: z.string(), count: z.int() })),
})
export type AssetSummary = z.infer<typeof AssetSummary>

export const assetsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/assets',
    needs: 'content:read',
    noun: 'Website',
    summary: 'A website’s files, newest first.',
    query: AssetQuery,
    returns: page(Asset),
  }),
  summary: endpoint({
    method: 'get',
    path: '/websites/{id}/assets-summary',
    needs: 'content:read',
    noun: 'Website',
    summary: 'How much room files take up, how many of each kind there are, and their tags.',
    returns: AssetSummary,
  }),
  get: endpoint({
    method: 'get',
    path: '/assets/{id}',
    needs: 'content:read',
    noun: 'File',
    summary: 'One file.',
    returns: Asset,
  }),
  update: endpoint({
    method: 'patch',
    path: '/assets/{id}',
    needs: 'content:write',
    noun: 'File',
    summary: 'Change what is said of a file. `version` is the one you read; a newer one is a conflict.',
    body: AssetChange,
    returns: Asset,
    fails: ['conflict'],
  }),
  updateMany: endpoint({
    method: 'patch',
    path: '/websites/{id}/assets',
    needs: 'content:write',
    noun: 'Website',
    summary: 'Move, tag or remove many files at once.',
    body: AssetBulkChange,
    returns: z.object({ count: z.int() }),
  }),
  remove: endpoint({
    method: 'delete',
    path: '/assets/{id}',
    needs: 'content:write',
    noun: 'File',
    summary: 'Put a file into the trash, from where it can be restored for 30 days.',
    returns: Nothing,
    status: 204,
  }),
  restore: endpoint({
    method: 'post',
    path: '/assets/{id}/restoration',
    needs: 'content:write',
    noun: 'File',
    summary: 'Bring a file back from the trash.',
    returns: Asset,
    status: 200,
  }),
  purge: endpoint({
    method: 'delete',
    path: '/assets/{id}/bytes',
    needs: 'content:write',
    noun: 'File',
    summary:
      'Delete a file in the trash for good, with every version of it. Earlier versions of the website lose it.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
  uses: endpoint({
    method: 'get',
    path: '/assets/{id}/uses',
    needs: 'content:read',
    noun: 'File',
    summary: 'The pages, posts and other places that show a file.',
    returns: z.object({ items: z.array(AssetUse) }),
  }),
  versions: endpoint({
    method: 'get',
    path: '/assets/{id}/versions',
    needs: 'content:read',
    noun: 'File',
    summary: 'What a file has been, newest first.',
    returns: z.object({ items: z.array(AssetVersion) }),
  }),
  restoreVersion: endpoint({
    method: 'post',
    path: '/assets/{id}/versions/{versionId}/restoration',
    needs: 'content:write',
    noun: 'File',
    summary: 'Let a file be again what it was.',
    returns: Asset,
    status: 200,
  }),
}
