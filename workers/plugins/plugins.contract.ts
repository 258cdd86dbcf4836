import * as z from 'zod'
import { collectionIcons } from '../collections/collections.contract.ts'
import { endpoint, Id, Nothing, Timestamp } from '../core/endpoint.contract.ts'
import type { Config, ConfigSchema } from './config-schema.contract.ts'
import { type Capability, type PluginEvent, PluginManifest } from './manifest.contract.ts'

/** Most a plugin's code may hold, in characters. */
export const MAX_CODE = 256 * 1024

const Facts = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  version: z.string(),
  author: z.string(),
  icon: z.enum(collectionIcons),
  isShipped: z.boolean().describe('Comes with the product'),
  capabilities: z.array(z.custom<Capability>()),
})

/** A plugin as a website's screen shows it. */
export const SitePlugin = Facts.extend({
  isActive: z.boolean(),
  lock: z
    .enum(['none', 'platform', 'agency', 'clients'])
    .describe('Who keeps it from being switched: the platform, the agency, or the agency for its clients'),
  note: z.string().describe('Why, where the platform said so'),
  config: z.custom<Config>(),
  configSchema: z.custom<ConfigSchema>(),
  collections: z.array(z.object({ key: z.string(), name: z.string(), isThere: z.boolean() })),
  blocks: z.array(
    z.object({ key: z.string(), label: z.string(), summary: z.string(), props: z.custom<ConfigSchema>() }),
  ),
  pages: z.array(z.object({ title: z.string(), path: z.string(), isThere: z.boolean() })),
  events: z.array(z.custom<PluginEvent>()).describe('What its code is told of'),
  keptEntries: z.int().describe('Entries of its collections that stay until they are purged'),
  problem: z.string().nullable().describe('What its code last failed with'),
  problemAt: Timestamp.nullable(),
})
export type SitePlugin = z.infer<typeof SitePlugin>

/** A plugin as an agency decides about it. */
export const AgencyPlugin = Facts.extend({
  isAllowed: z.boolean(),
  clientsMaySwitch: z.boolean(),
  isStopped: z.boolean().describe('The platform has switched it off for everyone'),
  note: z.string(),
  status: z.enum(['shipped', 'waiting', 'approved']),
  websites: z.int().describe('Websites of the agency it was switched on for'),
  codeHash: z.string().nullable(),
  submittedBy: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  proposal: z
    .object({
      version: z.string(),
      codeHash: z.string(),
      submittedBy: z.string(),
      added: z.array(z.custom<Capability>()).describe('What it could not do before'),
      removed: z.array(z.custom<Capability>()),
    })
    .nullable()
    .describe('A newer version that waits for its review'),
})
export type AgencyPlugin = z.infer<typeof AgencyPlugin>

/** A plugin as the platform sees it. */
export const PlatformPlugin = Facts.omit({ capabilities: true }).extend({
  isAllowed: z.boolean(),
  note: z.string(),
  agencies: z
    .array(z.string())
    .describe('Names of the agencies that were given it; none for what everyone has'),
  capabilities: z.array(z.custom<Capability>()),
})
export type PlatformPlugin = z.infer<typeof PlatformPlugin>

