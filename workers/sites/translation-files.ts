import { eq } from 'drizzle-orm'
import { pages, posts } from '#db/schema/index.ts'
import { textOf } from '../content/plain-text.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'
import { slugOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError } from '../core/errors.ts'
import type { Statement } from '../core/statements.ts'
import { withTexts } from './document-texts.contract.ts'
import { saveTexts } from './language-texts.ts'
import { touch } from './languages.ts'
import { keepRevision } from './page-edits.ts'
import { readTranslationCsv, writeTranslationCsv } from './translation-csv.ts'
import { addDrafts } from './translation-drafts.ts'
import {
  type PageTexts,
  type PostTexts,
  readTranslatable,
  SHARED,
  type TranslatableSite,
  type Translated,
} from './translation-units.ts'
import type { translationsApi } from './translations.contract.ts'
import { clientOfSite } from './websites.ts'
import { type ReturnedUnit, readXliff, writeXliff1, writeXliff2 } from './xliff.ts'

type Format = BodyOf<typeof translationsApi.importFile>['format']

const endings: Record<Format, string> = { 'xliff-1.2': 'xlf', 'xliff-2.0': 'xlf', csv: 'csv' }

/** Everything of a site for a translator, with what is translated already. */
export async function exportTranslations(ctx: Context, languageId: string, format: Format) {
  const { language, units, sourceLanguage, siteName } = await readTranslatable(ctx, languageId)
  const languages = { source: sourceLanguage, target: language.code }
  const write = {
    'xliff-1.2': () => writeXliff1(units, languages),
    'xliff-2.0': () => writeXliff2(units, languages),
    csv: () => writeTranslationCsv(units),
  }
  const fileName = `${slugOf(siteName) || 'website'}-${language.code}.${endings[format]}`
  return { fileName, content: write[format]() }
}

type Targets = ReadonlyMap<string, ReturnedUnit>

/** Takes in what a translator filled in. Translations that are missing are begun as drafts; what is left empty stays as it is. */
export async function importTranslations(
  ctx: Context,
  languageId: string,
  { format, content }: BodyOf<typeof translationsApi.importFile>,
) {
  const before = await readTranslatable(ctx, languageId)
  const returned =
    format === 'csv' ? { language: '', units: readTranslationCsv(content) } : readXliff(content)
  const filled = returned.units.filter(({ target }) => target.trim() !== '')
  const byFile = Map.groupBy(filled, ({ file }) => file)
  if (returned.language && returned.language.toLowerCase() !== before.language.code.toLowerCase()) {
    throw new DomainError('invalid_input', `content: This file is a translation into ${returned.language}.`)
  }
  const isNamed = ({ id, translationId }: { id: string; translationId: string | null }, kind: string) =>
    translationId === null && byFile.has(`${kind}-${id}`)
  const wanted = [
    ...before.pages.filter((page) => isNamed(page, 'page')),
    ...before.posts.filter((post) => isNamed(post, 'post')),
  ].map(({ id }) => id)
  if (wanted.length > 0) await addDrafts(ctx, languageId, ['page', 'post'], wanted)
  const site = wanted.length > 0 ? await readTranslatable(ctx, languageId) : before
  return applyUnits(ctx, site, byFile, filled.length)
}

async function applyUnits(
  ctx: Context,
  site: TranslatableSite,
  byFile: ReadonlyMap<string, ReturnedUnit[]>,
  given: number,
) {
  const { language } = site
  const targetsOf = (file: string): Targets =>
    new Map((byFile.get(file) ?? []).map((unit) => [unit.key, unit]))
  const known = new Set(site.units.filter(({ file }) => file === SHARED).map(({ source }) => source))
  const texts = (byFile.get(SHARED) ?? []).filter(({ source }) => known.has(source))
  const changedPages = site.pages.flatMap((page) => pageChange(ctx, page, targetsOf(`page-${page.id}`)))
  const changedPosts = site.posts.flatMap((post) => postChange(ctx, post, targetsOf(`post-${post.id}`)))
  const taken = [...changedPages, ...changedPosts].reduce((sum, { units }) => sum + units, 0) + texts.length
  const [first, ...rest]: Statement[] = [
    touch(ctx, language.siteId),
    ...(texts.length > 0
      ? [
          saveTexts(
            ctx,
            language.id,
            texts.map(({ source, target }) => ({ source, text: target })),
          ),
        ]
      : []),
    ...[...changedPages, ...changedPosts].flatMap(({ statements }) => statements),
    audit(
      ctx,
      'site.translations_imported',
      language.siteId,
      { code: language.code, texts: taken },
      { clientId: clientOfSite(language.siteId) },
    ),
  ]
  if (first) await ctx.db.batch([first, ...rest])
  return {
    pages: changedPages.length,
    posts: changedPosts.length,
    texts: texts.length,
    unknown: given - taken,
  }
}

