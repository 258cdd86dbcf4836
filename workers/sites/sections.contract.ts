import * as z from 'zod'
import { endpoint, Id, Nothing } from '../core/endpoint.contract.ts'
import { PageDocument } from './page-document.contract.ts'

const Title = z.string().trim().min(1, 'Enter a name.').max(120, 'A name has at most 120 characters.')

export const Section = z.object({
  id: Id.describe('Its blocks are changed as those of the page of this id'),
  title: z.string(),
  isShared: z.boolean().describe('The agency’s own, for the websites of all its clients'),
  document: z.custom<PageDocument>(),
})
export type Section = z.infer<typeof Section>

export const SectionUse = z.object({
  pageId: Id,
  title: z.string(),
  path: z.string().nullable(),
  websiteId: Id,
  websiteName: z.string(),
})
export type SectionUse = z.infer<typeof SectionUse>

export const sectionsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/sections',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'Sections that the pages of a website may refer to: its own, and those of its agency.',
    returns: z.object({ items: z.array(Section) }),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/sections',
    needs: 'sites:write',
    noun: 'Website',
    summary:
      'Keep blocks as a section, which pages refer to: where it is changed once, it changes on all of them.',
    body: z.strictObject({ title: Title, document: PageDocument }),
    returns: Section,
  }),
  share: endpoint({
    method: 'post',
    path: '/websites/{id}/shared-sections',
    needs: 'clients:write',
    noun: 'Website',
    summary: 'Keep blocks as a section of the agency, for the websites of all its clients.',
    body: z.strictObject({ title: Title, document: PageDocument }),
    returns: Section,
  }),
  uses: endpoint({
    method: 'get',
    path: '/sections/{id}/uses',
    needs: 'sites:read',
    noun: 'Section',
    summary: 'Pages, headers and footers that refer to a section, up to a hundred.',
    returns: z.object({ items: z.array(SectionUse) }),
  }),
  rename: endpoint({
    method: 'patch',
    path: '/sections/{id}',
    needs: 'sites:write',
    noun: 'Section',
    summary: 'Give a section another name.',
    body: z.strictObject({ title: Title }),
    returns: Section,
  }),
  remove: endpoint({
    method: 'delete',
    path: '/sections/{id}',
    needs: 'sites:write',
    noun: 'Section',
    summary: 'Remove a section that nothing refers to any more.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
}
