import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { importItems, pages, terms } from '#db/schema/index.ts'
import { filePath } from '../assets/file-address.contract.ts'
import type { UrlKind } from '../content/safe-url.ts'
import { uniqueSlug } from '../content/slug.contract.ts'
import type { Context } from '../core/context.ts'
import { postPath, termPath } from '../sites/site-addresses.ts'
import type { ImportRow, ItemRow } from './import-rows.ts'
import {
  type Attachment,
  type AttachmentLookup,
  attachmentLookup,
  originalUrls,
} from './wordpress/attachments.ts'
import type { MenuTargets } from './wordpress/menus.ts'
import { pagePaths } from './wordpress/page-paths.ts'

/** Paths the platform answers itself. */
const RESERVED = ['/', '/blog']

/** Where the old site's things are on the new one, as the inventory settled it. */
export interface Lookups {
  attachments: AttachmentLookup
  /** New address of an old one; the same when it leads elsewhere. */
  mapUrl(url: string, kind: UrlKind): string
  /** Path here of a post or page by its number there. */
  pathOf(sourceId: number): string | undefined
  /** The row a source key became. */
  entityOf(sourceKey: string): string | undefined
  outcomeOf(sourceKey: string): ItemRow['outcome'] | undefined
  termIdOf(taxonomy: 'category' | 'tag', slug: string): string | undefined
  menuTargets: MenuTargets
}

const cached = new WeakMap<Context, Promise<Lookups>>()

/** Read once per delivery: a few hundred bytes for each thing the file holds. */
export function readLookups(ctx: Context, row: ImportRow): Promise<Lookups> {
  const reading = cached.get(ctx) ?? buildLookups(ctx, row)
  cached.set(ctx, reading)
  return reading
}

async function buildLookups(ctx: Context, row: ImportRow): Promise<Lookups> {
  const kinds = ['attachment', 'post', 'page', 'category', 'tag', 'term', 'author']
  const [items, pageRows, termRows] = await ctx.db.batch([
    ctx.db
      .select()
      .from(importItems)
      .where(and(eq(importItems.importId, row.id), inArray(importItems.kind, kinds))),
    ctx.db
      .select({ id: pages.id, path: sql<string>`path` })
      .from(pages)
      .where(and(eq(pages.siteId, row.siteId), eq(pages.kind, 'page'), ne(pages.path, '/'))),
    ctx.db
      .select({ id: terms.id, taxonomy: terms.taxonomy, slug: terms.slug })
      .from(terms)
      .where(eq(terms.siteId, row.siteId)),
  ])
  const of = (kind: string) => items.filter((item) => item.kind === kind && item.entityId !== null)
  const paths = new Map([...postPaths(of('post')), ...pathsOfPages(of('page'), pageRows)])
  const files = new Map(of('attachment').map((item) => [item.facts.id as number, item]))
  const attachments = attachmentLookup([...files.values()].map((item) => fileAt(item)))
  const addresses = addressBook(row, items, paths)
  const bySource = new Map(items.map((item) => [item.sourceKey, item]))
  const termIds = new Map(termRows.map(({ id, taxonomy, slug }) => [`${taxonomy}:${slug}`, id]))
  const termOf = new Map(
    items.flatMap((item) =>
      item.facts.sourceId && item.facts.taxonomy
        ? [[`${item.facts.taxonomy}:${item.facts.sourceId}`, item] as const]
        : [],
    ),
  )

  return {
    attachments,
    mapUrl: (url, kind) => addresses(url, kind),
    pathOf: (sourceId) => paths.get(sourceId),
    entityOf: (sourceKey) => bySource.get(sourceKey)?.entityId ?? undefined,
    outcomeOf: (sourceKey) => bySource.get(sourceKey)?.outcome,
    termIdOf: (taxonomy, slug) => termIds.get(`${taxonomy}:${slug}`),
    menuTargets: {
      post: (id) => {
        const href = paths.get(id)
        const title = (bySource.get(`page:${id}`) ?? bySource.get(`post:${id}`))?.title ?? ''
        return href === undefined ? undefined : { href: encodeURI(href), title }
      },
      term: (taxonomy, id) => {
        const found = termOf.get(`${taxonomy === 'post_tag' ? 'tag' : taxonomy}:${id}`)
        if (!found) return undefined
        return {
          href: encodeURI(termPath(String(found.facts.taxonomy), String(found.facts.slug))),
          title: found.title,
        }
      },
      url: (url) => addresses(url, 'link'),
    },
  }
}

