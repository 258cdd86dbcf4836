import type { RouteDocument } from '#workers/sites/snapshot.contract.ts'
import type { PageView, SiteView } from '../blocks/block.ts'
import { BlockTree } from '../blocks/tree.tsx'
import { wellFormed } from '../words/well-formed.ts'
import { fill, wordsFor } from '../words/words.ts'
import type { PageHead } from './head.tsx'
import { articleData, organizationData } from './json-ld.ts'
import { Listing, pagePath } from './listing.tsx'
import { Post } from './post.tsx'
import type { PreparedRoute } from './prepared-route.ts'
import type { PreparedSite } from './prepared-site.ts'
import { type Drawing, renderShell } from './shell.tsx'
import type { Stylesheet } from './stylesheet.ts'

export interface RenderOptions {
  /** Scheme and host that links to the site begin with. */
  origin: string
  page: PageView
  stylesheet: Stylesheet
}

/** A page, post or listing as a whole HTML document. */
export function renderRoute(prepared: PreparedRoute, site: PreparedSite, options: RenderOptions): string {
  return renderShell(draw(prepared, site.site, options), site, options)
}

function draw(prepared: PreparedRoute, site: SiteView, { origin, page }: RenderOptions): Drawing {
  const head = headOf(prepared.route, site, { origin, page })
  switch (prepared.kind) {
    case 'page': {
      const { nodes, types, hasHeading } = prepared.body
      const heading = !hasHeading && <h1 class="hidden">{prepared.route.title}</h1>
      const tree = <BlockTree nodes={nodes} around={{ site, page, data: prepared.route.data }} />
      return { head, pieces: types, main: [heading, tree] }
    }
    case 'post':
      return { head, pieces: ['rich-text', 'post'], main: <Post post={prepared} locale={site.locale} /> }
    case 'listing':
      return {
        head,
        pieces: ['posts', 'listing'],
        main: <Listing listing={prepared.route} locale={site.locale} />,
      }
  }
}

function headOf(
  route: RouteDocument,
  site: SiteView,
  { origin, page }: { origin: string; page: PageView },
): PageHead {
  const canonical = `${origin}${encodePath(page.path)}`
  const title = route.seo.title || titleOf(route, site, page.path)
  const image = absolute(route.seo.image ?? (route.kind === 'post' ? route.cover?.src : undefined), origin)
  const common = {
    title: page.submission ? `${wordsFor(site.locale).formProblem}: ${title}` : title,
    description: route.seo.description || descriptionOf(route, site, page.path),
    canonical,
    image,
    isIndexed: !route.seo.noindex && !page.submission,
  }
  switch (route.kind) {
    case 'page':
      return page.path === '/' ? { ...common, data: organizationData(site, origin) } : common
    case 'post':
      return {
        ...common,
        publishedAt: route.publishedAt,
        data: articleData(route, site, { url: canonical, image }),
      }
    case 'listing':
      return { ...common, ...neighbours(route, origin) }
  }
}

function titleOf(route: RouteDocument, site: SiteView, path: string): string {
  if (path === '/') return [site.name, site.tagline].filter(Boolean).join(' – ')
  const part =
    route.kind === 'listing' && route.page > 1
      ? `${route.title}, ${fill(wordsFor(site.locale).page, { page: route.page })}`
      : route.title
  return `${part} – ${site.name}`
}

function descriptionOf(route: RouteDocument, site: SiteView, path: string): string {
  if (route.kind === 'post') return route.excerpt
  if (route.kind === 'listing') return route.description
  return path === '/' ? site.tagline : ''
}

function neighbours(
  { page, pages, basePath }: { page: number; pages: number; basePath: string },
  origin: string,
) {
  return {
    previous: page > 1 ? `${origin}${encodePath(pagePath(basePath, page - 1))}` : undefined,
    next: page < pages ? `${origin}${encodePath(pagePath(basePath, page + 1))}` : undefined,
  }
}

/** A normalised path as it is written in an address. */
export const encodePath = (path: string): string =>
  wellFormed(path).split('/').map(encodeURIComponent).join('/')

/** The picture's full address; drawings are left out, as places that show shared links cannot draw them. */
function absolute(source: string | undefined, origin: string): string | undefined {
  if (!source || /\.svg(?:$|[?#])/i.test(source) || !URL.canParse(source, origin)) return undefined
  const url = new URL(source, origin)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}