const ConfigInput = z.record(z.string().max(40), z.union([z.string().max(5000), z.number(), z.boolean()]))
const onSite = '/websites/{id}/plugins/{key}'
const ofSite = { needs: 'sites:write', noun: 'Website' } as const
const ofAgency = { needs: 'clients:write', noun: 'Plugin' } as const
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const sitePluginsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/plugins',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'The plugins a website may have, with what is set for it.',
    returns: z.object({ items: z.array(SitePlugin) }),
  }),
  change: endpoint({
    ...ofSite,
    method: 'put',
    path: onSite,
    summary:
      'Switch a plugin on or off for a website, or set it up. Switching on makes the collections it brings; switching off takes its blocks off the website at the next publish and keeps everything.',
    body: z.strictObject({ isActive: z.boolean(), config: ConfigInput.optional() }),
    returns: SitePlugin,
    fails: ['forbidden', 'conflict'],
  }),
  draw: endpoint({
    ...ofSite,
    method: 'post',
    path: '/websites/{id}/plugin-drawings',
    summary:
      'What a block of a plugin looks like with some values, drawn by the plugin’s own code and made safe. Nothing is kept.',
    body: z.strictObject({
      plugin: z.string().min(1).max(100),
      block: z.string().min(1).max(100),
      values: ConfigInput.default({}),
    }),
    returns: z.object({
      html: z.string(),
      problem: z.string().nullable().describe('Why nothing was drawn'),
    }),
    status: 200,
  }),
  addPage: endpoint({
    ...ofSite,
    method: 'post',
    path: `${onSite}/pages`,
    summary: 'Make the pages a plugin brings, as drafts; those that are there already stay as they are.',
    returns: z.object({ pageIds: z.array(Id) }),
    fails: ['conflict'],
  }),
  remove: endpoint({
    ...ofSite,
    method: 'delete',
    path: onSite,
    summary:
      'Uninstall a plugin from a website: it is switched off and its settings are forgotten. Its collections and their entries stay.',
    returns: Nothing,
    status: 204,
    fails: ['forbidden'],
  }),
  purge: endpoint({
    ...ofSite,
    method: 'delete',
    path: `${onSite}/collections`,
    summary: 'Delete the collections a plugin made on a website, with all their entries, for good.',
    returns: Nothing,
    status: 204,
    fails: ['conflict', 'forbidden'],
  }),
}

export const agencyPluginsApi = {
  list: endpoint({
    ...ofAgency,
    method: 'get',
    path: '/plugins',
    summary: 'Every plugin there is for the agency, with what it decided about each.',
    returns: z.object({ items: z.array(AgencyPlugin) }),
  }),
  decide: endpoint({
    ...ofAgency,
    method: 'put',
    path: '/plugins/{key}/decision',
    summary:
      'Decide whether websites of the agency may have a plugin, and whether clients may switch it themselves.',
    body: z.strictObject({ isAllowed: z.boolean(), clientsMaySwitch: z.boolean() }),
    returns: AgencyPlugin,
  }),
  submit: endpoint({
    ...ofAgency,
    method: 'post',
    path: '/plugins',
    summary:
      'Hand in a plugin, or a newer version of one. Nothing of it runs until it has been approved; an approved version goes on until then.',
    body: z.strictObject({
      manifest: PluginManifest,
      code: z
        .string()
        .min(1, 'Add the code of the plugin.')
        .max(MAX_CODE, 'The code of a plugin may have at most 256 KB.')
        .describe('One JavaScript module'),
    }),
    returns: AgencyPlugin,
    fails: ['conflict'],
  }),
  approve: endpoint({
    ...ofAgency,
    method: 'post',
    path: '/plugins/{key}/approval',
    summary: 'Approve what was reviewed, named by its hash: that and nothing else will run.',
    body: z.strictObject({ codeHash: Hash }),
    returns: AgencyPlugin,
    status: 200,
    fails: ['conflict'],
  }),
  withdraw: endpoint({
    ...ofAgency,
    method: 'delete',
    path: '/plugins/{key}',
    summary: 'Take a plugin of somebody else from the agency. Websites stay whole without it.',
    returns: Nothing,
    status: 204,
  }),
}

export const platformPluginsApi = {
  list: endpoint({
    method: 'get',
    path: '/platform/plugins',
    needs: 'platform:read',
    summary: 'Every plugin on the platform; for platform staff.',
    returns: z.object({ items: z.array(PlatformPlugin) }),
  }),
  decide: endpoint({
    method: 'put',
    path: '/platform/plugins/{key}/decision',
    needs: 'platform:write',
    summary: 'Switch a plugin off for every agency, or back on.',
    body: z.strictObject({ isAllowed: z.boolean(), note: z.string().trim().max(300).default('') }),
    returns: PlatformPlugin,
  }),
}
