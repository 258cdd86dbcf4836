import * as z from 'zod'
import type { PublishedCollection } from '../collections/published-entries.contract.ts'
import { endpoint, Id } from '../core/endpoint.contract.ts'
import type { FormDefinition } from '../forms/published-form.contract.ts'
import type { ConfigSchema } from '../plugins/config-schema.contract.ts'
import { LanguageCode } from './languages.contract.ts'
import type { PageDocument } from './page-document.contract.ts'
import { Section } from './sections.contract.ts'
import type { PostCard, Project, SnapshotSite } from './snapshot.contract.ts'

/** A block that a plugin of somebody else brings, as the palette offers it. */
export const OfferedBlock = z.object({
  plugin: z.string(),
  pluginName: z.string(),
  key: z.string(),
  label: z.string(),
  summary: z.string(),
  props: z.custom<ConfigSchema>(),
})
export type OfferedBlock = z.infer<typeof OfferedBlock>

/** What the builder draws a page with besides the page itself. */
export const Canvas = z.object({
  websiteId: Id,
  origin: z.string().describe('Where the website’s own pictures lie'),
  site: z.custom<SnapshotSite>().describe('Theme, menus, business, header and footer'),
  forms: z.array(z.object({ slug: z.string(), name: z.string(), form: z.custom<FormDefinition>() })),
  languages: z
    .array(z.object({ code: z.string(), name: z.string(), prefix: z.string() }))
    .describe('The website’s own first'),
  posts: z.array(z.custom<PostCard>()).describe('The newest ones'),
  collections: z.array(z.custom<PublishedCollection>()).describe('With the first of their published entries'),
  locale: z.string(),
  projects: z.array(z.custom<Project>()).describe('Of the Portfolio, where the website has it'),
  plugins: z.object({
    active: z.array(z.string()).describe('Keys of the plugins that are on'),
    blocks: z.array(OfferedBlock),
  }),
  parts: z
    .object({ header: Id.nullable(), footer: Id.nullable() })
    .describe('Where the header and footer are edited: as pages of these ids'),
  home: z.custom<PageDocument>().describe('What headers, footers and sections are looked at with'),
  sections: z.array(Section),
})
export type Canvas = z.infer<typeof Canvas>

export const canvasApi = {
  get: endpoint({
    method: 'get',
    path: '/websites/{id}/canvas',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'What a page is drawn with: the website’s theme, menus, header, footer, forms and newest posts.',
    query: z.strictObject({
      language: LanguageCode.optional().describe('The website’s own when left out'),
    }),
    returns: Canvas,
  }),
}
