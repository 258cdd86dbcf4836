import * as z from 'zod'
import { endpoint, Id, Nothing, Timestamp } from '../core/endpoint.contract.ts'
import { PagePath } from '../sites/pages.contract.ts'
import { templateCategories } from '../sites/templates/template.contract.ts'
import { TemplateCard } from '../sites/templates.contract.ts'
import { MAX_TEMPLATE_PAGES } from './template-content.contract.ts'

const line = (max: number, whenEmpty: string) =>
  z.string().trim().min(1, whenEmpty).max(max, `At most ${max} characters fit.`)

const gitRef = () =>
  z
    .string()
    .trim()
    .min(1, 'Name a branch, a tag or a commit.')
    .max(200)
    .regex(/^(?!.*\.\.)[A-Za-z0-9][\w./-]*$/, 'Name a branch, a tag or a commit.')

/** Made when asked for, since a browser has none of the schemas. */
const templateFacts = () => ({
  name: line(80, 'Enter a name.'),
  description: line(300, 'Say in a sentence what the template is for.'),
  industry: line(80, 'Say what kind of business it suits.'),
  category: z.enum(templateCategories),
})
const choices = () => ({
  paths: z
    .array(PagePath)
    .min(1, 'Choose a page.')
    .max(MAX_TEMPLATE_PAGES)
    .optional()
    .describe('Addresses of the pages that go into it; every published page when left out'),
  hasPosts: z.boolean().default(true).describe('Whether the newest posts go into it'),
  hasPlaceholders: z
    .boolean()
    .default(true)
    .describe('Whether a new business’s details take the place of this one’s'),
  note: z.string().trim().max(300, 'A note has at most 300 characters.').default(''),
})

export const TemplateVersion = z.object({
  id: Id,
  number: z.int(),
  note: z.string(),
  origin: z
    .string()
    .describe('The commit or the version on the marketplace it is; empty for one made from a website'),
  isCurrent: z.boolean().describe('New websites begin with it'),
  createdBy: z.string(),
  createdAt: Timestamp,
})
export type TemplateVersion = z.infer<typeof TemplateVersion>

export const AgencyTemplate = TemplateCard.extend({
  id: Id,
  source: z.enum(['website', 'git', 'market']),
  sourceSiteId: Id.nullable(),
  template_git_url: z.string().nullable(),
  gitRef: z.string().nullable(),
  listingId: Id.nullable(),
  websites: z.int().describe('Websites that began with it'),
  versions: z.array(TemplateVersion).describe('Newest first'),
  createdAt: Timestamp,
  version: z.int(),
})
export type AgencyTemplate = z.infer<typeof AgencyTemplate>

/** What two versions of a template differ in. */
export const TemplateDifference = z.object({
  parts: z.array(
    z.object({
      part: z.enum(['pages', 'posts', 'forms', 'menus', 'look', 'around', 'files']),
      added: z.array(z.string()),
      changed: z.array(z.string()),
      removed: z.array(z.string()),
    }),
  ),
})
export type TemplateDifference = z.infer<typeof TemplateDifference>

export const TemplateRun = z.object({ templateId: Id, runId: Id.describe('Follow it at `GET /runs/{id}`') })
const onTemplate = { needs: 'clients:write', noun: 'Template' } as const

export const agencyTemplatesApi = {
  save: endpoint({
    method: 'post',
    path: '/websites/{id}/templates',
    needs: 'clients:write',
    noun: 'Website',
    summary: 'Make a template of the agency’s own from a website. The run reports its progress.',
    body: z.strictObject({ ...templateFacts(), ...choices() }),
    returns: TemplateRun,
    status: 202,
    fails: ['conflict'],
  }),
  fetch: endpoint({
    method: 'post',
    path: '/agency-templates',
    needs: 'clients:write',
    summary: 'Make a template from what a public git repository holds: a template.json, and files beside it.',
    body: z.strictObject({
      template_git_url: z
        .string()
        .trim()
        .max(512, 'An address has at most 512 characters.')
        .regex(
          /^https:\/\/[a-z0-9.-]+\/[\w.~/-]+$/i,
          'Enter the https address of a public repository, such as https://github.com/agency/template.',
        ),
      gitRef: gitRef().default('main').describe('A branch, a tag or a commit'),
    }),
    returns: TemplateRun,
    status: 202,
  }),
  fetchAgain: endpoint({
    ...onTemplate,
    method: 'post',
    path: '/agency-templates/{id}/fetches',
    summary:
      'Look whether the repository of a template holds something newer. That becomes a version which waits to be chosen.',
    body: z.strictObject({ gitRef: gitRef().optional().describe('From now on; as before when left out') }),
    returns: TemplateRun,
    status: 202,
    fails: ['conflict'],
  }),
  get: endpoint({
    ...onTemplate,
    method: 'get',
    path: '/agency-templates/{id}',
    summary: 'A template of the agency with its versions.',
    returns: AgencyTemplate,
  }),
  change: endpoint({
    ...onTemplate,
    method: 'patch',
    path: '/agency-templates/{id}',
    summary: 'Change what is said of a template, or which of its versions new websites begin with.',
    body: z.strictObject({
      ...z.object(templateFacts()).partial().shape,
      currentVersion: z
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .describe('Number of the version new websites begin with'),
      version: z.int(),
    }),
    returns: AgencyTemplate,
    fails: ['conflict'],
  }),
  renew: endpoint({
    ...onTemplate,
    method: 'post',
    path: '/agency-templates/{id}/versions',
    summary: 'Make a new version of a template from a website. The run reports its progress.',
    body: z.strictObject({ websiteId: Id, ...choices() }),
    returns: TemplateRun,
    status: 202,
  }),
  compare: endpoint({
    ...onTemplate,
    method: 'get',
    path: '/agency-templates/{id}/comparison',
    summary: 'What a version of a template differs in from another.',
    query: z.strictObject({
      to: z.coerce.number().int().min(1).optional().describe('Number of a version; the newest when left out'),
      from: z.coerce.number().int().min(1).optional().describe('The one before when left out'),
    }),
    returns: TemplateDifference,
  }),
  remove: endpoint({
    ...onTemplate,
    method: 'delete',
    path: '/agency-templates/{id}',
    summary: 'Remove a template with its versions. Websites made from it stay as they are.',
    returns: Nothing,
    status: 204,
  }),
}
