import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page } from '../core/endpoint.contract.ts'

export const Taxonomy = z.enum(['category', 'tag'])
export type Taxonomy = z.infer<typeof Taxonomy>

export const Term = z.object({
  id: Id,
  websiteId: Id,
  taxonomy: Taxonomy,
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  posts: z.int().describe('Posts filed under it'),
  version: z.int(),
})
export type Term = z.infer<typeof Term>

const Name = z.string().trim().min(1, 'Enter a name.').max(120)
export const Slug = z
  .string()
  .trim()
  .max(200)
  .describe('The end of its address; made from the name when left out, letters of every script are kept')

export const NewTerm = z.strictObject({
  taxonomy: Taxonomy,
  name: Name,
  slug: Slug.optional(),
  description: z.string().trim().max(2000).default(''),
})
export type NewTerm = z.infer<typeof NewTerm>

export const TermChange = z.strictObject({
  name: Name.optional(),
  slug: Slug.optional(),
  description: z.string().trim().max(2000).optional(),
  version: z.int(),
})
export type TermChange = z.infer<typeof TermChange>

export const TermQuery = PageQuery.extend({
  taxonomy: Taxonomy.optional(),
  search: z.string().trim().max(100).optional(),
})
export type TermQuery = z.infer<typeof TermQuery>

export const termsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/terms',
    needs: 'content:read',
    noun: 'Website',
    summary: 'Categories and tags of a website by name, with how many posts are filed under each.',
    query: TermQuery,
    returns: page(Term),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/terms',
    needs: 'content:write',
    noun: 'Website',
    summary: 'Add a category or tag.',
    body: NewTerm,
    returns: Term,
    fails: ['conflict'],
  }),
  update: endpoint({
    method: 'patch',
    path: '/cms/terms/{id}',
    needs: 'content:write',
    noun: 'Term',
    summary: 'Rename or describe a category or tag. Its old address leads to the new one.',
    body: TermChange,
    returns: Term,
    fails: ['conflict'],
  }),
  merge: endpoint({
    method: 'post',
    path: '/cms/terms/{id}/merger',
    needs: 'content:write',
    noun: 'Term',
    summary: 'File all posts of a term under another one, and remove it. Its address leads to that one.',
    body: z.strictObject({ intoId: Id }),
    returns: Term,
    status: 200,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/cms/terms/{id}',
    needs: 'content:write',
    noun: 'Term',
    summary: 'Remove a category or tag. Its posts stay.',
    returns: Nothing,
    status: 204,
  }),
}
