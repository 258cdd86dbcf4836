import type { Post, PostChange } from '#workers/cms/posts.contract.ts'
import type { PostStatus } from './post-status.tsx'

export interface PostDraft {
  title: string
  slug: string
  content: string
  excerpt: string
  status: PostStatus
  /** As the browser's own field for date and time holds it, in local time. */
  publishedAt: string
  categories: string[]
  tags: string[]
  seoTitle: string
  seoDescription: string
  isHiddenFromSearch: boolean
  isSticky: boolean
  takesComments: boolean
}

export const emptyPost: PostDraft = {
  title: '',
  slug: '',
  content: '',
  excerpt: '',
  status: 'draft',
  publishedAt: '',
  categories: [],
  tags: [],
  seoTitle: '',
  seoDescription: '',
  isHiddenFromSearch: false,
  isSticky: false,
  takesComments: true,
}

export const postFieldNames = [
  'websiteId',
  'title',
  'slug',
  'content',
  'excerpt',
  'status',
  'publishedAt',
  'categories',
  'tags',
  'seo.title',
  'seo.description',
]

export function postDraftOf(post: Post): PostDraft {
  const { title, slug, content, status, categories, tags, seo, isSticky, takesComments } = post
  const excerpt = post.hasOwnExcerpt ? post.excerpt : ''
  return {
    title,
    slug,
    content,
    excerpt,
    status,
    publishedAt: post.publishedAt ? toLocal(post.publishedAt) : '',
    categories,
    tags,
    seoTitle: seo.title ?? '',
    seoDescription: seo.description ?? '',
    isHiddenFromSearch: seo.noindex ?? false,
    ...{ isSticky, takesComments },
  }
}

/** What a draft says to the API, without the slug and the time that the API makes itself. */
export function postOf(draft: PostDraft): Omit<PostChange, 'version'> & { title: string } {
  const { title, slug, content, excerpt, status, publishedAt, categories, tags, isSticky, takesComments } =
    draft
  return {
    title,
    content,
    excerpt,
    status,
    categories,
    tags,
    ...{ isSticky, takesComments },
    ...(slug.trim() && { slug }),
    ...(publishedAt && status !== 'draft' && { publishedAt: new Date(publishedAt).toISOString() }),
    seo: {
      ...(draft.seoTitle.trim() && { title: draft.seoTitle }),
      ...(draft.seoDescription.trim() && { description: draft.seoDescription }),
      ...(draft.isHiddenFromSearch && { noindex: true }),
    },
  }
}

/** An instant as `2026-10-01T14:30` in the reader's own time zone. */
export function toLocal(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
