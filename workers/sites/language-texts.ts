import { eq, sql } from 'drizzle-orm'
import { siteLanguages } from '#db/schema/index.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import type { SharedText } from './languages.contract.ts'
import { type LanguageRow, selectLanguages, sharedContent, siteOfLanguage, touch } from './languages.ts'
import { sharedTextsOf } from './site-texts.ts'
import { clientOfSite } from './websites.ts'

/** What all pages share, each text with its translation. */
export async function listTexts(ctx: Context, languageId: string): Promise<{ items: SharedText[] }> {
  const { items } = await readTexts(ctx, languageId)
  return { items }
}

/** A language and its texts, in one round trip. */
export async function readTexts(
  ctx: Context,
  languageId: string,
): Promise<{ language: LanguageRow; items: SharedText[] }> {
  const read = await ctx.db.batch(selectLanguages(ctx, siteOfLanguage(languageId)))
  const language = read[1].find(({ id }) => id === languageId)
  if (!language) throw notFound('Language', languageId)
  const items = sharedTextsOf(sharedContent(read)).map(({ source, ...rest }) => ({
    ...{ source, text: language.texts[source] ?? '', ...rest },
  }))
  return { language, items }
}

export interface TranslatedText {
  source: string
  text: string
}

export async function translateTexts(ctx: Context, languageId: string, texts: TranslatedText[]) {
  const { language, items: shared } = await readTexts(ctx, languageId)
  const htmlSources = new Set(shared.filter(({ isHtml }) => isHtml).map(({ source }) => source))
  const safe = texts.map(({ source, text }) => ({
    source,
    text: htmlSources.has(source) ? sanitiseHtml(text) : text.trim(),
  }))
  await ctx.db.batch([
    expectVersion(ctx, siteLanguages, languageId, undefined),
    saveTexts(ctx, languageId, safe),
    touch(ctx, language.siteId),
    audit(
      ctx,
      'site.texts_translated',
      language.siteId,
      { code: language.code, texts: texts.length },
      { clientId: clientOfSite(language.siteId) },
    ),
  ])
  const said = new Map(safe.map(({ source, text }) => [source, text]))
  return { items: shared.map((item) => ({ ...item, text: said.get(item.source) ?? item.text })) }
}

/** Adds to what is there, so that two people translating at once lose nothing; an empty text takes one away. */
export function saveTexts(ctx: Context, languageId: string, texts: TranslatedText[]) {
  const kept = Object.fromEntries(
    texts.filter(({ text }) => text !== '').map(({ source, text }) => [source, text]),
  )
  const gone = texts.filter(({ text }) => text === '').map(({ source }) => source)
  return ctx.db
    .update(siteLanguages)
    .set({
      texts: sql`(${siteLanguages.texts} - ${sql.param(gone)}::text[]) || ${JSON.stringify(kept)}::jsonb`,
    })
    .where(eq(siteLanguages.id, languageId))
}
