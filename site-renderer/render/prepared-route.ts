import type {
  Comment,
  ListingRoute,
  PageRoute,
  PostRoute,
  RouteDocument,
} from '#workers/sites/snapshot.contract.ts'
import { type PreparedDocument, prepareDocument } from '../blocks/prepare.ts'
import { fitHtml } from '../blocks/rich-text/prose.tsx'
import { type OutlineItem, withOutline } from './outline.ts'

export interface Thread extends Comment {
  replies: Thread[]
}

interface PreparedPage {
  kind: 'page'
  route: PageRoute
  body: PreparedDocument
}
export interface PreparedPost {
  kind: 'post'
  route: PostRoute
  html: string
  /** The excerpt, unless the text begins with the same words. */
  intro: string
  minutes: number
  threads: Thread[]
  /** The headings a reader may jump to. */
  outline: OutlineItem[]
  hasCode: boolean
}
interface PreparedListing {
  kind: 'listing'
  route: ListingRoute
}
/** A route's document with everything about it read and checked, ready to be drawn any number of times. */
export type PreparedRoute = PreparedPage | PreparedPost | PreparedListing

export function prepareRoute(route: RouteDocument): PreparedRoute {
  switch (route.kind) {
    case 'page':
      return { kind: 'page', route, body: prepareDocument(route.document, { leads: true }) }
    case 'post':
      return preparePost(route)
    case 'listing':
      return { kind: 'listing', route }
  }
}

const WORDS_A_MINUTE = 220

function preparePost(route: PostRoute): PreparedPost {
  const text = route.html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const { html, outline } = withOutline(fitHtml(route.html))
  return {
    ...{ kind: 'post', route, html, outline },
    hasCode: route.html.includes('class="hljs-'),
    intro: isRepeated(route.excerpt, text) ? '' : route.excerpt,
    minutes: Math.max(1, Math.ceil(text.split(' ').length / WORDS_A_MINUTE)),
    threads: threadsOf(route.comments),
  }
}

const SAMPLE = 40

function isRepeated(excerpt: string, text: string): boolean {
  const start = excerpt.replace(/\s+/g, ' ').trim().slice(0, SAMPLE)
  return start === '' || text.startsWith(start) || /(?:…|\.{3}|\[…\])$/.test(excerpt.trim())
}

const MAX_DEPTH = 4

/** Comments below the ones they answer; what answers a missing comment, or comes very deep, stands where it can. */
function threadsOf(comments: Comment[]): Thread[] {
  const known = new Set(comments.map(({ id }) => id))
  const replies = new Map<string, Comment[]>()
  for (const comment of comments) {
    const parent = comment.parentId && known.has(comment.parentId) ? comment.parentId : ''
    const siblings = replies.get(parent)
    if (siblings) siblings.push(comment)
    else replies.set(parent, [comment])
  }
  const below = (id: string): Comment[] =>
    (replies.get(id) ?? []).flatMap((comment) => [comment, ...below(comment.id)])
  const gather = (id: string, depth: number): Thread[] => {
    if (depth === MAX_DEPTH) return below(id).map((comment) => ({ ...comment, replies: [] }))
    return (replies.get(id) ?? []).map((comment) => ({ ...comment, replies: gather(comment.id, depth + 1) }))
  }
  return gather('', 0)
}
