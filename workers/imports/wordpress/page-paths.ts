import { uniqueSlug } from '#workers/content/slug.contract.ts'

export interface PagePlace {
  id: number
  slug: string
  /** 0 at the top. */
  parentId: number
}

/**
 * The path of every page by its number, below the pages it belongs to wherever in the file those stand. A parent that is
 * missing, or a circle of parents, puts a page at the top. Two pages never share a path.
 */
export function pagePaths(pages: Iterable<PagePlace>): Map<number, string> {
  const places = new Map<number, PagePlace>()
  for (const page of pages) if (!places.has(page.id)) places.set(page.id, page)
  const paths = new Map<number, string>()
  const takenBelow = new Map<string, Set<string>>()
  for (const id of places.keys()) {
    for (const place of ancestry(id, places, paths)) {
      const above = place.parentId === place.id ? '' : (paths.get(place.parentId) ?? '')
      const taken = takenBelow.get(above) ?? new Set()
      const slug = uniqueSlug(place.slug, taken)
      takenBelow.set(above, taken.add(slug))
      paths.set(place.id, `${above}/${slug}`)
    }
  }
  return paths
}

/** The page and those above it that have no path yet, the topmost first. */
function ancestry(
  id: number,
  places: ReadonlyMap<number, PagePlace>,
  paths: ReadonlyMap<number, string>,
): PagePlace[] {
  const line = new Map<number, PagePlace>()
  for (let at = places.get(id); at && !paths.has(at.id) && !line.has(at.id); at = places.get(at.parentId))
    line.set(at.id, at)
  return [...line.values()].reverse()
}
