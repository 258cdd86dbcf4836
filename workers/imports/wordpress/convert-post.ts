import { textOf } from '#workers/content/plain-text.ts'
import { slugOf } from '#workers/content/slug.contract.ts'
import { metaOf } from './attachments.ts'
import { type ConvertedComment, convertComments, type SkippedComment } from './convert-comments.ts'
import { type ContentContext, convertContent } from './convert-content.ts'
import type { WxrItem } from './wxr-events.ts'

export type ConvertedStatus = 'published' | 'scheduled' | 'draft'

/** A post or page of WordPress in the shape it has here; whoever stores it settles its path and unique slug. */
export interface ConvertedPost {
  kind: 'post' | 'page'
  sourceId: number
  title: string
  slug: string
  contentHtml: string
  /** Plain text. */
  excerpt: string
  status: ConvertedStatus
  /** ISO 8601 instants. */
  publishedAt?: string
  modifiedAt?: string
  /** The author's login. */
  author: string
  categories: { slug: string; name: string }[]
  tags: { slug: string; name: string }[]
  comments: ConvertedComment[]
  skippedComments: SkippedComment[]
  isSticky: boolean
  /** Path and query under which the old site showed it. */
  oldPath?: string
  /** For pages: the page it stands below, or 0, and its place among those beside it. */
  parentId: number
  menuOrder: number
  featuredImageId?: number
  seo: { title?: string; description?: string; noindex?: boolean }
  notes: string[]
}

const MAX_TITLE = 300

export function convertPost(item: WxrItem, kind: 'post' | 'page', context: ContentContext): ConvertedPost {
  const sourceId = item.id ?? 0
  const { status, note } = statusOf(item)
  const title = titleOf(item)
  const { html, excerpt, notes } = convertContent({ ...item, id: item.id }, context)
  const { comments, skipped } = convertComments(item.comments)
  const thumbnail = Number(metaOf(item, '_thumbnail_id'))
  const oldPath = oldPathOf(item)
  return {
    kind,
    sourceId,
    title: title.text,
    slug: slugOf(item.slug) || slugOf(title.text) || `${kind}-${sourceId}`,
    contentHtml: html,
    excerpt,
    status,
    ...datesOf(item),
    author: item.creator,
    categories: termsOf(item, 'category'),
    tags: termsOf(item, 'post_tag'),
    comments,
    skippedComments: skipped,
    isSticky: item.isSticky,
    ...(oldPath === undefined ? {} : { oldPath }),
    parentId: item.parentId,
    menuOrder: item.menuOrder,
    ...(thumbnail > 0 ? { featuredImageId: thumbnail } : {}),
    seo: seoOf(item),
    notes: [note, title.note, ...notes].filter((one) => one !== undefined),
  }
}

/** Why an item is no content to be imported, judged by its status alone. */
export function reasonToLeave(status: string): string | undefined {
  if (status === 'trash') return 'It is in the trash.'
  if (status === 'auto-draft') return 'It is an empty draft WordPress made by itself.'
  if (status === 'inherit') return 'It is an earlier version of another entry.'
  return undefined
}

function statusOf({ status, password }: WxrItem): { status: ConvertedStatus; note?: string } {
  if (password !== '')
    return { status: 'draft', note: 'It was protected by a password, so it was imported as a draft.' }
  if (status === 'publish') return { status: 'published' }
  if (status === 'future') return { status: 'scheduled' }
  if (status === 'private') return { status: 'draft', note: 'It was private, so it was imported as a draft.' }
  if (status === 'draft' || status === '') return { status: 'draft' }
  if (status === 'pending') return { status: 'draft', note: 'It was waiting for review.' }
  return { status: 'draft', note: `Its status “${status}” is unknown here, so it was imported as a draft.` }
}

/** Plain text, as a title here is never markup. */
function titleOf(item: WxrItem): { text: string; note?: string } {
  const characters = Array.from(textOf(item.title).replace(/\s+/g, ' '))
  if (characters.length === 0) return { text: '', note: 'It has no title.' }
  if (characters.length <= MAX_TITLE) return { text: characters.join('') }
  return {
    text: `${characters
      .slice(0, MAX_TITLE - 1)
      .join('')
      .trimEnd()}…`,
    note: `Its title had ${characters.length} characters and was shortened to ${MAX_TITLE}.`,
  }
}

function datesOf(item: WxrItem): { publishedAt?: string; modifiedAt?: string } {
  const local = item.localDate === undefined ? undefined : `${item.localDate}.000Z`
  const publishedAt = item.dateGmt ?? item.pubDate ?? local
  return {
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(item.modifiedGmt === undefined ? {} : { modifiedAt: item.modifiedGmt }),
  }
}

function termsOf(item: WxrItem, taxonomy: string): { slug: string; name: string }[] {
  const terms = new Map<string, { slug: string; name: string }>()
  for (const term of item.terms) {
    if (term.taxonomy !== taxonomy) continue
    const name = textOf(term.name).replaceAll('\n', ' ') || term.slug
    const slug = slugOf(term.slug) || slugOf(name)
    if (slug !== '') terms.set(slug, { slug, name })
  }
  return [...terms.values()]
}

function oldPathOf({ link }: WxrItem): string | undefined {
  if (!URL.canParse(link)) return undefined
  const { pathname, search } = new URL(link)
  return `${pathname}${search}`
}

/** What the widespread plugins for search engines keep; their templates mean nothing here. */
function seoOf(item: WxrItem): ConvertedPost['seo'] {
  const first = (...keys: string[]) =>
    keys.map((key) => textOf(metaOf(item, key))).find((text) => text !== '' && !/%%?\w+%/.test(text))
  const title = first('_yoast_wpseo_title', 'rank_math_title', '_aioseo_title', '_aioseop_title')
  const description = first(
    '_yoast_wpseo_metadesc',
    'rank_math_description',
    '_aioseo_description',
    '_aioseop_description',
  )
  const isHidden =
    metaOf(item, '_yoast_wpseo_meta-robots-noindex') === '1' ||
    metaOf(item, 'rank_math_robots').includes('"noindex"')
  return {
    ...(title ? { title: title.slice(0, 200) } : {}),
    ...(description ? { description: description.slice(0, 400) } : {}),
    ...(isHidden ? { noindex: true } : {}),
  }
}
