import * as z from 'zod'
import { Email, endpoint, Id, Nothing, PageQuery, page } from '../core/endpoint.contract.ts'
import { Cover } from './posts.contract.ts'
import { Slug } from './terms.contract.ts'

const Name = z.string().trim().min(1, 'Enter a name.').max(120)
const Bio = z.string().trim().max(1000).describe('A few sentences, as plain text')
const Links = z
  .array(
    z.strictObject({
      label: z.string().trim().min(1, 'Enter a name for the link.').max(60),
      href: z.string().trim().min(1, 'Enter where the link leads.').max(2000),
    }),
  )
  .max(8)

export const Author = z.object({
  id: Id,
  websiteId: Id,
  name: z.string(),
  slug: z.string(),
  email: z.string().nullable(),
  bio: z.string(),
  avatar: Cover.nullable(),
  links: Links,
  posts: z.int().describe('Posts they sign'),
  version: z.int(),
})
export type Author = z.infer<typeof Author>

export const NewAuthor = z.strictObject({
  name: Name,
  slug: Slug.optional(),
  email: Email.nullable().default(null),
  bio: Bio.default(''),
  avatar: Cover.nullable().default(null),
  links: Links.default([]),
})
export type NewAuthor = z.infer<typeof NewAuthor>

export const AuthorChange = z.strictObject({
  name: Name.optional(),
  slug: Slug.optional(),
  email: Email.nullable().optional(),
  bio: Bio.optional(),
  avatar: Cover.nullable().optional(),
  links: Links.optional(),
  version: z.int(),
})
export type AuthorChange = z.infer<typeof AuthorChange>

export const AuthorQuery = PageQuery.extend({ search: z.string().trim().max(100).optional() })
export type AuthorQuery = z.infer<typeof AuthorQuery>

export const authorsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/authors',
    needs: 'content:read',
    noun: 'Website',
    summary: 'Who signs a website’s posts, by name.',
    query: AuthorQuery,
    returns: page(Author),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/authors',
    needs: 'content:write',
    noun: 'Website',
    summary: 'Add an author. They need not be someone who signs in.',
    body: NewAuthor,
    returns: Author,
    fails: ['conflict'],
  }),
  update: endpoint({
    method: 'patch',
    path: '/cms/authors/{id}',
    needs: 'content:write',
    noun: 'Author',
    summary: 'Change an author. An old address leads to the new one.',
    body: AuthorChange,
    returns: Author,
    fails: ['conflict'],
  }),
  merge: endpoint({
    method: 'post',
    path: '/cms/authors/{id}/merger',
    needs: 'content:write',
    noun: 'Author',
    summary: 'Let another author sign all posts of this one, and remove this one.',
    body: z.strictObject({ intoId: Id }),
    returns: Author,
    status: 200,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/cms/authors/{id}',
    needs: 'content:write',
    noun: 'Author',
    summary: 'Remove an author. Their posts stay, without a name.',
    returns: Nothing,
    status: 204,
  }),
}
