import { sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { textsOf } from './document-texts.contract.ts'
import { type LanguageRow, selectLanguages, sharedContent, siteOfLanguage } from './languages.ts'
import type { PageDocument } from './page-document.contract.ts'
import { sharedTextsOf } from './site-texts.ts'
import { digestOf, originalsWith } from './translation-digests.ts'

/** One text of a page, a post or what pages share, as a translator gets it. */
export interface TranslationUnit {
  /** Names what it is part of: a page, a post, or what pages share. */
  file: string
  /** Names it within that. */
  key: string
  source: string
  target: string
  isHtml: boolean
}

interface Seo {
  title?: string
  description?: string
}
export interface PageTexts {
  title: string
  seo: Seo
  document: PageDocument
}
export interface PostTexts {
  title: string
  excerpt: string
  seo: Seo
  html: string
}
export interface Translated<Texts> {
  id: string
  original: Texts
  digest: string
  translationId: string | null
  translation: Texts | null
}

export interface TranslatableSite {
  language: LanguageRow
  sourceLanguage: string
  siteName: string
  pages: Translated<PageTexts>[]
  posts: Translated<PostTexts>[]
  units: TranslationUnit[]
}

/** Everything of a site that is said, with what is translated of it, in one round trip. */
export async function readTranslatable(ctx: Context, languageId: string): Promise<TranslatableSite> {
  const siteId = siteOfLanguage(languageId)
  const code = sql<string>`(select code from site_languages where id = ${languageId})`
  const ids = { id: sql<string>`o.id`.as('id'), translationId: sql<string | null>`t.id` }
  const [pages, posts, ...shared] = await ctx.db.batch([
    ctx.db
      .select({
        ...ids,
        digest: sql<string>`${digestOf('pages', 'o')}`,
        original: sql<PageTexts>`jsonb_build_object('title', o.title, 'seo', o.seo, 'document', o.document)`,
        translation: sql<PageTexts | null>`case when t.id is not null then jsonb_build_object('title', t.title, 'seo', t.seo, 'document', t.document) end`,
      })
      .from(originalsWith('pages', siteId, code))
      .orderBy(sql`o.id`),
    ctx.db
      .select({
        ...ids,
        digest: sql<string>`${digestOf('posts', 'o')}`,
        original: sql<PostTexts>`jsonb_build_object('title', o.title, 'excerpt', o.excerpt, 'seo', o.seo, 'html', o.content_html)`,
        translation: sql<PostTexts | null>`case when t.id is not null then jsonb_build_object('title', t.title, 'excerpt', t.excerpt, 'seo', t.seo, 'html', t.content_html) end`,
      })
      .from(originalsWith('posts', siteId, code))
      .orderBy(sql`o.id`),
    ...selectLanguages(ctx, siteId),
  ])
  const [[found], rows] = shared
  const language = rows.find(({ id }) => id === languageId)
  if (!language || !found) throw notFound('Language', languageId)
  return {
    ...{ language, pages, posts, sourceLanguage: found.site.locale, siteName: found.site.name },
    units: [
      ...sharedTextsOf(sharedContent(shared)).map(({ source, isHtml }, at) => ({
        ...{ file: SHARED, key: `t${at + 1}`, source, isHtml, target: language.texts[source] ?? '' },
      })),
      ...pages.flatMap((page) => unitsOf(`page-${page.id}`, pageTexts, page)),
      ...posts.flatMap((post) => unitsOf(`post-${post.id}`, postTexts, post)),
    ],
  }
}

export const SHARED = 'shared'

type Said = { key: string; text: string; isHtml: boolean }

function unitsOf<Texts>(
  file: string,
  said: (texts: Texts) => Said[],
  { original, translation }: Translated<Texts>,
): TranslationUnit[] {
  const there = new Map((translation ? said(translation) : []).map(({ key, text }) => [key, text]))
  return said(original).map(({ key, text, isHtml }) => {
    const target = there.get(key) ?? ''
    // A draft begins as a copy: what is still the original's is not translated yet.
    return { file, key, source: text, isHtml, target: target === text ? '' : target }
  })
}

const line = (key: string, text: string | undefined): Said[] => (text ? [{ key, text, isHtml: false }] : [])

const pageTexts = ({ title, seo, document }: PageTexts): Said[] => [
  ...line('title', title),
  ...line('seo.title', seo.title),
  ...line('seo.description', seo.description),
  ...textsOf(document).map(({ key, ...text }) => ({ ...text, key: `document.${key}` })),
]

const postTexts = ({ title, excerpt, seo, html }: PostTexts): Said[] => [
  ...line('title', title),
  ...line('excerpt', excerpt),
  ...line('seo.title', seo.title),
  ...line('seo.description', seo.description),
  ...(html ? [{ key: 'content', text: html, isHtml: true }] : []),
]
