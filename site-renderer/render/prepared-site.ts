import type { Manifest } from '#workers/sites/snapshot.contract.ts'
import type { SiteView } from '../blocks/block.ts'
import { type PreparedDocument, type PreparedNode, prepareDocument } from '../blocks/prepare.ts'
import { wellFormed } from '../words/well-formed.ts'
import { safeColors, themeStyle } from './theme.ts'

/** Path of the listing whose posts the site's feed carries, in the site's language. */
export const blogPathOf = ({ prefix = '' }: Pick<SiteView, 'prefix'>): string => `${prefix}/blog`

/** What all pages of a snapshot share, read once. */
export interface PreparedSite {
  site: SiteView
  header: PreparedDocument
  footer: PreparedDocument
  style: string
  background: string
  favicon: string
  /** The picture the header shows as the site's name, as it is written there. */
  logo: string | undefined
  hasFeed: boolean
  /** Visitors can search what the site says in this language. */
  hasSearch: boolean
  /** Codes services know the site's owner by. */
  verification: Record<string, string>
}

export function prepareSite({
  site,
  routes,
  settings,
  search = {},
}: Pick<Manifest, 'site' | 'routes' | 'settings' | 'search'>): PreparedSite {
  const { header, footer, ...view } = site
  const preparedHeader = prepareDocument(header)
  const { background } = safeColors(site.theme.colors)
  return {
    site: view,
    header: preparedHeader,
    footer: prepareDocument(footer),
    style: themeStyle(site.theme),
    background,
    favicon: favicon(site.name, safeColors(site.theme.colors)),
    logo: findLogo(preparedHeader.nodes),
    hasFeed: Object.hasOwn(routes, blogPathOf(site)),
    hasSearch: Object.hasOwn(search, site.prefix ?? ''),
    verification: settings?.verification ?? {},
  }
}

function findLogo(nodes: PreparedNode[]): string | undefined {
  for (const { block, props, slots } of nodes) {
    // safe: a navigation's properties have been read by its own schema
    const own = block.type === 'navigation' ? (props.logo as { src: string }).src : ''
    const found = own || findLogo(Object.values(slots).flat())
    if (found) return found
  }
  return undefined
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The site's initial on its brand colour. */
function favicon(name: string, { brand, onBrand }: { brand: string; onBrand: string }): string {
  const initial = ([...name.trim()][0] ?? '').toUpperCase().replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
  const text = `<text x="16" y="23" font-family="system-ui,sans-serif" font-size="20" font-weight="700" text-anchor="middle" fill="${onBrand}">${initial}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${brand}"/>${text}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(wellFormed(svg))}`
}
