import { eq, sql } from 'drizzle-orm'
import { siteLanguages } from '#db/schema/index.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { expectVersion } from '../core/guards.ts'
import type { SharedText } from './languages.contract.ts'
import { findLanguage, type LanguageRow, selectLanguages, sharedContent, touch } from './languages.ts'
import { sharedTextsOf } from './site-texts.ts'
import { clientOfSite } from './websites.ts'

/** What all pages share, each text with its translation. */
export async function listTexts(ctx: Context, languageId: string): Promise<{ items: SharedText[] }> {
  const language = await findLanguage(ctx, languageId)
  return { items: await readTexts(ctx, language) }
}

export async function readTexts(ctx: Context, { siteId, texts }: LanguageRow): Promise<SharedText[]> {
  const content = sharedContent(await ctx.db.batch(selectLanguages(ctx, siteId)))
  return sharedTextsOf(content).map(({ source, ...rest }) => ({ source, text: texts[source] ?? '', ...rest }))
}

export interface TranslatedText {
  source: string
  text: string
}

export async function translateTexts(ctx: Context, languageId: string, texts: TranslatedText[]) {
  const language = await findLanguage(ctx, languageId)
  const shared = await readTexts(ctx, language)
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
