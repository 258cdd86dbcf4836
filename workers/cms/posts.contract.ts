import * as z from 'zod'
import { CanonicalUrl } from '../content/canonical-url.contract.ts'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const PostStatus = z.enum(['draft', 'published', 'scheduled'])
const Title = z.string().trim().max(300)
const TermName = z.string().trim().min(1).max(120)
const Terms = z.array(TermName).max(50)
export const SeoFields = z.strictObject({
  title: z.string().trim().max(200).optional(),
  description: z.string().trim().max(400).optional(),
  image: z.string().trim().max(2000).optional().describe('Shown where the post is shared; else its cover'),
  canonical: CanonicalUrl.optional(),
  noindex: z.boolean().optional(),
})

/** The picture a post is shown with in lists and at its top. */
export const Cover = z.strictObject({
  src: z.string().trim().min(1, 'Choose a picture.').max(2000),
  alt: z.string().trim().max(500).default(''),
  width: z.int().min(1).max(20_000).optional(),
  height: z.int().min(1).max(20_000).optional(),
})
export type Cover = z.infer<typeof Cover>

const SeriesPart = z.int().min(1).max(1000)

export const PostSummary = z.object({
  id: Id,
  websiteId: Id,
  websiteName: z.string(),
  title: z.string(),
  slug: z.string(),
  excerpt: z.string(),
  status: PostStatus,
  language: z.string().describe('The code of its language; empty for the website’s own'),
  author: z.string(),
  categories: z.array(z.string()),
  tags: z.array(z.string()),
  isSticky: z.boolean(),
  url: z.string(),
  publishedAt: Timestamp.nullable(),
  updatedAt: Timestamp,
  removedAt: Timestamp.nullable().describe('When it went into the trash'),
  version: z.int(),
})
export type PostSummary = z.infer<typeof PostSummary>

export const Post = PostSummary.extend({
  content: z.string().describe('HTML, sanitised by allow-list'),
  seo: SeoFields,
  hasOwnExcerpt: z.boolean().describe('Otherwise the excerpt is the beginning of the text'),
  takesComments: z.boolean(),
  cover: Cover.nullable(),
  authorId: Id.nullable(),
  series: z.object({ id: Id, name: z.string(), part: z.int(), parts: z.int() }).nullable(),
  editedBy: z.string(),
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
  excerpt: z.string().trim().max(1000).default('').describe('Made from the text when left out'),
  status: PostStatus.default('draft'),
  publishedAt: Timestamp.optional().describe('Now when left out; in the future for a scheduled post'),
  categories: Terms.default([]),
  tags: Terms.default([]),
  seo: SeoFields.default({}),
  isSticky: z.boolean().default(false).describe('Stands before the others in lists'),
  takesComments: z.boolean().default(true),
  cover: Cover.nullable().default(null),
  authorId: Id.optional().describe('An author of the website; whoever writes when left out'),
  seriesId: Id.nullable().default(null),
  seriesPart: SeriesPart.optional().describe('The last part when left out'),
})
export type NewPost = z.infer<typeof NewPost>

export const PostChange = z
  .strictObject({
    title: Title.min(1, 'Enter a title.').optional(),
    slug: z.string().trim().min(1).max(200).optional(),
    content: z.string().max(2_000_000).optional(),
    excerpt: z.string().trim().max(1000).optional().describe('Empty to have it made from the text'),
    status: PostStatus.optional(),
    publishedAt: Timestamp.optional(),
    categories: Terms.optional(),
    tags: Terms.optional(),
    seo: SeoFields.optional(),
    isSticky: z.boolean().optional(),
    takesComments: z.boolean().optional(),
    cover: Cover.nullable().optional(),
    authorId: Id.optional(),
    seriesId: Id.nullable().optional(),
    seriesPart: SeriesPart.optional(),
    version: z.int(),
  })
  .refine(({ publishedAt, status }) => publishedAt === undefined || status !== undefined, {
    path: ['publishedAt'],
    message: 'Say with it whether the post is a draft, scheduled or published.',
  })
export type PostChange = z.infer<typeof PostChange>

export const PostFilters = z.object({
  websiteId: Id.optional(),
  clientId: Id.optional(),
  status: PostStatus.optional(),
  authorId: Id.optional(),
  termId: Id.optional().describe('Of a category or tag'),
  seriesId: Id.optional(),
  language: z.string().max(35).optional().describe('The code of a language; `own` for the website’s own'),
  slug: z.string().max(200).optional(),
  from: Timestamp.optional().describe('Published, or to be published, at this moment or later'),
  until: Timestamp.optional().describe('Published, or to be published, before this moment'),
  isRemoved: z.stringbool().optional().describe('Posts in the trash instead'),
  search: z.string().trim().max(100).optional(),
})
export type PostFilters = z.infer<typeof PostFilters>

export const PostSort = z.enum(['newest', 'published', 'changed', 'title'])
export type PostSort = z.infer<typeof PostSort>
export const PostQuery = PageQuery.extend({ ...PostFilters.shape, sort: PostSort.default('newest') })
export type PostQuery = z.infer<typeof PostQuery>

const Ids = z.array(Id).min(1).max(200)
const Count = z.object({ count: z.int() })

export const postsApi = {
  list: endpoint({
    method: 'get',
    path: '/cms/posts',
    needs: 'content:read',
    summary: 'Blog posts, newest first unless said, without their content.',
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
  duplicate: endpoint({
    method: 'post',
    path: '/cms/posts/{id}/copies',
    needs: 'content:write',
    noun: 'Post',
    summary: 'Make a draft that begins as a copy of a post.',
    returns: Post,
  }),
  changeMany: endpoint({
    method: 'post',
    path: '/cms/post-changes',
    needs: 'content:write',
    summary:
      'Publish many posts, make them drafts, file them under a category or tag, or give them an author.',
    body: z.strictObject({
      ids: Ids,
      status: z.enum(['draft', 'published']).optional(),
      category: TermName.optional(),
      tag: TermName.optional(),
      withoutCategory: TermName.optional(),
      withoutTag: TermName.optional(),
      authorId: Id.optional().describe('An author of the website all of them are on'),
    }),
    returns: Count,
    status: 200,
  }),
  removeMany: endpoint({
    method: 'post',
    path: '/cms/post-removals',
    needs: 'content:write',
    summary: 'Remove many posts at once. They can be restored.',
    body: z.strictObject({ ids: Ids }),
    returns: Count,
    status: 200,
  }),
  restoreMany: endpoint({
    method: 'post',
    path: '/cms/post-restorations',
    needs: 'content:write',
    summary: 'Bring removed posts back.',
    body: z.strictObject({ ids: Ids }),
    returns: Count,
    status: 200,
    fails: ['conflict'],
  }),
}
