import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const PreviewToken = z.object({
  id: Id,
  name: z.string(),
  collectionKeys: z.array(z.string()).describe('What it opens; all of the website where there are none'),
  createdBy: z.string(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
})
export type PreviewToken = z.infer<typeof PreviewToken>

export const previewTokensApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/preview-tokens',
    needs: 'sites:write',
    noun: 'Website',
    summary:
      'Tokens that read drafts through the website’s own API, newest first. What they are is not told again.',
    query: PageQuery,
    returns: page(PreviewToken),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/preview-tokens',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Make a token that reads drafts through the website’s own API. It is told this once.',
    body: z.strictObject({
      name: z.string().trim().min(1, 'Enter a name.').max(80),
      days: z.int().min(1).max(366).default(30).describe('How long it works'),
      collectionKeys: z.array(z.string().min(1).max(40)).max(50).default([]),
    }),
    returns: PreviewToken.extend({ token: z.string() }),
  }),
  remove: endpoint({
    method: 'delete',
    path: '/websites/{id}/preview-tokens/{tokenId}',
    needs: 'sites:write',
    noun: 'Token',
    summary: 'Take a token back: it stops working at once.',
    returns: Nothing,
    status: 204,
  }),
}
