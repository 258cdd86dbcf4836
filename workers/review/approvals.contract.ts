import * as z from 'zod'
import { endpoint, Id } from '../core/endpoint.contract.ts'
import { Publication } from '../sites/websites.contract.ts'

export const ApprovalBy = z.enum(['none', 'client', 'agency'])
export type ApprovalBy = z.infer<typeof ApprovalBy>

export const PendingPage = z.object({
  id: Id,
  path: z.string(),
  title: z.string(),
  kind: z.enum(['new', 'changed', 'removed']),
  isApproved: z.boolean(),
})
export type PendingPage = z.infer<typeof PendingPage>

export const Approval = z.object({
  approval: ApprovalBy.describe('Whose approval a publish takes'),
  isApproved: z.boolean().describe('Whether all that a publish would bring has been approved'),
  pages: z.array(PendingPage).describe('Pages a publish would add, change or take away'),
  isSharedChanged: z.boolean().describe('Whether design, menus, header or footer have changed'),
  isSharedApproved: z.boolean(),
})
export type Approval = z.infer<typeof Approval>

export const approvalsApi = {
  get: endpoint({
    method: 'get',
    path: '/websites/{id}/approval',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'What a publish would bring, whose approval it takes, and what has been approved.',
    returns: Approval,
  }),
  choose: endpoint({
    method: 'put',
    path: '/websites/{id}/approval',
    needs: 'clients:write',
    noun: 'Website',
    summary: 'Choose whose approval a publish takes: nobody’s, the client’s or the agency’s.',
    body: z.strictObject({ approval: ApprovalBy }),
    returns: Approval,
  }),
  publishAnyway: endpoint({
    method: 'post',
    path: '/websites/{id}/unapproved-publication',
    needs: 'clients:write',
    noun: 'Website',
    summary: 'Publish although not everything has been approved. The audit log tells who did.',
    returns: Publication,
    status: 202,
  }),
}
