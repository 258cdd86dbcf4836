import { fits } from '#workers/sites/site-settings.contract.ts'
import { encodePath } from '../render/addresses.ts'
import { alternatesAt } from '../render/alternates.ts'
import { element, escapeXml, XML_DECLARATION } from '../words/xml.ts'
import type { SiteRequest } from './asked.ts'
import { indexedTranslations } from './languages.ts'
import { type PageReply, text } from './replies.ts'
import type { Snapshot } from './snapshots.ts'

/** https://www.rfc-editor.org/rfc/rfc9309; where the sitemap lies is https://www.sitemaps.org/protocol.html#submit_robots. */
export function answerRobots({ origin, snapshot }: SiteRequest, reply: PageReply): Response {
  const { robots } = snapshot.settings
  const own = robots ? `${robots}\n\n` : ''
  return text(
    `User-agent: *\nDisallow: /_dde/forms/\n\n${own}Sitemap: ${origin}/sitemap.xml\n`,
    'text/plain',
    reply,
  )
}

/** What the site's owner does not want listed, and the page shown where there is none. */
const isLeftOut = ({ settings }: Snapshot, path: string): boolean =>
  path === settings.notFound || (settings.sitemapExcludes?.some((pattern) => fits(pattern, path)) ?? false)

/** What one sitemap may hold by its own rules (https://www.sitemaps.org/protocol.html). */
const MAX_ENTRIES = 50_000
const MAX_BYTES = 50_000_000
const MAX_ADDRESS = 2047

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
/** How a sitemap says where else a page is, in another language. */
const LINK_NAMESPACE = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
/** At the root, because a sitemap speaks only for what lies beside and below it. */
const PART_PATH = /^\/sitemap-([1-9]\d{0,4})\.xml$/

/**
 * Every page that may be found; redirects and pages that ask not to be are left out. What is too much for one sitemap is
 * split into `/sitemap-1.xml`, `/sitemap-2.xml` and so on, which `/sitemap.xml` then leads to.
 */
export function answerSitemap(asked: SiteRequest, reply: PageReply): Response | undefined {
  const part = PART_PATH.exec(asked.path)?.[1]
  if (!part && asked.path !== '/sitemap.xml') return undefined

  const parts = partsOf(asked)
  const isSplit = parts.length > 1
  const entries = isSplit && part ? parts[Number(part) - 1]?.entries : undefined
  if (part && !entries) return undefined

  const namespaces = namespacesOf(asked)
  const body =
    isSplit && !entries ? index(parts, asked.origin) : urlset(entries ?? parts[0]?.entries ?? [], namespaces)
  return text(body, 'application/xml', reply)
}

interface Part {
  entries: string[]
  bytes: number
  /** The day of the latest change in it. */
  changedOn: string
}

const namespacesOf = ({ snapshot }: SiteRequest): string =>
  snapshot.languages ? `${NAMESPACE} ${LINK_NAMESPACE}` : NAMESPACE

function partsOf(asked: SiteRequest): Part[] {
  const parts: Part[] = []
  const empty = urlset([], namespacesOf(asked)).length
  for (const [address, changedOn, links] of addressesOf(asked.snapshot, asked.origin)) {
    const entry = `<url>${element('loc', address)}${element('lastmod', changedOn)}${links}</url>`
    let part = parts.at(-1)
    // Addresses are written in ASCII, a byte a character.
    if (!part || part.entries.length === MAX_ENTRIES || part.bytes + entry.length > MAX_BYTES) {
      part = { entries: [], bytes: empty, changedOn: '' }
      parts.push(part)
    }
    part.entries.push(entry)
    part.bytes += entry.length + 1
    if (changedOn > part.changedOn) part.changedOn = changedOn
  }
  return parts
}

type Entry = [address: string, changedOn: string, links: string]

function* addressesOf(snapshot: Snapshot, origin: string): Generator<Entry> {
  for (const [path, route] of Object.entries(snapshot.routes)) {
    if ('redirect' in route || route.noindex || isLeftOut(snapshot, path) || route.original) continue
    const address = origin + encodePath(path)
    if (address.length <= MAX_ADDRESS) {
      yield [address, dayOf(route.changedAt), linksTo(indexedTranslations(snapshot, path), origin)]
    }
  }
}

const linksTo = (translations: Record<string, string>, origin: string): string =>
  (alternatesAt(translations, origin) ?? [])
    .map(
      ({ code, url }) =>
        `<xhtml:link rel="alternate" hreflang="${escapeXml(code)}" href="${escapeXml(url)}"/>`,
    )
    .join('')

const dayOf = (instant = ''): string => /^\d{4}-\d{2}-\d{2}/.exec(instant)?.[0] ?? ''

const urlset = (entries: string[], namespaces: string): string =>
  `${XML_DECLARATION}<urlset ${namespaces}>\n${entries.join('\n')}\n</urlset>\n`

function index(parts: Part[], origin: string): string {
  const entries = parts.map(({ changedOn }, at) => {
    const address = `${origin}/sitemap-${at + 1}.xml`
    return `<sitemap>${element('loc', address)}${element('lastmod', changedOn)}</sitemap>`
  })
  return `${XML_DECLARATION}<sitemapindex ${NAMESPACE}>\n${entries.join('\n')}\n</sitemapindex>\n`
}
