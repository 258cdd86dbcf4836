import * as z from 'zod'
import { CanonicalUrl } from '../content/canonical-url.contract.ts'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { LanguageCode } from './languages.contract.ts'
import type { PageDocument } from './page-document.contract.ts'
import { PagePatch } from './page-patches.contract.ts'
import { normalisePath } from './site-paths.contract.ts'

/** Addresses the platform itself answers at. */
const RESERVED =
  /^\/(?:_dde|healthz|blog|robots\.txt|sitemap(?:-\d+)?\.xml|(?:feed|rss)\.xml|feed\.json)(?:\/|$)/

export const PagePath = z
  .string()
  .trim()
  .min(1, 'Enter an address.')
  .max(200, 'An address has at most 200 characters.')
  .transform((path) => normalisePath(`/${path.replace(/^\/+/, '')}`) ?? '')
  .refine((path) => /^\/[^\s?#]*$/.test(path), 'An address holds no spaces, question marks or hashes.')
  .refine(
    (path) => !/\/\.\.?(?:\/|$)/.test(path),
    'Browsers read “.” and “..” as steps between addresses. Leave them out.',
  )
  .refine((path) => !RESERVED.test(path), 'This address belongs to the blog or the platform. Choose another.')

const Title = z.string().trim().min(1, 'Enter a title.').max(200, 'A title has at most 200 characters.')
export const PageSeo = z.strictObject({
  title: z.string().trim().max(200).optional(),
  description: z.string().trim().max(500).optional(),
  image: z.string().trim().max(1000).optional(),
  canonical: CanonicalUrl.optional(),
  noindex: z.boolean().optional(),
})
export type PageSeo = z.infer<typeof PageSeo>
export const PageKind = z.enum(['page', 'header', 'footer', 'section'])
export const PageStatus = z.enum(['draft', 'published'])

export const PageSummary = z.object({
  id: Id,
  path: z.string(),
  title: z.string(),
  status: PageStatus.describe('Drafts are left out when the website is published'),
  language: z.string().describe('The code of its language; empty for the website’s own'),
  updatedAt: Timestamp,
  version: z.int(),
})
export type PageSummary = z.infer<typeof PageSummary>

export const PageDetail = PageSummary.extend({
  kind: PageKind.describe('Headers, footers and sections are edited as pages are, and stand at no address'),
  path: z.string().nullable(),
  websiteId: Id.nullable().describe('Null for a section of the agency'),
  websiteName: z.string().nullable(),
  seo: z.custom<PageSeo>(),
  document: z.custom<PageDocument>().describe('The page as blocks, each under its id'),
  editedBy: z.string(),
  editedAt: Timestamp.nullable(),
})
export type PageDetail = z.infer<typeof PageDetail>

export const PageRevision = z.object({
  id: Id,
  pageId: Id,
  title: z.string(),
  name: z.string().describe('Empty for one that was kept of its own accord'),
  by: z.string(),
  asOf: Timestamp.describe('When the page came to look like this'),
  createdAt: Timestamp,
})
export type PageRevision = z.infer<typeof PageRevision>

export const EditAnswer = z.object({
  version: z.int().describe('Of the page after the change'),
  rejected: z
    .array(z.int())
    .describe('Patches that did not fit the page any more, by their place in the list'),
  missed: z
    .array(
      z.object({ version: z.int(), editor: Id, by: z.string(), patches: z.array(z.custom<PagePatch>()) }),
    )
    .describe('What others changed since `base`'),
})

export type EditAnswer = z.infer<typeof EditAnswer>

export const pagesApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/pages',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'The pages of a website.',
    query: PageQuery.extend({ language: LanguageCode.optional() }),
    returns: page(PageSummary),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/pages',
    needs: 'sites:write',
    noun: 'Website',
    summary:
      'Add a page: an empty one, or a copy of another page of the website. Its address says which language it is in.',
    body: z.strictObject({ title: Title, path: PagePath.optional(), sourcePageId: Id.optional() }),
    returns: PageDetail,
    fails: ['conflict'],
  }),
  get: endpoint({
    method: 'get',
    path: '/pages/{id}',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'A page with its blocks.',
    returns: PageDetail,
  }),
  update: endpoint({
    method: 'patch',
    path: '/pages/{id}',
    needs: 'sites:write',
    noun: 'Page',
    summary: 'Change a page’s title, address, state or how search engines show it.',
    body: z.strictObject({
      title: Title.optional(),
      path: PagePath.optional(),
      status: PageStatus.optional(),
      seo: PageSeo.optional(),
      version: z.int(),
    }),
    returns: PageDetail,
    fails: ['conflict'],
  }),
  edit: endpoint({
    method: 'post',
    path: '/pages/{id}/edits',
    needs: 'sites:write',
    noun: 'Page',
    summary:
      'Change a page’s blocks by patches. What others changed since `base` stays, and comes back with the answer.',
    body: z.strictObject({
      base: z.int().describe('The version the patches were made for'),
      editor: Id.describe('Tells this editor from others; any UUID that is kept while editing'),
      patches: z.array(PagePatch).min(1).max(200),
    }),
    returns: EditAnswer,
    status: 200,
    fails: ['conflict'],
  }),
  edits: endpoint({
    method: 'get',
    path: '/pages/{id}/edits',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'What was changed on a page since a version, for those who have it open.',
    query: z.strictObject({ since: z.coerce.number().int().min(0).default(0) }),
    returns: EditAnswer.omit({ rejected: true }),
  }),
  remove: endpoint({
    method: 'delete',
    path: '/pages/{id}',
    needs: 'sites:write',
    noun: 'Page',
    summary: 'Remove a page. It can be brought back.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
  restore: endpoint({
    method: 'post',
    path: '/pages/{id}/restoration',
    needs: 'sites:write',
    noun: 'Page',
    summary: 'Bring a removed page back.',
    returns: PageDetail,
    status: 200,
    fails: ['conflict'],
  }),
  revisions: endpoint({
    method: 'get',
    path: '/pages/{id}/revisions',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'A page as it was, newest first.',
    query: PageQuery,
    returns: page(PageRevision),
  }),
  keep: endpoint({
    method: 'post',
    path: '/pages/{id}/revisions',
    needs: 'sites:write',
    noun: 'Page',
    summary: 'Keep a page as it is now under a name.',
    body: z.strictObject({ name: z.string().trim().min(1, 'Enter a name.').max(120) }),
    returns: PageRevision,
  }),
  revision: endpoint({
    method: 'get',
    path: '/page-revisions/{id}',
    needs: 'sites:read',
    noun: 'Revision',
    summary: 'A page as it was, with its blocks.',
    returns: PageRevision.extend({ document: z.custom<PageDocument>() }),
  }),
  restoreRevision: endpoint({
    method: 'post',
    path: '/page-revisions/{id}/restoration',
    needs: 'sites:write',
    noun: 'Revision',
    summary: 'Make a page look as it did. How it looks now is kept as a revision.',
    returns: PageDetail,
    status: 200,
    fails: ['conflict'],
  }),
}
