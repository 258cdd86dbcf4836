import {
  homeOf,
  type PageRoute,
  type PostRoute,
  type RouteDocument,
} from '#workers/sites/snapshot.contract.ts'
import type { PageView, SiteView } from '../blocks/block.ts'
import { pagePath } from '../blocks/pager.tsx'
import { fill, wordsFor } from '../words/words.ts'
import { absoluteUrl, encodePath, pictureUrl } from './addresses.ts'
import { alternatesOf } from './alternates.ts'
import { trailOf } from './breadcrumb-trail.ts'
import type { PageHead } from './head.tsx'
import { articleData, breadcrumbData, graphOf, organizationData, thingData, websiteData } from './json-ld.ts'
import { blogPathOf, type PreparedSite } from './prepared-site.ts'

interface Place {
  origin: string
  page: PageView
  /** ISO 8601 instant of the last change to what is drawn, if known. */
  changedAt?: string | undefined
  /** The path it is known by, where it stands in place of a translation. */
  original?: string | undefined
  /** It is shown where there is no page. */
  isLost?: boolean
}

/** What a route's page says of itself to browsers, search engines and those who share it. */
export function headOf(route: RouteDocument, prepared: PreparedSite, place: Place): PageHead {
  const { site } = prepared
  const { origin, page } = place
  const isHome = page.path === homeOf(site)
  const { canonical, alternates } = addressesOf(place, route.seo.canonical)
  const title = route.seo.title || titleOf(route, site, isHome)
  const image = pictureUrl(route.seo.image ?? (route.kind === 'post' ? route.cover?.src : undefined), origin)
  const logo = absoluteUrl(prepared.logo, origin)
  const trail = isHome ? [] : [breadcrumbData(trailOf(route, page.path, site, origin))]
  const common = {
    title: page.submission ? `${wordsFor(site.locale).formProblem}: ${title}` : title,
    description: route.seo.description || descriptionOf(route, site, isHome),
    ...knownAt(place, { canonical, alternates }),
    image,
    isIndexed: isIndexed(route, place),
  }
  switch (route.kind) {
    case 'page': {
      const home = [
        organizationData(site, { origin, logo }),
        websiteData(site, { origin, hasSearch: prepared.hasSearch }),
      ]
      const things = isHome ? home : [...aboutOf(route, canonical, origin), ...trail]
      return { ...common, ...neighboursOf(route, origin), data: graphOf(things) }
    }
    case 'post': {
      const modifiedAt = modificationOf(route, place.changedAt)
      const article = articleData(route, site, { url: canonical, image, modifiedAt, origin, logo })
      return {
        ...common,
        modifiedAt,
        publishedAt: route.publishedAt,
        feeds: { path: blogPathOf(site), title: site.name },
        data: graphOf([article, ...trail]),
      }
    }
    case 'listing':
      return {
        ...common,
        ...neighbours(route, origin),
        feeds: {
          path: route.basePath,
          title: route.basePath === blogPathOf(site) ? site.name : `${route.title} – ${site.name}`,
        },
        data: graphOf(trail),
      }
  }
}

/** What stands in for a page that is not there, or for one with a form to be put right, is nothing to be found. */
const isIndexed = ({ seo }: RouteDocument, { page, isLost }: Place) =>
  !seo.noindex && !page.submission && !isLost

const knownAt = ({ isLost }: Place, addresses: Pick<PageHead, 'canonical' | 'alternates'>) =>
  isLost ? {} : addresses

/** The address a page is known by, and those it has in other languages; what stands in for a translation is none. */
const addressesOf = ({ origin, page, original }: Place, elsewhere: string | undefined) => ({
  canonical: elsewhere ?? `${origin}${encodePath(original ?? page.path)}`,
  alternates: original === undefined ? alternatesOf(page, origin) : undefined,
})

/** A change on the day of publishing is part of publishing; one before it cannot be told apart from writing. */
const modificationOf = ({ publishedAt }: PostRoute, changedAt = ''): string | undefined =>
  changedAt.slice(0, 10) > publishedAt.slice(0, 10) ? changedAt : undefined

/** Search engines cut what is longer, and the site's name is what is cut. */
const MAX_TITLE = 65

function titleOf(route: RouteDocument, site: SiteView, isHome: boolean): string {
  if (isHome) return [site.name, site.tagline].filter(Boolean).join(' – ')
  const { page = 1 } =
    (route.kind === 'page' ? route.paging : route.kind === 'listing' ? route : undefined) ?? {}
  const part = page > 1 ? `${route.title}, ${fill(wordsFor(site.locale).page, { page })}` : route.title
  const whole = `${part} – ${site.name}`
  return whole.length > MAX_TITLE && part.length > MAX_TITLE / 2 ? part : whole
}

function descriptionOf(route: RouteDocument, site: SiteView, isHome: boolean): string {
  if (route.kind === 'post') return route.excerpt
  if (route.kind === 'listing') return route.description
  return isHome ? site.tagline : ''
}

const aboutOf = ({ about }: PageRoute, url: string, origin: string): object[] =>
  about ? [thingData(about, { url, origin })] : []

const neighboursOf = ({ paging }: PageRoute, origin: string) => paging && neighbours(paging, origin)

function neighbours(
  { page, pages, basePath }: { page: number; pages: number; basePath: string },
  origin: string,
) {
  return {
    previous: page > 1 ? `${origin}${encodePath(pagePath(basePath, page - 1))}` : undefined,
    next: page < pages ? `${origin}${encodePath(pagePath(basePath, page + 1))}` : undefined,
  }
}
