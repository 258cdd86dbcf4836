import * as z from 'zod'
import { Email, endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

const Name = z
  .string()
  .trim()
  .min(1, 'Enter the name of the business.')
  .max(120, 'A name has at most 120 characters.')
const Line = (max: number) => z.string().trim().max(max)

/** The part of a platform address before the platform's own domain: `harbordental` in `harbordental.dde.site`. */
export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])$/,
    'Use 3 to 63 letters, digits and hyphens, such as harbor-dental.',
  )

/** A full domain name. */
export const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/,
    'Enter a domain such as newretail.com.',
  )

export const features = ['blog', 'forms', 'estore', 'chatbot', 'booking', 'newsletter'] as const
export const Feature = z.enum(features)

export const BusinessDetails = z.strictObject({
  email: Email.optional(),
  phone: Line(40).optional(),
  address: Line(300).optional(),
  hours: Line(300).optional(),
  description: Line(2000).optional(),
})
export type BusinessDetails = z.infer<typeof BusinessDetails>

export const NewClient = z.strictObject({
  clientName: Name,
  contact: z.strictObject({ name: Line(120), email: Email, phone: Line(40).optional() }).optional(),
  business: BusinessDetails.optional(),
  website: z.strictObject({
    template: Line(60).default('clinic'),
    features: z.array(Feature).max(20).default([]),
    slug: Slug.optional().describe('Platform address; made from the name when left out'),
    domain: Domain.optional().describe('Their own domain, served once it points here'),
  }),
})
export type NewClient = z.infer<typeof NewClient>

export const CreatedClient = z.object({
  id: Id,
  name: z.string(),
  status: z.enum(['provisioning', 'live', 'error']),
  websiteId: Id,
  createdAt: Timestamp,
  runId: Id.describe('Follow it at `GET /runs/{id}`'),
})
export type CreatedClient = z.infer<typeof CreatedClient>

export const WebsiteSummary = z.object({
  id: Id,
  name: z.string(),
  status: z.enum(['provisioning', 'live', 'unpublished', 'suspended', 'error']),
  url: z.string(),
})

export const Client = z.object({
  id: Id,
  name: z.string(),
  isHouse: z.boolean().describe('The agency’s own business'),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }).partial(),
  business: BusinessDetails,
  website: WebsiteSummary.nullable(),
  contactCount: z.int(),
  createdAt: Timestamp,
  version: z.int(),
})
export type Client = z.infer<typeof Client>

export const ClientQuery = PageQuery.extend({
  search: z.string().trim().max(100).optional(),
  status: WebsiteSummary.shape.status.optional(),
  sort: z.enum(['newest', 'name']).default('newest'),
})
export type ClientQuery = z.infer<typeof ClientQuery>

export const ClientChange = z.strictObject({
  name: Name.optional(),
  contact: z
    .strictObject({ name: Line(120), email: z.union([Email, z.literal('')]), phone: Line(40) })
    .partial()
    .optional(),
  business: BusinessDetails.optional(),
  version: z.int(),
})
export type ClientChange = z.infer<typeof ClientChange>

export const clientsApi = {
  create: endpoint({
    method: 'post',
    path: '/clients',
    aliases: ['/tenants/clients'],
    needs: 'clients:write',
    summary:
      'Bring a client on board: creates the client, builds its website from a template and puts it live.',
    body: NewClient,
    returns: CreatedClient,
    fails: ['conflict', 'plan_required'],
  }),
  list: endpoint({
    method: 'get',
    path: '/clients',
    aliases: ['/tenants/clients'],
    needs: 'clients:read',
    summary: 'The clients of the agency.',
    query: ClientQuery,
    returns: page(Client),
  }),
  get: endpoint({
    method: 'get',
    path: '/clients/{id}',
    needs: 'clients:read',
    noun: 'Client',
    summary: 'One client.',
    returns: Client,
  }),
  update: endpoint({
    method: 'patch',
    path: '/clients/{id}',
    needs: 'clients:write',
    noun: 'Client',
    summary: 'Change a client. `version` is the one you read; a newer one is a conflict.',
    body: ClientChange,
    returns: Client,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/clients/{id}',
    needs: 'clients:write',
    noun: 'Client',
    summary: 'Remove a client: its website goes offline. It can be restored.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
  restore: endpoint({
    method: 'post',
    path: '/clients/{id}/restoration',
    needs: 'clients:write',
    noun: 'Client',
    summary: 'Bring a removed client back, and its website as it was.',
    returns: Client,
    status: 200,
  }),
}
