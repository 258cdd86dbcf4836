import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { authors, clients, domains, forms, menus, pages, posts, sites } from '#db/schema/index.ts'
import { isOpen } from '../collections/entry-forms.ts'
import {
  presentPublished,
  selectCollectionsOfSite,
  selectFirstEntries,
} from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { MAX_NEWEST } from './block-data.contract.ts'
import type { Canvas } from './canvas.contract.ts'
import { cardOf } from './compile-posts.ts'
import { formsOf, siteOf } from './compile-site.ts'
import type { PageDocument } from './page-document.contract.ts'
import { presentSections, selectSections, selectSharedSections } from './sections.ts'
import { partsOf } from './site-reader.ts'

/** Enough of a collection for a canvas; a publish takes all of it. */
const MAX_SHOWN = 60

/** What the builder draws a page with: the same as a publish would, as it is at the moment. */
export async function readCanvas(ctx: Context, siteId: string): Promise<Canvas> {
  const { db } = ctx
  const [[row], menuRows, formRows, [main], newest, partRows, own, shared, collectionRows, entryRows] =
    await db.batch([
      db
        .select({ site: sites, business: clients.business, clientName: clients.name })
        .from(sites)
        .innerJoin(clients, eq(clients.id, sites.clientId))
        .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
      db.select().from(menus).where(eq(menus.siteId, siteId)),
      db
        .select()
        .from(forms)
        .where(and(eq(forms.siteId, siteId), isOpen))
        .orderBy(asc(forms.slug)),
      db
        .select({ host: domains.host })
        .from(domains)
        .where(eq(domains.siteId, siteId))
        .orderBy(asc(domains.isPlatform), asc(domains.id))
        .limit(1),
      selectNewestPosts(ctx, siteId),
      db
        .select()
        .from(pages)
        .where(
          and(
            eq(pages.siteId, siteId),
            isNull(pages.deletedAt),
            or(inArray(pages.kind, ['header', 'footer']), eq(pages.path, '/')),
          ),
        ),
      selectSections(ctx, siteId),
      selectSharedSections(ctx),
      selectCollectionsOfSite(ctx, siteId),
      selectFirstEntries(ctx, siteId, MAX_SHOWN),
    ])
  if (!row) throw notFound('Website', siteId)
  const {
    header,
    footer,
    pages: [home],
  } = partsOf(partRows, [])
  const sections = presentSections(own, shared)
  const idOf = (kind: string) => partRows.find((part) => part.kind === kind)?.id ?? null
  return {
    websiteId: siteId,
    origin: main ? ctx.addresses.urlOf(main.host) : '',
    site: siteOf({
      ...{ ...row, header, footer, menus: menuRows, prefix: '' },
      sections: new Map(sections.map(({ id, document }) => [id, document])),
    }),
    parts: { header: idOf('header'), footer: idOf('footer') },
    // safe: documents are checked whenever they are written
    home: (home?.document ?? { version: 1, root: [], nodes: {} }) as unknown as PageDocument,
    sections,
    forms: formsOf(formRows),
    posts: newest.map((post) => cardOf(post, '')),
    collections: presentPublished(collectionRows, entryRows),
    locale: row.site.locale,
  }
}

const selectNewestPosts = (ctx: Context, siteId: string) =>
  ctx.db
    .select({
      ...{ slug: posts.slug, title: posts.title, excerpt: posts.excerpt, cover: posts.cover },
      ...{ publishedAt: posts.publishedAt, updatedAt: posts.updatedAt, author: authors.name },
    })
    .from(posts)
    .leftJoin(authors, eq(authors.id, posts.authorId))
    .where(and(eq(posts.siteId, siteId), isNull(posts.deletedAt), eq(posts.status, 'published')))
    .orderBy(desc(posts.isSticky), desc(posts.publishedAt), asc(posts.slug))
    .limit(MAX_NEWEST)