interface RowChange {
  units: number
  statements: Statement[]
}

/** Whether the translator saw what the original says now. */
const isCurrent = (targets: Targets, sources: ReadonlyMap<string, string>) =>
  [...targets.values()].every(({ key, source }) => sources.get(key) === source)

function pageChange(ctx: Context, page: Translated<PageTexts>, targets: Targets): RowChange[] {
  const { original, translation, translationId, digest } = page
  if (!translation || !translationId || targets.size === 0) return []
  const sources = new Map<string, string>()
  const { title, seo } = heading(original, translation, targets, sources)
  withTexts(original.document, ({ key, text }) => {
    sources.set(`document.${key}`, text)
    return undefined
  })
  const document = withTexts(translation.document, ({ key, isHtml }) => {
    const target = targets.get(`document.${key}`)?.target
    return target !== undefined && isHtml ? sanitiseHtml(target) : target
  })
  const by = { editedBy: ctx.principal.name, editedAt: ctx.now }
  return [
    {
      units: [...targets.keys()].filter((key) => sources.has(key)).length,
      statements: [
        keepRevision(ctx, translationId),
        ctx.db
          .update(pages)
          .set({
            ...{ title, seo: { ...seo }, document: { ...document }, ...by },
            ...(isCurrent(targets, sources) ? { sourceDigest: digest } : {}),
          })
          .where(eq(pages.id, translationId)),
      ],
    },
  ]
}

function postChange(ctx: Context, post: Translated<PostTexts>, targets: Targets): RowChange[] {
  const { original, translation, translationId, digest } = post
  if (!translation || !translationId || targets.size === 0) return []
  const sources = new Map([
    ['excerpt', original.excerpt],
    ['content', original.html],
  ])
  const { title, seo } = heading(original, translation, targets, sources)
  const html = targets.get('content')?.target
  const contentHtml = html === undefined ? translation.html : sanitiseHtml(html)
  const excerpt = targets.get('excerpt')?.target.slice(0, MAX_EXCERPT)
  return [
    {
      units: [...targets.keys()].filter((key) => sources.has(key)).length,
      statements: [
        ctx.db
          .update(posts)
          .set({
            ...{ title, seo: { ...seo }, contentHtml, editedBy: ctx.principal.name, editedAt: ctx.now },
            ...(excerpt === undefined ? {} : { excerpt, hasOwnExcerpt: true }),
            searchText: `${title} ${textOf(contentHtml).slice(0, SEARCHED_CHARACTERS)}`.toLowerCase(),
            ...(isCurrent(targets, sources) ? { sourceDigest: digest } : {}),
          })
          .where(eq(posts.id, translationId)),
      ],
    },
  ]
}

const MAX_TITLE = 200
const MAX_EXCERPT = 1000
const SEARCHED_CHARACTERS = 5000

/** The title and what search engines show, which pages and posts both have. */
function heading(
  original: Pick<PageTexts, 'title' | 'seo'>,
  translation: Pick<PageTexts, 'title' | 'seo'>,
  targets: Targets,
  sources: Map<string, string>,
): Pick<PageTexts, 'title' | 'seo'> {
  sources.set('title', original.title)
  for (const field of ['title', 'description'] as const) {
    if (original.seo[field]) sources.set(`seo.${field}`, original.seo[field])
  }
  const said = (key: string) =>
    targets
      .get(key)
      ?.target.trim()
      .slice(0, key === 'seo.description' ? 400 : MAX_TITLE)
  const [title, seoTitle, description] = [said('title'), said('seo.title'), said('seo.description')]
  return {
    title: title || translation.title,
    seo: {
      ...translation.seo,
      ...(seoTitle ? { title: seoTitle } : {}),
      ...(description ? { description } : {}),
    },
  }
}