/** An attachment whose address is already the one it has here. */
function fileAt({ facts, entityId }: ItemRow): Attachment {
  // safe: the inventory wrote the attachment as facts
  const attachment = facts as unknown as Attachment
  const name = new URL(attachment.url, 'http://x').pathname.split('/').at(-1) ?? 'file'
  return { ...attachment, url: filePath(entityId ?? '', decodeSafely(name)) }
}

const postPaths = (items: ItemRow[]): [number, string][] =>
  items.map(({ facts }) => [Number(facts.sourceId), postPath(String(facts.slug))])

/** Pages stand below their parents; one whose path somebody else's page has gets a number. */
function pathsOfPages(items: ItemRow[], existing: { id: string; path: string }[]): [number, string][] {
  const mine = new Set(items.map(({ entityId }) => entityId))
  const taken = new Set([...RESERVED, ...existing.filter(({ id }) => !mine.has(id)).map(({ path }) => path)])
  const settled = new Map(existing.filter(({ id }) => mine.has(id)).map(({ id, path }) => [id, path]))
  const places = items.map(({ facts }) => ({
    id: Number(facts.sourceId),
    slug: String(facts.slug),
    parentId: Number(facts.parentId),
  }))
  const wanted = pagePaths(places)
  return items.map(({ facts, entityId }) => {
    const path =
      settled.get(entityId ?? '') ?? uniqueSlug(wanted.get(Number(facts.sourceId)) ?? '/page', taken)
    taken.add(path)
    return [Number(facts.sourceId), path]
  })
}

/** Finds the new address of anything the old site linked to. */
function addressBook(row: ImportRow, items: ItemRow[], paths: Map<number, string>) {
  const base = String(row.source?.baseBlogUrl || row.source?.link || '')
  const host = URL.canParse(base) ? new URL(base).host : ''
  const files = fileAddresses(items)
  const texts = textAddresses(items, paths)
  return (url: string, kind: UrlKind): string => {
    const file = originalUrls(url)
      .map((spelling) => files.get(spelling))
      .find(Boolean)
    if (file) return file
    if (kind !== 'link' || !URL.canParse(url) || new URL(url).host !== host) return url
    const { pathname, search, hash } = new URL(url)
    const path = texts.get(pathname + search) ?? texts.get(withSlash(pathname)) ?? texts.get(pathname)
    return path === undefined ? url : encodeURI(path) + hash
  }
}

function fileAddresses(items: ItemRow[]): Map<string, string> {
  const own = items.filter(({ kind, entityId }) => kind === 'attachment' && entityId)
  return new Map(
    own.flatMap((item) =>
      originalUrls(String(item.facts.url)).map((spelling) => [spelling, fileAt(item).url] as const),
    ),
  )
}

function textAddresses(items: ItemRow[], paths: Map<number, string>): Map<string, string> {
  const own = items.filter(({ kind }) => kind === 'post' || kind === 'page')
  return new Map(
    own.flatMap(({ facts }) => {
      const path = paths.get(Number(facts.sourceId))
      const old = pathIn(String(facts.link ?? ''))
      return path !== undefined && old ? [[old, path] as const] : []
    }),
  )
}

const pathIn = (link: string) =>
  URL.canParse(link) ? new URL(link).pathname + new URL(link).search : undefined
const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`)

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
