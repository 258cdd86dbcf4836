import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { authors, domains, menus, pages, posts } from '#db/schema/index.ts'
import {
  presentPublished,
  selectCollectionsOfSite,
  selectFirstEntries,
} from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { activePlugins, type PluginState } from '../plugins/plugin-states.ts'
import { projectsOf } from '../plugins/portfolio-projects.ts'
import { MAX_NEWEST } from './block-data.contract.ts'
import type { Canvas } from './canvas.contract.ts'
import { formsOf } from './compile-documents.ts'
import { languagesOf, type Spoken, shareIn } from './compile-languages.ts'
import { cardOf } from './compile-posts.ts'
import { siteOf } from './compile-site.ts'
import { languageNamed } from './language-addresses.ts'
import type { PageDocument } from './page-document.contract.ts'
import { presentSections, selectSections, selectSharedSections } from './sections.ts'
import { partsOf, selectShownForms, selectSite } from './site-reader.ts'
import type { SharedContent } from './site-texts.ts'

/** Enough of a collection for a canvas; a publish takes all of it. */
const MAX_SHOWN = 60

/** What the builder draws a page with: the same as a publish would, as it is at the moment. */
export async function readCanvas(ctx: Context, siteId: string, code?: string): Promise<Canvas> {
  const { db } = ctx
  const [[row], menuRows, formRows, [main], newest, partRows, own, shared, collectionRows, entryRows] =
    await db.batch([
      selectSite(ctx, siteId),
      db.select().from(menus).where(eq(menus.siteId, siteId)),
      selectShownForms(ctx, siteId),
      selectMainHost(ctx, siteId),
      selectNewestPosts(ctx, siteId, code),
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
  const parts = partsOf(partRows, [])
  const sections = presentSections(own, shared)
  const idOf = (kind: string) => partRows.find((part) => part.kind === kind)?.id ?? null
  const spoken = languagesOf(row.site.locale, row.languages)
  const around = inWords(
    {
      ...{ ...row, ...parts, menus: menuRows, forms: formRows, terms: [], blogTitle: '', prefix: '' },
      sections: new Map(sections.map(({ id, document }) => [id, document])),
    },
    spoken.find((language) => language.code === code && language.prefix !== ''),
  )
  return {
    websiteId: siteId,
    origin: main ? ctx.addresses.urlOf(main.host) : '',
    site: siteOf(around),
    parts: { header: idOf('header'), footer: idOf('footer') },
    // safe: documents are checked whenever they are written
    home: (parts.pages[0]?.document ?? { version: 1, root: [], nodes: {} }) as unknown as PageDocument,
    sections,
    forms: formsOf(around.forms),
    languages: spoken.map(({ code: each, name, prefix }) => ({ code: each, name, prefix })),
    posts: newest.map((post) => cardOf(post, around.prefix)),
    ...withPlugins(row.plugins, presentPublished(collectionRows, entryRows)),
    locale: row.site.locale,
  }
}

const selectMainHost = (ctx: Context, siteId: string) =>
  ctx.db
    .select({ host: domains.host })
    .from(domains)
    .where(eq(domains.siteId, siteId))
    .orderBy(asc(domains.isPlatform), asc(domains.id))
    .limit(1)

const selectNewestPosts = (ctx: Context, siteId: string, code: string | undefined) =>
  ctx.db
    .select({
      ...{ slug: posts.slug, title: posts.title, excerpt: posts.excerpt, cover: posts.cover },
      ...{ publishedAt: posts.publishedAt, updatedAt: posts.updatedAt, author: authors.name },
    })
    .from(posts)
    .leftJoin(authors, eq(authors.id, posts.authorId))
    .where(
      and(
        eq(posts.siteId, siteId),
        isNull(posts.deletedAt),
        eq(posts.status, 'published'),
        isIn(siteId, code),
      ),
    )
    .orderBy(desc(posts.isSticky), desc(posts.publishedAt), asc(posts.slug))
    .limit(MAX_NEWEST)

/** What pages share, in the words of a language. Links are not followed on a canvas, so they lead where they always do. */
const inWords = <Content extends SharedContent & { prefix: string }>(
  content: Content,
  spoken: Spoken | undefined,
): Content => (spoken ? { ...shareIn(content, spoken, (href) => href), prefix: spoken.prefix } : content)

/** Posts in a language: the site's own where none is named, or where it is named by its code. */
const isIn = (siteId: string, code: string | undefined) =>
  code === undefined
    ? eq(posts.language, '')
    : sql`${posts.language} = ${languageNamed(sql`${siteId}`, code)}`

/** Collections, and what the website's plugins make of them and bring besides. */
function withPlugins(
  state: PluginState,
  collections: Canvas['collections'],
): Pick<Canvas, 'collections' | 'projects' | 'plugins'> {
  const active = activePlugins(state)
  const blocks = active
    .filter(({ isShipped }) => !isShipped)
    .flatMap(({ key: plugin, manifest }) =>
      manifest.blocks.map(({ key, label, summary, props }) => ({
        ...{ plugin, pluginName: manifest.name, key, label, summary, props },
      })),
    )
  return {
    collections,
    projects: projectsOf(state, collections),
    plugins: { active: active.map(({ key }) => key), blocks },
  }
}
