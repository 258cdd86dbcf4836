import { homeOf, type RouteDocument } from '#workers/sites/snapshot.contract.ts'
import type { SiteView } from '../blocks/block.ts'
import { findItem } from '../blocks/menu-items.ts'
import { wordsFor } from '../words/words.ts'
import { encodePath } from './addresses.ts'
import type { Crumb } from './json-ld.ts'
import { blogPathOf } from './prepared-site.ts'

interface Step {
  name: string
  path: string
}

/** The way from the home page to what stands at a path. Only what is known to be there is on it. */
export function trailOf(route: RouteDocument, path: string, site: SiteView, origin: string): Crumb[] {
  const steps: Step[] = [
    { name: wordsFor(site.locale).home, path: homeOf(site) },
    ...between(route, path, site),
  ]
  const last = route.kind === 'listing' ? route.basePath : path
  return [...steps, { name: route.title, path: last }].map(({ name, path: at }) => ({
    name,
    url: origin + encodePath(at),
  }))
}

function between(route: RouteDocument, path: string, site: SiteView): Step[] {
  const { menus } = site
  const blogPath = blogPathOf(site)
  const blog = { name: findItem(blogPath, menus.primary)?.label ?? 'Blog', path: blogPath }
  switch (route.kind) {
    case 'page':
      return parentsOf(path, site).flatMap((parent) => {
        const item = findItem(parent, menus.primary)
        return item ? [{ name: item.label, path: parent }] : []
      })
    case 'post':
      return [blog, ...route.categories.slice(0, 1).map(({ label, path: at }) => ({ name: label, path: at }))]
    case 'listing':
      return route.basePath === blogPath ? [] : [blog]
  }
}

/** `/a` and `/a/b` of `/a/b/c`. */
function parentsOf(path: string, { prefix = '' }: SiteView): string[] {
  const parts = path.slice(prefix.length).split('/').slice(1, -1)
  return parts.map((_part, at) => `${prefix}/${parts.slice(0, at + 1).join('/')}`)
}
