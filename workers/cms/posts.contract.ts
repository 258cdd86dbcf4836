import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const PostStatus = z.enum(['draft', 'published', 'scheduled'])
const Title = z.string().trim().max(300)
const TermName = z.string().trim().min(1).max(120)
const Terms = z.array(TermName).max(50)
export const SeoFields = z.strictObject({
  title: z.string().trim().max(200).optional(),
  description: z.string().trim().max(400).optional(),
  noindex: z.boolean().optional(),
})

export const PostSummary = z.object({
  id: Id,
  websiteId: Id,
  websiteName: z.string(),
  title: z.string(),
  slug: z.string(),
  excerpt: z.string(),
  status: PostStatus,
  author: z.string(),
  categories: z.array(z.string()),
  tags: z.array(z.string()),
  url: z.string(),
  publishedAt: Timestamp.nullable(),
  updatedAt: Timestamp,
  version: z.int(),
})
export type PostSummary = z.infer<typeof PostSummary>

export const Post = PostSummary.extend({
  content: z.string().describe('HTML, sanitised by allow-list'),
  seo: SeoFields,
})
export type Post = z.infer<typeof Post>

export const NewPost = z.strictObject({
  websiteId: Id,
  title: Title.min(1, 'Enter a title.'),
  slug: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Made from the title when left out; letters of every script are kept'),
  content: z.string().max(2_000_000).default('').describe('HTML; what is not on the allow-list is removed'),
  excerpt: z.string().trim().max(1000).default(''),
  status: PostStatus.default('draft'),
  publishedAt: Timestamp.optional().describe('Now when left out; in the future for a scheduled post'),
  categories: Terms.default([]),
  tags: Terms.default([]),
  seo: SeoFields.default({}),
})
export type NewPost = z.infer<typeof NewPost>

export const PostChange = z
  .strictObject({
    title: Title.min(1, 'Enter a title.').optional(),
    slug: z.string().trim().min(1).max(200).optional(),
    content: z.string().max(2_000_000).optional(),
    excerpt: z.string().trim().max(1000).optional(),
    status: PostStatus.optional(),
    publishedAt: Timestamp.optional(),
    categories: Terms.optional(),
    tags: Terms.optional(),
    seo: SeoFields.optional(),
    version: z.int(),
  })
  .refine(({ publishedAt, status }) => publishedAt === undefined || status !== undefined, {
    path: ['publishedAt'],
    message: 'Say with it whether the post is a draft, scheduled or published.',
  })
export type PostChange = z.infer<typeof PostChange>

export const PostQuery = PageQuery.extend({
  websiteId: Id.optional(),
  clientId: Id.optional(),
  status: PostStatus.optional(),
  search: z.string().trim().max(100).optional(),
})
export type PostQuery = z.infer<typeof PostQuery>

export const postsApi = {
  list: endpoint({
    method: 'get',
    path: '/cms/posts',
    needs: 'content:read',
    summary: 'Blog posts, newest first, without their content.',
    query: PostQuery,
    returns: page(PostSummary),
  }),
  create: endpoint({
    method: 'post',
    path: '/cms/posts',
    needs: 'content:write',
    summary: 'Write a blog post. It appears on the site with the next publication.',
    body: NewPost,
    returns: Post,
    fails: ['conflict'],
  }),
  get: endpoint({
    method: 'get',
    path: '/cms/posts/{id}',
    needs: 'content:read',
    noun: 'Post',
    summary: 'One post.',
    returns: Post,
  }),
  update: endpoint({
    method: 'patch',
    path: '/cms/posts/{id}',
    needs: 'content:write',
    noun: 'Post',
    summary: 'Change a post. `version` is the one you read; a newer one is a conflict.',
    body: PostChange,
    returns: Post,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/cms/posts/{id}',
    needs: 'content:write',
    noun: 'Post',
    summary: 'Remove a post. It can be restored.',
    returns: Nothing,
    status: 204,
  }),
  restore: endpoint({
    method: 'post',
    path: '/cms/posts/{id}/restoration',
    needs: 'content:write',
    noun: 'Post',
    summary: 'Bring a removed post back.',
    returns: Post,
    status: 200,
    fails: ['conflict'],
  }),
}
