import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { authors, clients, domains, forms, menus, posts, sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { MAX_NEWEST } from './block-data.contract.ts'
import type { Canvas } from './canvas.contract.ts'
import { cardOf, formsOf, siteOf } from './compile-site.ts'

/** What the builder draws a page with: the same as a publish would, as it is at the moment. */
export async function readCanvas(ctx: Context, siteId: string): Promise<Canvas> {
  const { db } = ctx
  const [[site], menuRows, formRows, [main], newest] = await db.batch([
    db
      .select({ site: sites, business: clients.business, clientName: clients.name })
      .from(sites)
      .innerJoin(clients, eq(clients.id, sites.clientId))
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    db.select().from(menus).where(eq(menus.siteId, siteId)),
    db.select().from(forms).where(eq(forms.siteId, siteId)).orderBy(asc(forms.slug)),
    db
      .select({ host: domains.host })
      .from(domains)
      .where(eq(domains.siteId, siteId))
      .orderBy(asc(domains.isPlatform), asc(domains.id))
      .limit(1),
    db
      .select({
        ...{ slug: posts.slug, title: posts.title, excerpt: posts.excerpt, cover: posts.cover },
        ...{ publishedAt: posts.publishedAt, updatedAt: posts.updatedAt, author: authors.name },
      })
      .from(posts)
      .leftJoin(authors, eq(authors.id, posts.authorId))
      .where(and(eq(posts.siteId, siteId), isNull(posts.deletedAt), eq(posts.status, 'published')))
      .orderBy(desc(posts.isSticky), desc(posts.publishedAt), asc(posts.slug))
      .limit(MAX_NEWEST),
  ])
  if (!site) throw notFound('Website', siteId)
  return {
    websiteId: siteId,
    origin: main ? ctx.addresses.urlOf(main.host) : '',
    site: siteOf({ ...site, menus: menuRows, prefix: '' }),
    forms: formsOf(formRows),
    posts: newest.map((post) => cardOf(post, '')),
  }
}
