import { and, eq, isNull, sql } from 'drizzle-orm'
import { pages } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { textsOf, withTexts } from './document-texts.contract.ts'
import { expectLanguage, languageNamed, placed } from './language-addresses.ts'
import type { PageDocument } from './page-document.contract.ts'
import { keepRevision } from './page-edits.ts'
import { type PageDetail, PagePath } from './pages.contract.ts'
import { clientOfPage, isThere, touchSite, writePage } from './pages.ts'
import { prefixOf } from './site-addresses.ts'
import { digestOf } from './translation-digests.ts'
import type { translationsApi } from './translations.contract.ts'
import { digestOfOriginal, expectTranslation } from './translations.ts'

/** A draft that is a copy of the original, with the same block ids, so that each text is found beside its original. */
export async function translatePage(
  ctx: Context,
  sourceId: string,
  { language, title, path }: BodyOf<typeof translationsApi.translatePage>,
): Promise<PageDetail> {
  const id = newId()
  const clientId = clientOfPage(sourceId)
  const code = languageNamed(sql`(select site_id from pages where id = ${sourceId})`, language)
  const statements: Statement[] = [
    expectVersion(ctx, pages, sourceId, undefined, and(isNull(pages.deletedAt), eq(pages.kind, 'page'))),
    expectLanguage(ctx, code, language),
    copyPage(ctx, { id, sourceId, language, code, title, path: path && pathWithin(path, language) }),
    touchSite(ctx, id),
    audit(ctx, 'page.translated', id, { language }, { clientId }),
  ]
  return writePage(ctx, id, path, statements)
}

interface Copy {
  id: string
  sourceId: string
  language: string
  code: ReturnType<typeof languageNamed>
  title: string | undefined
  path: string | undefined
}

/** The path someone asked for, whether or not they wrote the language's prefix. */
function pathWithin(path: string, language: string): string {
  const prefix = prefixOf(language)
  const whole = `/${path.replace(/^\/+/, '')}`
  const rest = whole === prefix || whole.startsWith(`${prefix}/`) ? whole.slice(prefix.length) : whole
  const parsed = PagePath.safeParse(rest || '/')
  if (parsed.success) return parsed.data
  throw new DomainError('invalid_input', `path: ${parsed.error.issues[0]?.message ?? 'This is no address.'}`)
}

function copyPage(ctx: Context, { id, sourceId, code, title, path }: Copy) {
  return ctx.db.execute(sql`
    insert into pages (id, client_id, site_id, language, translation_of, source_digest, path, title, seo, document, section_ids, position, edited_by, edited_at)
    select ${id}::uuid, o.client_id, o.site_id, n.language, o.id, ${digestOf('pages', 'o')},
      ${placed(sql`n.language`, sql`coalesce(${path ?? null}, ${withoutPrefix})`)},
      coalesce(${title ?? null}, o.title), o.seo, o.document, o.section_ids, o.position, ${ctx.principal.name}, ${ctx.now.toISOString()}::timestamptz
    from pages s join pages o on o.id = coalesce(s.translation_of, s.id), lateral (select ${code} as language) n
    where s.id = ${sourceId}`)
}

/** The original's path below its own language's prefix. */
export const withoutPrefix = sql`case when o.language = '' then o.path
  when length(o.path) = length(o.language) + 1 then '/' else substr(o.path, length(o.language) + 2) end`

/** The original's blocks with the translation's texts where it has them. */
export async function followOriginal(ctx: Context, id: string): Promise<PageDetail> {
  const [row] = await ctx.db
    .select({
      version: pages.version,
      own: pages.document,
      original: sql<PageDocument | null>`(
        select o.document from pages t join pages o on o.id = t.translation_of and o.deleted_at is null where t.id = ${id})`,
    })
    .from(pages)
    .where(isThere(id))
  if (!row) throw notFound('Page', id)
  const translated = new Map(
    // safe: documents are checked whenever they are written
    textsOf(row.own as unknown as PageDocument).map(({ key, text }) => [key, text]),
  )
  const document = row.original && withTexts(row.original, ({ key }) => translated.get(key))
  return writePage(ctx, id, undefined, [
    expectVersion(ctx, pages, id, row.version, isNull(pages.deletedAt)),
    expectTranslation(ctx, 'pages', id),
    keepRevision(ctx, id),
    ctx.db
      .update(pages)
      .set({
        document: { ...document },
        editedBy: ctx.principal.name,
        editedAt: ctx.now,
        sourceDigest: digestOfOriginal('pages', id),
      })
      .where(eq(pages.id, id)),
    touchSite(ctx, id),
    audit(ctx, 'page.followed_original', id, {}, { clientId: clientOfPage(id) }),
  ])
}
