import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const PreviewLink = z.object({
  id: Id,
  websiteId: Id,
  page: z
    .object({ id: Id, title: z.string() })
    .nullable()
    .describe('The draft it shows; empty when it shows every draft'),
  name: z.string(),
  url: z.string().nullable().describe('Empty once the link has ended'),
  status: z.enum(['active', 'expired', 'revoked']),
  hasPassword: z.boolean(),
  expiresAt: Timestamp,
  openedAt: Timestamp.nullable().describe('When it was opened last'),
  createdBy: z.string(),
  createdAt: Timestamp,
})
export type PreviewLink = z.infer<typeof PreviewLink>

export const previewLinksApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/preview-links',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'The links by which people without an account see drafts, newest first.',
    query: PageQuery,
    returns: page(PreviewLink),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/preview-links',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Make a link that shows one draft, or all of them, drawn as visitors would see them.',
    body: z.strictObject({
      pageId: Id.optional(),
      name: z.string().trim().max(120).default(''),
      hours: z.int().min(1).max(720).default(168).describe('How long it works, up to thirty days'),
      password: z
        .string()
        .min(8, 'Use at least 8 characters.')
        .max(128, 'Use at most 128 characters.')
        .optional(),
    }),
    returns: PreviewLink,
  }),
  revoke: endpoint({
    method: 'delete',
    path: '/preview-links/{id}',
    needs: 'sites:write',
    noun: 'Preview link',
    summary: 'Make a link stop working at once.',
    returns: PreviewLink,
    status: 200,
  }),
}
