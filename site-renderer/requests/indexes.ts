import { encodePath } from '../render/addresses.ts'
import { element, XML_DECLARATION } from '../words/xml.ts'
import type { SiteRequest } from './asked.ts'
import { type PageReply, text } from './replies.ts'
import type { Snapshot } from './snapshots.ts'

/** https://www.rfc-editor.org/rfc/rfc9309; where the sitemap lies is https://www.sitemaps.org/protocol.html#submit_robots. */
export const answerRobots = ({ origin }: SiteRequest, reply: PageReply): Response =>
  text(`User-agent: *\nDisallow: /_dde/forms/\n\nSitemap: ${origin}/sitemap.xml\n`, 'text/plain', reply)

/** What one sitemap may hold by its own rules (https://www.sitemaps.org/protocol.html). */
const MAX_ENTRIES = 50_000
const MAX_BYTES = 50_000_000
const MAX_ADDRESS = 2047

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
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

  const body = isSplit && !entries ? index(parts, asked.origin) : urlset(entries ?? parts[0]?.entries ?? [])
  return text(body, 'application/xml', reply)
}

interface Part {
  entries: string[]
  bytes: number
  /** The day of the latest change in it. */
  changedOn: string
}

function partsOf({ snapshot, origin }: SiteRequest): Part[] {
  const parts: Part[] = []
  for (const [address, changedOn] of addressesOf(snapshot, origin)) {
    const entry = `<url>${element('loc', address)}${element('lastmod', changedOn)}</url>`
    let part = parts.at(-1)
    // Addresses are written in ASCII, a byte a character.
    if (!part || part.entries.length === MAX_ENTRIES || part.bytes + entry.length > MAX_BYTES) {
      part = { entries: [], bytes: urlset([]).length, changedOn: '' }
      parts.push(part)
    }
    part.entries.push(entry)
    part.bytes += entry.length + 1
    if (changedOn > part.changedOn) part.changedOn = changedOn
  }
  return parts
}

function* addressesOf({ routes }: Snapshot, origin: string): Generator<[address: string, changedOn: string]> {
  for (const [path, route] of Object.entries(routes)) {
    if ('redirect' in route || route.noindex) continue
    const address = origin + encodePath(path)
    if (address.length <= MAX_ADDRESS) yield [address, dayOf(route.changedAt)]
  }
}

const dayOf = (instant = ''): string => /^\d{4}-\d{2}-\d{2}/.exec(instant)?.[0] ?? ''

const urlset = (entries: string[]): string =>
  `${XML_DECLARATION}<urlset ${NAMESPACE}>\n${entries.join('\n')}\n</urlset>\n`

function index(parts: Part[], origin: string): string {
  const entries = parts.map(({ changedOn }, at) => {
    const address = `${origin}/sitemap-${at + 1}.xml`
    return `<sitemap>${element('loc', address)}${element('lastmod', changedOn)}</sitemap>`
  })
  return `${XML_DECLARATION}<sitemapindex ${NAMESPACE}>\n${entries.join('\n')}\n</sitemapindex>\n`
}
