import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { Domain, Feature } from '../tenancy/clients.contract.ts'
import { SnapshotName, SnapshotNote } from './snapshots.contract.ts'

export const WebsiteStatus = z.enum(['provisioning', 'live', 'unpublished', 'suspended', 'error'])

export const WebsiteDomain = z.object({
  ...{ id: Id, host: z.string(), url: z.string(), isPlatform: z.boolean() },
  isMain: z.boolean().describe('The host search engines should know it by'),
})
export const AccessKind = z.enum(['public', 'password', 'maintenance'])
export type AccessKind = z.infer<typeof AccessKind>

export const Website = z.object({
  id: Id,
  clientId: Id,
  clientName: z.string(),
  name: z.string(),
  status: WebsiteStatus,
  url: z.string().describe('Where visitors find it'),
  domains: z.array(WebsiteDomain),
  leadsToMain: z.boolean().describe('Whether its other hosts lead to the main one'),
  access: AccessKind,
  staging: z.object({ url: z.string(), snapshotId: Id }).nullable(),
  template: z.string(),
  features: z.array(z.string()),
  counts: z.object({ pages: z.int(), posts: z.int(), submissions: z.int() }),
  snapshotId: Id.nullable().describe('The snapshot being served'),
  hasUnpublishedChanges: z.boolean(),
  publishedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  version: z.int(),
})
export type Website = z.infer<typeof Website>

export const WebsiteQuery = PageQuery.extend({
  search: z.string().trim().max(100).optional(),
  status: WebsiteStatus.optional(),
  clientId: Id.optional(),
})
export type WebsiteQuery = z.infer<typeof WebsiteQuery>

export const Publication = z.object({ runId: Id })
const DayCount = z.object({ day: z.iso.date(), count: z.int() })

export const WebsiteAnalytics = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  submissions: z.object({ total: z.int(), perDay: z.array(DayCount) }),
  newContacts: z.object({ total: z.int(), perDay: z.array(DayCount) }),
})
export type WebsiteAnalytics = z.infer<typeof WebsiteAnalytics>

export const websitesApi = {
  list: endpoint({
    method: 'get',
    path: '/websites',
    needs: 'sites:read',
    summary: 'The websites of the agency’s clients.',
    query: WebsiteQuery,
    returns: page(Website),
  }),
  get: endpoint({
    method: 'get',
    path: '/websites/{id}',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'One website.',
    returns: Website,
  }),
  ofClient: endpoint({
    method: 'get',
    path: '/clients/{clientId}/website',
    needs: 'sites:read',
    noun: 'Client',
    summary: 'The website of a client.',
    returns: Website,
  }),
  update: endpoint({
    method: 'patch',
    path: '/websites/{id}',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Rename a website or change its features.',
    body: z.strictObject({
      name: z.string().trim().min(1, 'Enter a name.').max(120).optional(),
      features: z.array(Feature).max(20).optional(),
      version: z.int(),
    }),
    returns: Website,
    fails: ['conflict'],
  }),
  publish: endpoint({
    method: 'post',
    path: '/websites/{id}/publication',
    aliases: ['/websites/{id}/deploy'],
    needs: 'sites:publish',
    noun: 'Website',
    summary: 'Publish everything that is ready as a new snapshot. The run reports its progress.',
    query: z.strictObject({
      name: SnapshotName.optional().describe('What to call the version'),
      note: SnapshotNote.optional().describe('What to say about it'),
    }),
    returns: Publication,
    status: 202,
  }),
  publishOfClient: endpoint({
    method: 'post',
    path: '/clients/{clientId}/website/deploy',
    needs: 'sites:publish',
    noun: 'Client',
    summary: 'Publish the website of a client.',
    returns: Publication,
    status: 202,
  }),
  unpublish: endpoint({
    method: 'delete',
    path: '/websites/{id}/publication',
    needs: 'sites:publish',
    noun: 'Website',
    summary: 'Take the website offline: visitors see a tidy “not available” page.',
    returns: Website,
    status: 200,
    fails: ['conflict'],
  }),
  rollBack: endpoint({
    method: 'put',
    path: '/websites/{id}/publication',
    needs: 'sites:publish',
    noun: 'Website',
    summary: 'Serve an earlier snapshot again, or put the last one back online.',
    body: z.strictObject({ snapshotId: Id }),
    returns: Website,
  }),
  analytics: endpoint({
    method: 'get',
    path: '/websites/{id}/analytics',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'What the website brought in: form submissions and new contacts per day.',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) }),
    returns: WebsiteAnalytics,
  }),
  addDomain: endpoint({
    method: 'post',
    path: '/websites/{id}/domains',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Serve the website at another host as well.',
    body: z.strictObject({ host: Domain }),
    returns: Website,
    fails: ['conflict'],
  }),
  removeDomain: endpoint({
    method: 'delete',
    path: '/websites/{id}/domains/{domainId}',
    needs: 'sites:write',
    noun: 'Domain',
    summary: 'Stop serving the website at a host. Its platform address stays.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
}
