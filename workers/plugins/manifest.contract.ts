import * as z from 'zod'
import { collectionIcons } from '../collections/collections.contract.ts'
import { CollectionFields, FieldKey } from '../collections/fields.contract.ts'
import { PageDocument } from '../sites/page-document.contract.ts'
import { ConfigMigration, ConfigSchema, noSettings } from './config-schema.contract.ts'

export const MANIFEST_FORMAT = 1

/** Plugins of others are named like a domain read backwards, so that they never meet one of ours. */
export const PluginKey = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}(?:\.[a-z0-9][a-z0-9-]{0,39}){1,5}$/,
    'Name the plugin like com.example.reviews: small letters, digits, hyphens, and at least one dot.',
  )

/** What a plugin may do besides showing settings. The list is closed: what is not on it cannot be asked for. */
export const capabilities = [
  'collections',
  'blocks',
  'pages',
  'events',
  'content:read',
  'submissions:read',
] as const
const HOST = /^http:(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
const HostCapability = z
  .string()
  .regex(
    HOST,
    'Name one host by its full name, such as http:api.example.com. No addresses, ports or wildcards.',
  )
export const Capability = z.union([z.enum(capabilities), HostCapability])
export type Capability = z.infer<typeof Capability>

/** What a plugin can be told of, with the capability it takes to read what it is about. */
export const pluginEvents = ['entry.changed', 'form.submitted', 'post.published'] as const
export const PluginEvent = z.enum(pluginEvents)
export type PluginEvent = z.infer<typeof PluginEvent>

const Name = z.string().trim().min(1, 'Enter a name.').max(80)
const Version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'Write the version like 1.0.2.')

export const PluginCollection = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Begin with a small letter; then small letters, digits and hyphens.'),
  name: Name,
  singular: Name,
  icon: z.enum(collectionIcons).default('list'),
  fields: CollectionFields,
  titleField: FieldKey,
})
export const PluginBlock = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Begin with a small letter; then small letters, digits and hyphens.'),
  label: Name,
  summary: z.string().trim().max(200).default(''),
  props: ConfigSchema.default(noSettings),
})
export type PluginBlock = z.infer<typeof PluginBlock>
export const PluginPage = z.strictObject({
  title: Name,
  path: z.string().regex(/^\/[a-z0-9]+(?:[a-z0-9/-]{0,80}[a-z0-9])?$/, 'Write the address like /portfolio.'),
  document: PageDocument,
})

/** Made when asked for, since a browser has none of the schemas. */
const shape = () => ({
  name: Name,
  description: z.string().trim().min(1, 'Say what it is for.').max(500),
  version: Version,
  author: z.strictObject({ name: Name, url: z.url({ protocol: /^https$/ }).optional() }),
  icon: z.enum(collectionIcons).default('star'),
  capabilities: z.array(Capability).max(20).default([]),
  config: ConfigSchema.default(noSettings),
  configVersion: z.int().min(1).max(1000).default(1),
  configMigrations: z.array(ConfigMigration).max(100).default([]),
  collections: z.array(PluginCollection).max(10).default([]),
  blocks: z.array(PluginBlock).max(20).default([]),
  pages: z.array(PluginPage).max(5).default([]),
  events: z.array(PluginEvent).max(pluginEvents.length).default([]),
})

/** What a plugin says of itself. A plugin gets what stands here, and its code gets nothing that does not. */
export const PluginManifest = z
  .strictObject({ format: z.literal(MANIFEST_FORMAT), id: PluginKey, ...shape() })
  .superRefine((manifest, issue) => {
    const say = (path: string, message: string) => issue.addIssue({ code: 'custom', path: [path], message })
    const has = (capability: Capability) => manifest.capabilities.includes(capability)
    for (const part of ['collections', 'blocks', 'pages', 'events'] as const)
      if (manifest[part].length > 0 && !has(part))
        say(part, `Bringing ${part} takes the capability “${part}”.`)
    for (const part of ['collections', 'blocks'] as const) {
      const keys = manifest[part].map(({ key }) => key)
      if (new Set(keys).size < keys.length) say(part, `Two ${part} have the same key.`)
    }
    if (new Set(manifest.capabilities).size < manifest.capabilities.length)
      say('capabilities', 'A capability stands there twice.')
  })
export type PluginManifest = z.infer<typeof PluginManifest>

/** Hosts the plugin's code may speak to. */
export const hostsOf = ({ capabilities: list }: Pick<PluginManifest, 'capabilities'>): string[] =>
  list.flatMap((capability) => (capability.startsWith('http:') ? [capability.slice('http:'.length)] : []))

const words: Record<(typeof capabilities)[number], string> = {
  collections: 'Adds collections to the website',
  blocks: 'Adds blocks to the builder and draws them when the website is published',
  pages: 'Adds pages to the website',
  events: 'Is told when entries change, when forms are sent and when posts appear',
  'content:read': 'Reads the titles and addresses of entries it is told of',
  'submissions:read': 'Reads what visitors send with forms, including names and addresses',
}

/** A capability as a sentence for whoever decides. */
export function describeCapability(capability: Capability): string {
  if (capability.startsWith('http:')) return `Exchanges data with ${capability.slice('http:'.length)}`
  // safe: a capability is a host or one of the list
  return words[capability as keyof typeof words]
}

const eventWords: Record<PluginEvent, string> = {
  'entry.changed': 'an entry changes',
  'form.submitted': 'a form is sent',
  'post.published': 'a post appears',
}

/** What a plugin is told of, as the rest of a sentence. */
export const describeEvents = (events: readonly PluginEvent[]): string =>
  events.map((event) => eventWords[event]).join(', or ')

/** Capabilities that deserve a second look: what leaves the platform, and what is personal. */
export const isSensitive = (capability: Capability): boolean =>
  capability.startsWith('http:') || capability === 'submissions:read'
