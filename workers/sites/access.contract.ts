import * as z from 'zod'
import { endpoint, Id, Timestamp } from '../core/endpoint.contract.ts'
import { AccessKind, Publication, Website } from './websites.contract.ts'

const Message = z.string().trim().max(500, 'A message has at most 500 characters.')
const Password = z.string().min(8, 'Use at least 8 characters.').max(128, 'Use at most 128 characters.')

export const SiteAccess = z.object({
  kind: AccessKind,
  hasPassword: z.boolean(),
  message: z.string().describe('What is said to those who are not let in; our own words when empty'),
  hasStagingPassword: z.boolean(),
  version: z.int(),
})
export type SiteAccess = z.infer<typeof SiteAccess>

export const AccessChange = z.strictObject({
  kind: AccessKind,
  message: Message,
  password: Password.optional().describe('A new one; what was given before holds when left out'),
  stagingPassword: Password.nullable()
    .optional()
    .describe('For those who look at the staging address without an account; null for none'),
  version: z.int(),
})
export type AccessChange = z.infer<typeof AccessChange>

export const accessApi = {
  get: endpoint({
    method: 'get',
    path: '/websites/{id}/access',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'Who is let into a website.',
    returns: SiteAccess,
  }),
  change: endpoint({
    method: 'put',
    path: '/websites/{id}/access',
    needs: 'sites:publish',
    noun: 'Website',
    summary:
      'Open a website to everyone, put a password before it, or close it for maintenance. Holds within seconds.',
    body: AccessChange,
    returns: SiteAccess,
    fails: ['conflict'],
  }),
  pass: endpoint({
    method: 'post',
    path: '/websites/{id}/access-passes',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'A link past the gate of a website, or of its staging address, good for twelve hours.',
    body: z.strictObject({ place: z.enum(['live', 'staging']) }),
    returns: z.object({ url: z.url(), expiresAt: Timestamp }),
    fails: ['conflict'],
  }),
  stage: endpoint({
    method: 'post',
    path: '/websites/{id}/staging',
    needs: 'sites:publish',
    noun: 'Website',
    summary: 'Publish to the staging address: visitors see nothing of it.',
    returns: Publication,
    status: 202,
  }),
  unstage: endpoint({
    method: 'delete',
    path: '/websites/{id}/staging',
    needs: 'sites:publish',
    noun: 'Website',
    summary: 'Take the staging address down. The version stays among the others.',
    returns: Website,
    status: 200,
  }),
  chooseMain: endpoint({
    method: 'put',
    path: '/websites/{id}/main-domain',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Choose the host a website is known by, and whether its other hosts lead there.',
    body: z.strictObject({
      domainId: Id.nullable().describe('Null for the first domain of its own'),
      leadsOthers: z.boolean(),
    }),
    returns: Website,
  }),
}
