import type { PublishedCollection } from '../collections/published-entries.contract.ts'
import { readPublished } from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { contentIn, type SpokenSite, shareIn, spokenLanguages } from './compile-languages.ts'
import { listingsOf } from './compile-listings.ts'
import { routesOf } from './compile-pages.ts'
import { withSections } from './expand-sections.contract.ts'
import { leadLinks } from './linked-translations.ts'
import type { MenuPlace } from './menus.contract.ts'
import { menuAt } from './menus.ts'
import { PageDocument } from './page-document.contract.ts'
import { postPath, termPath } from './site-addresses.ts'
import { type PostEntry, readBodies, readSite, type SiteContent } from './site-reader.ts'
import type {
  Comment,
  FormDefinition,
  MenuItem,
  Picture,
  PostCard,
  PostRoute,
  Redirect,
  Seo,
  SnapshotLanguage,
  SnapshotSite,
  Theme,
} from './snapshot.contract.ts'
import {
  createSnapshotWriter,
  type SnapshotWriter,
  type SpokenLanguages,
  type WrittenSnapshot,
} from './snapshot-writer.ts'

/** Posts whose bodies are held in memory at a time. */
const POSTS_PER_READ = 100

/** What else goes into a snapshot, or stays out of it. */
export type Adjust = (content: SiteContent) => Promise<SiteContent>

/** Compiles what is ready to be seen of a site into a snapshot. Doing it twice over the same rows writes the same bytes. */
export async function compileSite(
  ctx: Context,
  siteId: string,
  adjust: Adjust = async (content) => content,
): Promise<WrittenSnapshot> {
  const site = await adjust(await readSite(ctx, siteId))
  const spoken = spokenLanguages(site)
  const published = await readPublished(ctx, site.collections)
  const writer = createSnapshotWriter(ctx.ports.snapshots, siteId)
  for (const language of spoken.languages) {
    await compileLanguage(ctx, contentIn(site, language, spoken.translations), published, writer)
  }
  return writer.finish(siteOf(site), redirectsOf(site), describeLanguages(site, spoken))
}

/** What a site says in one of its languages. Entries have but one, written out as the language writes dates and prices. */
async function compileLanguage(
  ctx: Context,
  content: SiteContent,
  collections: PublishedCollection[],
  writer: SnapshotWriter,
): Promise<void> {
  const cards = content.posts.map((post) => cardOf(post, content.prefix))
  const sources = { forms: formsOf(content.forms), posts: cards, collections, locale: content.site.locale }
  const termsOf = termsByPost(content)

  for (const page of content.pages) {
    const document = PageDocument.parse(page.document)
    for (const [path, route, changedAt] of routesOf({ ...page, document }, sources))
      await writer.add(path, route, changedAt)
  }
  for (let at = 0; at < content.posts.length; at += POSTS_PER_READ) {
    const slice = await readPosts(ctx, content, termsOf, at)
    for (const [path, route, changedAt] of slice) await writer.add(path, route, changedAt)
  }
  for (const [path, listing] of listingsOf(content, cards)) await writer.add(path, listing)
}

type CardSource = Pick<PostEntry, 'slug' | 'title' | 'excerpt' | 'publishedAt' | 'author' | 'cover'>

/** What a list of posts shows of one. */
export function cardOf(post: CardSource, prefix: string): PostCard {
  // safe: covers are written from assets and templates only
  const cover = post.cover as unknown as Picture | null
  return {
    title: post.title,
    path: postPath(post.slug, prefix),
    excerpt: post.excerpt,
    publishedAt: (post.publishedAt ?? new Date(0)).toISOString(),
    ...(post.author ? { author: post.author } : {}),
    ...(cover ? { cover } : {}),
  }
}

