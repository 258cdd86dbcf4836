import type { Cover, Post, PostChange } from '#workers/cms/posts.contract.ts'
import type { PostStatus } from './post-status.tsx'

/** Something chosen by its name; without an id it is whatever the API makes of none. */
export interface Named {
  id: string
  name: string
}

export interface PostDraft {
  title: string
  slug: string
  content: string
  excerpt: string
  status: PostStatus
  /** ISO 8601 instant; empty for whenever it is published. */
  publishedAt: string
  author: Named
  cover: Cover | null
  series: (Named & { part: string }) | null
  categories: string[]
  tags: string[]
  seoTitle: string
  seoDescription: string
  shareImage: string
  canonical: string
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
  author: { id: '', name: '' },
  cover: null,
  series: null,
  categories: [],
  tags: [],
  seoTitle: '',
  seoDescription: '',
  shareImage: '',
  canonical: '',
  isHiddenFromSearch: false,
  isSticky: false,
  takesComments: true,
}

export const postFieldNames = [
  ...['websiteId', 'title', 'slug', 'content', 'excerpt', 'status', 'publishedAt', 'authorId'],
  ...['cover.src', 'cover.alt', 'seriesId', 'seriesPart', 'categories', 'tags'],
  ...['seo.title', 'seo.description', 'seo.image', 'seo.canonical'],
]

export function postDraftOf(post: Post): PostDraft {
  const { title, slug, content, status, categories, tags, seo, isSticky, takesComments, series } = post
  const excerpt = post.hasOwnExcerpt ? post.excerpt : ''
  return {
    ...{ title, slug, content, excerpt, status, categories, tags, isSticky, takesComments },
    publishedAt: post.publishedAt ?? '',
    author: { id: post.authorId ?? '', name: post.author },
    cover: post.cover,
    series: series && { id: series.id, name: series.name, part: String(series.part) },
    ...{ seoTitle: seo.title ?? '', seoDescription: seo.description ?? '' },
    ...{ shareImage: seo.image ?? '', canonical: seo.canonical ?? '' },
    isHiddenFromSearch: seo.noindex ?? false,
  }
}

/**
 * What a draft says to the API, without the slug and the time that the API makes itself. A cover nobody touched is not sent:
 * one from an import still waits for its file.
 */
export function postOf(draft: PostDraft, before?: Post): Omit<PostChange, 'version'> & { title: string } {
  const { title, content, excerpt, status, categories, tags, isSticky, takesComments } = draft
  const { slug, cover, publishedAt, author, series } = draft
  return {
    ...{ title, content, excerpt, status, categories, tags, isSticky, takesComments },
    ...(JSON.stringify(cover) !== JSON.stringify(before?.cover ?? null) && { cover }),
    ...(slug.trim() && { slug }),
    ...(publishedAt && status !== 'draft' && { publishedAt }),
    ...(author.id && { authorId: author.id }),
    seriesId: series?.id ?? null,
    ...(series?.part && { seriesPart: Number(series.part) }),
    seo: seoOf(draft),
  }
}

/** Fields left empty are left out, so that the post's own title, words and picture count. */
function seoOf({ seoTitle, seoDescription, shareImage, canonical, isHiddenFromSearch }: PostDraft) {
  return {
    ...(seoTitle.trim() && { title: seoTitle }),
    ...(seoDescription.trim() && { description: seoDescription }),
    ...(shareImage.trim() && { image: shareImage.trim() }),
    ...(canonical.trim() && { canonical: canonical.trim() }),
    ...(isHiddenFromSearch && { noindex: true }),
  }
}
