import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page } from '../core/endpoint.contract.ts'
import { PostStatus } from './posts.contract.ts'
import { Slug } from './terms.contract.ts'

const Name = z.string().trim().min(1, 'Enter a name.').max(120)

export const Series = z.object({
  id: Id,
  websiteId: Id,
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  parts: z.array(z.object({ id: Id, title: z.string(), status: PostStatus })).describe('In reading order'),
  version: z.int(),
})
export type Series = z.infer<typeof Series>

export const NewSeries = z.strictObject({
  name: Name,
  slug: Slug.optional(),
  description: z.string().trim().max(2000).default(''),
})
export type NewSeries = z.infer<typeof NewSeries>

export const SeriesChange = z.strictObject({
  name: Name.optional(),
  slug: Slug.optional(),
  description: z.string().trim().max(2000).optional(),
  partIds: z
    .array(Id)
    .max(500)
    .optional()
    .describe('Its posts in their new order; those left out leave the series'),
  version: z.int(),
})
export type SeriesChange = z.infer<typeof SeriesChange>

export const SeriesQuery = PageQuery.extend({ search: z.string().trim().max(100).optional() })
export type SeriesQuery = z.infer<typeof SeriesQuery>

export const seriesApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/series',
    needs: 'content:read',
    noun: 'Website',
    summary: 'Posts that are read in an order of their own, by name.',
    query: SeriesQuery,
    returns: page(Series),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/series',
    needs: 'content:write',
    noun: 'Website',
    summary: 'Begin a series.',
    body: NewSeries,
    returns: Series,
    fails: ['conflict'],
  }),
  update: endpoint({
    method: 'patch',
    path: '/cms/series/{id}',
    needs: 'content:write',
    noun: 'Series',
    summary: 'Rename a series, describe it, or put its parts in another order.',
    body: SeriesChange,
    returns: Series,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/cms/series/{id}',
    needs: 'content:write',
    noun: 'Series',
    summary: 'Remove a series. Its posts stay, each on its own.',
    returns: Nothing,
    status: 204,
  }),
}
