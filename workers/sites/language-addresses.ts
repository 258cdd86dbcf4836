import { type SQL, sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import { expect } from '../core/guards.ts'

/** The row's value for the language somebody names by its code; nothing where the site does not speak it. */
export const languageNamed = (siteId: SQL, code: string): SQL<string> => sql`(
  select case when s.locale = ${code} then '' else (select l.code from site_languages l where l.site_id = s.id and l.code = ${code}) end
  from sites s where s.id = ${siteId})`

export const expectLanguage = (ctx: Context, language: SQL, code: string) =>
  expect(
    ctx,
    sql`${language} is not null`,
    '409',
    `language: The website does not speak ${code}. Add it first.`,
  )

const isBelow = (path: string) =>
  sql`(${path} = '/' || lower(l.code) or starts_with(${path}, '/' || lower(l.code) || '/'))`

/** The language whose prefix a path begins with, else the site's own. */
export const languageAt = (siteId: SQL, path: string): SQL<string> =>
  sql`coalesce((select l.code from site_languages l where l.site_id = ${siteId} and ${isBelow(path)}), '')`

/** A path below the prefix of a language. */
export const placed = (language: SQL, path: SQL): SQL<string> =>
  sql`case when ${language} = '' then ${path} when ${path} = '/' then '/' || lower(${language}) else '/' || lower(${language}) || ${path} end`

/** A page stands among those of its own language. */
export const expectPlace = (ctx: Context, pageId: string, path: string) =>
  expect(
    ctx,
    sql`(select p.language = ${languageAt(sql`p.site_id`, path)} from pages p where p.id = ${pageId})`,
    '409',
    'path: A page stands below the address of its own language, and of no other.',
  )

/** What is in a language comes back only to a site that still speaks it. */
export const expectSpoken = (ctx: Context, pageId: string) =>
  expect(
    ctx,
    sql`(select p.language = '' or exists (select from site_languages l where l.site_id = p.site_id and l.code = p.language)
      from pages p where p.id = ${pageId})`,
    '409',
    'The website no longer speaks the language of this page. Add it first.',
  )

export const secondTranslation = (cause: unknown) =>
  new DomainError('conflict', 'language: There is a translation into this language already.', { cause })