async function readPosts(
  ctx: Context,
  content: SiteContent,
  termsOf: TermsOf,
  at: number,
): Promise<[path: string, route: PostRoute, changedAt: Date][]> {
  const slice = content.posts.slice(at, at + POSTS_PER_READ)
  const { bodies, comments } = await readBodies(
    ctx,
    slice.map(({ id }) => id),
  )
  const bodyOf = new Map(bodies.map((body) => [body.id, body]))
  const commentsOf = Map.groupBy(comments, ({ postId }) => postId)

  return slice.map((post, index) => {
    const card = cardOf(post, content.prefix)
    const newer = content.posts[at + index - 1]
    const older = content.posts[at + index + 1]
    const body = bodyOf.get(post.id)
    return [
      card.path,
      {
        ...card,
        kind: 'post',
        seo: (body?.seo ?? {}) as Seo,
        html: content.leadLinks(body?.html ?? ''),
        categories: termsOf(post.id, 'category'),
        tags: termsOf(post.id, 'tag'),
        comments: commentsAs(commentsOf.get(post.id) ?? []),
        ...(older ? { previous: { label: older.title, path: postPath(older.slug, content.prefix) } } : {}),
        ...(newer ? { next: { label: newer.title, path: postPath(newer.slug, content.prefix) } } : {}),
      },
      post.updatedAt,
    ]
  })
}

/** Comments by their place, so that copies of a site have the same snapshot. */
function commentsAs(rows: Awaited<ReturnType<typeof readBodies>>['comments']): Comment[] {
  const placeOf = new Map(rows.map(({ id }, place) => [id, String(place + 1)]))
  return rows.map(({ id, parentId, authorName, contentHtml, writtenAt }) => {
    const parent = parentId === null ? undefined : placeOf.get(parentId)
    return {
      id: placeOf.get(id) ?? '',
      ...(parent ? { parentId: parent } : {}),
      author: authorName,
      html: contentHtml,
      createdAt: writtenAt.toISOString(),
    }
  })
}

type TermsOf = ReturnType<typeof termsByPost>

function termsByPost({ terms, links, prefix }: SiteContent) {
  const termById = new Map(terms.map((term) => [term.id, term]))
  const linksByPost = Map.groupBy(links, ({ postId }) => postId)
  return (postId: string, taxonomy: 'category' | 'tag') =>
    (linksByPost.get(postId) ?? []).flatMap(({ termId }) => {
      const term = termById.get(termId)
      return term?.taxonomy === taxonomy
        ? [{ label: term.name, path: termPath(taxonomy, term.slug, prefix) }]
        : []
    })
}

/** A site's forms as blocks draw them. */
export const formsOf = (rows: SiteContent['forms']) =>
  rows.map(({ slug, name, fields, submitLabel }) => ({
    ...{ slug, name },
    // safe: forms are only written through their contract
    form: { id: slug, fields, submitLabel } as FormDefinition,
  }))

type WhatPagesShare = Pick<
  SiteContent,
  'site' | 'business' | 'clientName' | 'menus' | 'prefix' | 'header' | 'footer' | 'sections'
>

/** What every page of a site shares. */
export function siteOf({
  site,
  business,
  clientName,
  menus,
  prefix,
  header,
  footer,
  sections,
}: WhatPagesShare): SnapshotSite {
  // safe: menus are only written from templates and imports, which are typed
  const menu = (place: MenuPlace) => (menuAt(place, site.menuChoices, menus)?.items ?? []) as MenuItem[]
  const { email, phone, address, hours } = business
  return {
    name: site.name,
    tagline: site.tagline,
    locale: site.locale,
    ...(prefix ? { prefix } : {}),
    // safe: themes are only written through their contract
    theme: site.theme as unknown as Theme,
    header: withSections(header, sections),
    footer: withSections(footer, sections),
    menus: { primary: menu('primary'), footer: menu('footer') },
    business: {
      name: clientName,
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
      ...(address ? { address } : {}),
      ...(hours ? { hours } : {}),
    },
  }
}

/** What a snapshot says of its languages; nothing where there is but one. */
function describeLanguages(
  content: SiteContent,
  { languages, translations }: SpokenSite,
): SpokenLanguages | undefined {
  if (languages.length < 2) return undefined
  return {
    languages: languages.map((spoken): SnapshotLanguage => {
      const { code, name, prefix } = spoken
      if (prefix === '') return { code, name, prefix }
      const shared = shareIn(content, spoken, leadLinks(spoken, translations))
      const { theme: _theme, ...site } = siteOf({ ...shared, prefix })
      return { code, name, prefix, site }
    }),
    translations: translations.groups,
    fallbacks: languages.flatMap((spoken) => translations.fallbacksOf(spoken)),
  }
}

function redirectsOf({ redirects }: SiteContent): Record<string, Redirect> {
  return Object.fromEntries(
    redirects.map(({ fromPath, toPath, status }) => [
      fromPath,
      { redirect: toPath, status: status === 302 ? 302 : 301 },
    ]),
  )
}
