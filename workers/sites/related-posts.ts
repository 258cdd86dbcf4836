import type { SiteContent } from './site-reader.ts'

/** How many posts are named below one. */
const RELATED = 3
/** Of a term with very many posts, only those near in time are looked at; the others could not be told apart anyway. */
const NEAR = 60
const WEIGHT = { category: 1, tag: 2 }

/**
 * For each post, by position, the posts most like it: those that share its terms, and the rarer a term the more it says.
 * Of equals the nearest in time stand first. Other parts of the same series are named elsewhere.
 */
export function relatedPosts({ posts, terms, links }: Pick<SiteContent, 'posts' | 'terms' | 'links'>) {
  const positionOf = new Map(posts.map(({ id }, position) => [id, position]))
  const taxonomyOf = new Map(terms.map(({ id, taxonomy }) => [id, taxonomy]))
  const placed = links.flatMap(({ postId, termId }) => {
    const position = positionOf.get(postId)
    const taxonomy = taxonomyOf.get(termId)
    return position === undefined || !taxonomy ? [] : [{ position, termId, taxonomy }]
  })
  const members = new Map(
    [...Map.groupBy(placed, ({ termId }) => termId)].map(([termId, list]) => [
      termId,
      list.map(({ position }) => position).sort((a, b) => a - b),
    ]),
  )
  const termsAt = Map.groupBy(placed, ({ position }) => position)

  return (position: number): number[] => {
    const scores = new Map<number, number>()
    for (const { termId, taxonomy } of termsAt.get(position) ?? []) {
      const all = members.get(termId) ?? []
      const weight = WEIGHT[taxonomy] / Math.log2(all.length + 1)
      for (const other of around(all, position)) scores.set(other, (scores.get(other) ?? 0) + weight)
    }
    const series = posts[position]?.seriesId
    return [...scores]
      .filter(([other]) => other !== position && !(series && posts[other]?.seriesId === series))
      .sort(([a, x], [b, y]) => y - x || Math.abs(a - position) - Math.abs(b - position) || a - b)
      .slice(0, RELATED)
      .map(([other]) => other)
  }
}

function around(positions: number[], position: number): number[] {
  if (positions.length <= 2 * NEAR) return positions
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? 0) < position) low = middle + 1
    else high = middle
  }
  return positions.slice(Math.max(0, low - NEAR), low + NEAR)
}
