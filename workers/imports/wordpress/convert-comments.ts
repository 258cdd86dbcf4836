import { parseUrl } from '#workers/content/safe-url.ts'
import { sanitiseHtml } from '#workers/content/sanitise-html.ts'
import { autoParagraph } from './wp-autop.ts'
import type { WxrComment } from './wxr-events.ts'

export interface ConvertedComment {
  /** Its number in WordPress; the same for its parent. */
  sourceId: number
  parentId?: number
  author: string
  authorUrl?: string
  email: string
  /** Sanitised, with the few elements a comment may have. */
  html: string
  /** ISO 8601 instant; the post's own when the comment has none. */
  createdAt?: string
  /** Approved ones are shown; pending ones wait for a decision. */
  status: 'approved' | 'pending'
}
export interface SkippedComment {
  sourceId: number | undefined
  reason: string
}

/** Comments of people, oldest first and after those they answer; answers to a skipped one move up to the next that stays. */
export function convertComments(comments: readonly WxrComment[]): {
  comments: ConvertedComment[]
  skipped: SkippedComment[]
} {
  const skipped: SkippedComment[] = []
  const kept = new Map<number, WxrComment>()
  for (const comment of comments) {
    const reason = reasonToSkip(comment, kept)
    if (reason === undefined && comment.id !== undefined) kept.set(comment.id, comment)
    else skipped.push({ sourceId: comment.id, reason: reason ?? 'It has no number of its own.' })
  }
  const parents = new Map(comments.map(({ id, parentId }) => [id ?? 0, parentId]))
  const converted = [...kept].map(([id, comment]) => convert(id, comment, parentOf(id, parents, kept)))
  return { comments: inThreads(converted), skipped }
}

function reasonToSkip(comment: WxrComment, kept: ReadonlyMap<number, WxrComment>): string | undefined {
  if (comment.type === 'pingback' || comment.type === 'trackback')
    return `It is a ${comment.type} of another site, not a comment.`
  if (comment.type !== '' && comment.type !== 'comment') return `It is a “${comment.type}” of a plugin.`
  if (comment.approved === 'spam') return 'It is marked as spam.'
  if (comment.approved === 'trash' || comment.approved === 'post-trashed') return 'It is in the trash.'
  if (comment.id === undefined) return 'It has no number of its own.'
  if (kept.has(comment.id)) return `The number ${comment.id} occurs twice.`
  if (comment.content.trim() === '') return 'It is empty.'
  return undefined
}

/** The nearest ancestor that is kept; the bound ends circles. */
function parentOf(
  id: number,
  parents: ReadonlyMap<number, number>,
  kept: ReadonlyMap<number, WxrComment>,
): number | undefined {
  let parent = parents.get(id) ?? 0
  for (let step = 0; step < 100 && parent !== 0; step++) {
    if (kept.has(parent) && parent !== id) return parent
    parent = parents.get(parent) ?? 0
  }
  return undefined
}

function convert(sourceId: number, comment: WxrComment, parentId: number | undefined): ConvertedComment {
  const authorUrl = parseUrl(comment.url)
  const isWeb = authorUrl?.protocol === 'https:' || authorUrl?.protocol === 'http:'
  return {
    sourceId,
    ...(parentId === undefined ? {} : { parentId }),
    author: comment.author.slice(0, 200),
    ...(isWeb ? { authorUrl: authorUrl.href } : {}),
    email: comment.email,
    html: sanitiseHtml(autoParagraph(comment.content.slice(0, 200_000)), { profile: 'comment' }).trim(),
    ...(comment.date === undefined ? {} : { createdAt: comment.date }),
    status: comment.approved === '1' || comment.approved === 'approve' ? 'approved' : 'pending',
  }
}

function inThreads(comments: ConvertedComment[]): ConvertedComment[] {
  const answers = new Map<number | undefined, ConvertedComment[]>()
  const sorted = comments.toSorted(
    (a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? '') || a.sourceId - b.sourceId,
  )
  for (const comment of sorted) {
    const siblings = answers.get(comment.parentId) ?? []
    siblings.push(comment)
    answers.set(comment.parentId, siblings)
  }
  const ordered: ConvertedComment[] = []
  const queue = [...(answers.get(undefined) ?? [])].reverse()
  for (let next = queue.pop(); next; next = queue.pop()) {
    ordered.push(next)
    queue.push(...(answers.get(next.sourceId) ?? []).toReversed())
  }
  return [...ordered, ...withoutParents(sorted, ordered)]
}

/** Comments that answer each other in a circle stand for themselves. */
function withoutParents(
  all: readonly ConvertedComment[],
  placed: readonly ConvertedComment[],
): ConvertedComment[] {
  const known = new Set(placed)
  return all.filter((comment) => !known.has(comment)).map(({ parentId: _circular, ...comment }) => comment)
}
