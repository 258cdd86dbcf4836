import { and, desc, eq, isNull } from 'drizzle-orm'
import { posts } from '#db/schema/index.ts'
import { NAMED_FILE } from '../assets/file-address.contract.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import { check } from '../core/input.ts'
import { withoutInactive } from '../plugins/plugin-blocks.contract.ts'
import { shippedPlugins } from '../plugins/shipped/index.ts'
import { formsOf } from '../sites/compile-documents.ts'
import { siteOf } from '../sites/compile-site.ts'
import { withSections } from '../sites/expand-sections.contract.ts'
import { PageDocument } from '../sites/page-document.contract.ts'
import { readDocuments, readSite, type SiteContent } from '../sites/site-reader.ts'
import type { MenuItem } from '../sites/snapshot.contract.ts'
import { blank } from '../sites/templates/blank/blank.ts'
import { withPlaceholders } from './details-as-placeholders.ts'
import { MAX_TEMPLATE_POSTS, TemplateContent } from './template-content.contract.ts'

/** What of a website goes into a template. */
export interface TemplateChoices {
  paths?: string[]
  hasPosts: boolean
  hasPlaceholders: boolean
}

const everywhere = new Set(shippedPlugins.map(({ key }) => key))

/** A website as a template, in its own language and as a publish would find it; blocks of an agency's own plugins stay behind. */
export async function templateFromSite(
  ctx: Context,
  siteId: string,
  choices: TemplateChoices,
): Promise<TemplateContent> {
  const site = await readSite(ctx, siteId)
  const postRows = choices.hasPosts ? await selectNewestPosts(ctx, siteId) : []
  const { theme, header, footer, menus, tagline, business } = siteOf(site)
  const pages = await pagesIn(ctx, site, choices.paths)
  const paths = new Set(pages.map(({ path }) => path))
  const isThere = (href: string) => leadsOutOrTo(href, paths, postRows.length > 0)
  const content: TemplateContent = {
    ...{ tagline, theme, pages, features: site.site.features },
    header: withoutInactive(header, everywhere),
    footer: withoutInactive(footer, everywhere),
    menus: { primary: menuOf(menus.primary, isThere), footer: menuOf(menus.footer, isThere) },
    // safe: a tuple of one or more
    forms: (site.forms.length > 0 ? namedForms(site) : blank.forms) as TemplateContent['forms'],
    posts: postRows.map(({ slug, title, excerpt, html, cover }) => ({
      ...{ slug, title, excerpt, html },
      // safe: covers are only written through their contract
      ...(cover && { cover: cover as unknown as NonNullable<TemplateContent['posts'][number]['cover']> }),
    })),
  }
  return checked(choices.hasPlaceholders ? withPlaceholders(content, business) : content)
}

/** Content as it is kept, refused with a sentence where it does not fit. */
// safe: the schema describes the same, told apart by how exactly it takes what is left out
export const checked = (content: unknown) => check(TemplateContent, content) as unknown as TemplateContent

/** Ids of the files a content names. */
export const filesNamedIn = (content: TemplateContent): string[] => [
  ...new Set([...JSON.stringify(content).matchAll(NAMED_FILE)].map(([, id = '']) => id)),
]

const selectNewestPosts = (ctx: Context, siteId: string) =>
  ctx.db
    .select({
      ...{ slug: posts.slug, title: posts.title, excerpt: posts.excerpt },
      ...{ html: posts.contentHtml, cover: posts.cover },
    })
    .from(posts)
    .where(
      and(
        eq(posts.siteId, siteId),
        eq(posts.status, 'published'),
        eq(posts.language, ''),
        isNull(posts.deletedAt),
      ),
    )
    .orderBy(desc(posts.publishedAt), posts.slug)
    .limit(MAX_TEMPLATE_POSTS)

/** The home page first, since that is what a template is looked at by. */
async function pagesIn(
  ctx: Context,
  site: SiteContent,
  wanted: string[] | undefined,
): Promise<TemplateContent['pages']> {
  const own = site.pages.filter(({ language }) => language === '')
  const gone = wanted?.find((path) => own.every((page) => page.path !== path))
  if (gone) throw new DomainError('invalid_input', `There is no published page at “${gone}” any more.`)
  const chosen = wanted ? own.filter(({ path }) => wanted.includes(path)) : own
  if (chosen.length === 0)
    throw new DomainError('invalid_input', 'No page of this website is ready to be published yet.')
  const documents = await readDocuments(
    ctx,
    chosen.map(({ id }) => id),
  )
  return chosen
    .toSorted((one, other) => Number(other.path === '/') - Number(one.path === '/'))
    .map(({ id, path, title, seo }) => ({
      ...{ path, title, seo },
      document: withoutInactive(
        withSections(PageDocument.parse(documents.get(id)), site.sections),
        everywhere,
      ),
    }))
}

function namedForms(site: SiteContent): TemplateContent['forms'][number][] {
  return formsOf(site.forms).map(({ slug, name, form: { fields, submitLabel } }) => ({
    ...{ slug, name, fields, submitLabel },
  }))
}

/** Entries that lead to pages which were left out go with them. */
const menuOf = (items: readonly MenuItem[], isThere: (href: string) => boolean): MenuItem[] =>
  items
    .filter(({ href }) => isThere(href))
    .map(({ children, ...item }) => ({ ...item, ...(children && { children: menuOf(children, isThere) }) }))

function leadsOutOrTo(href: string, paths: ReadonlySet<string>, hasBlog: boolean): boolean {
  if (!href.startsWith('/') || href.startsWith('//')) return true
  const path = href.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1')
  return paths.has(path) || (hasBlog && /^\/blog(?:\/|$)/.test(path))
}
