import type { ListingRoute } from '#workers/sites/snapshot.contract.ts'
import { BLOG_PATH } from '../render/prepared-site.ts'
import { encodePath } from '../render/render-route.tsx'
import { wellFormed } from '../words/well-formed.ts'
import type { Deps, SiteRequest } from './asked.ts'
import { text } from './replies.ts'
import { findRoute } from './snapshots.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
/** The most a sitemap may hold by its own rules. */
const MAX_SITEMAP_ENTRIES = 50_000

export const answerRobots = ({ origin }: SiteRequest): Response =>
  text(`User-agent: *\nDisallow: /_dde/forms/\n\nSitemap: ${origin}/sitemap.xml\n`, 'text/plain')

/** Every page that may be found; redirects and pages that ask not to be are left out. */
export function answerSitemap({ snapshot, origin }: SiteRequest): Response {
  const entries = Object.entries(snapshot.routes)
    .flatMap(([path, route]) =>
      'redirect' in route || route.noindex ? [] : [{ path, changed: route.changedAt }],
    )
    .slice(0, MAX_SITEMAP_ENTRIES)
    .map(({ path, changed }) => {
      const day = changed ? `<lastmod>${escapeXml(changed.slice(0, 10))}</lastmod>` : ''
      return `<url><loc>${escapeXml(origin + encodePath(path))}</loc>${day}</url>`
    })
  const body = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
  return text(DECLARATION + body, 'application/xml')
}

/** The blog's newest posts as an Atom feed; a site without a blog has none. */
export async function answerFeed(asked: SiteRequest, deps: Deps): Promise<Response | undefined> {
  const route = findRoute(asked.snapshot, BLOG_PATH)
  if (!route || 'redirect' in route) return undefined
  const prepared = await deps.snapshots.findDocument(asked.snapshot, route)
  if (prepared?.kind !== 'listing') return undefined
  return text(DECLARATION + atom(prepared.route, asked), 'application/atom+xml')
}

const NEVER = '1970-01-01T00:00:00Z'

function atom({ posts }: ListingRoute, { snapshot, origin }: SiteRequest): string {
  const { site } = snapshot.prepared
  const entries = posts.map((post) => {
    const url = escapeXml(origin + encodePath(post.path))
    return [
      '<entry>',
      `<id>${url}</id>`,
      `<title>${escapeXml(post.title)}</title>`,
      `<link href="${url}"/>`,
      `<updated>${escapeXml(post.publishedAt)}</updated>`,
      `<author><name>${escapeXml(post.author ?? site.name)}</name></author>`,
      `<summary>${escapeXml(post.excerpt)}</summary>`,
      '</entry>',
    ].join('')
  })
  return [
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.locale)}">`,
    `<id>${escapeXml(origin)}/feed.xml</id>`,
    `<title>${escapeXml(site.name)}</title>`,
    `<subtitle>${escapeXml(site.tagline)}</subtitle>`,
    `<link rel="self" href="${escapeXml(origin)}/feed.xml"/>`,
    `<link href="${escapeXml(origin)}/"/>`,
    `<updated>${escapeXml(posts[0]?.publishedAt ?? NEVER)}</updated>`,
    ...entries,
    '</feed>\n',
  ].join('\n')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as XML carries it; control characters, which XML has no spelling for, are left out. */
const escapeXml = (value: string): string =>
  wellFormed(value)
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
