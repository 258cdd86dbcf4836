import * as z from 'zod'
import { endpoint, Id, Nothing } from '../core/endpoint.contract.ts'

/** A language tag in its canonical spelling (https://www.rfc-editor.org/rfc/rfc5646), short enough for an address. */
export const LanguageCode = z
  .string()
  .trim()
  .min(2, 'Choose a language.')
  .max(35, 'A language’s code has at most 35 characters.')
  .transform((code) => canonicalCode(code) ?? '')
  .refine((code) => code !== '', 'This is no language. Write a code like de or pt-BR.')

function canonicalCode(code: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(code)) return undefined
  try {
    return Intl.getCanonicalLocales(code)[0]
  } catch {
    // What is written like a code and is none is told apart by whoever knows them all.
    return undefined
  }
}

const LanguageName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(60, 'A language’s name has at most 60 characters.')
export const LanguageFallback = z
  .enum(['original', 'none'])
  .describe('What stands where a page is not translated: the original, or nothing')
export type LanguageFallback = z.infer<typeof LanguageFallback>

const TranslationCounts = z.object({
  missing: z.int(),
  draft: z.int(),
  published: z.int(),
  outOfDate: z.int().describe('Of the drafts and published ones, those whose original changed since'),
})

export const Language = z.object({
  id: Id.nullable().describe('Null for the website’s own language'),
  code: z.string().describe('BCP 47'),
  name: z.string().describe('What visitors choose it by, in the language itself'),
  prefix: z.string().describe('What addresses in it begin with; empty for the website’s own language'),
  isDefault: z.boolean(),
  isPublic: z.boolean().describe('Whether visitors see it from the next publish on'),
  fallback: LanguageFallback,
  pages: TranslationCounts,
  posts: TranslationCounts,
  texts: z
    .object({ total: z.int(), translated: z.int() })
    .describe('What all pages share: header, footer, menus, forms, categories'),
})
export type Language = z.infer<typeof Language>
export const LanguageList = z.object({ items: z.array(Language) })

export const SharedText = z.object({
  source: z.string().describe('In the website’s own language'),
  text: z.string().describe('In this one; empty where it is not translated'),
  place: z.enum(['site', 'header', 'footer', 'section', 'menu', 'form', 'term', 'business']),
  isHtml: z.boolean(),
})
export type SharedText = z.infer<typeof SharedText>

const MAX_TEXTS = 2000
const Text = z.string().max(20_000)

export const languagesApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/languages',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'The languages of a website, its own first, each with how much is translated.',
    returns: LanguageList,
  }),
  add: endpoint({
    method: 'post',
    path: '/websites/{id}/languages',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Add a language. Visitors do not see it until it is made public.',
    body: z.strictObject({
      code: LanguageCode,
      name: LanguageName.optional().describe('What the language calls itself when left out'),
      isPublic: z.boolean().default(false),
      fallback: LanguageFallback.default('original'),
    }),
    returns: LanguageList,
    fails: ['conflict'],
  }),
  change: endpoint({
    method: 'patch',
    path: '/site-languages/{id}',
    needs: 'sites:write',
    noun: 'Language',
    summary: 'Rename a language, show it to visitors or not, or say what stands in for missing pages.',
    body: z
      .strictObject({
        name: LanguageName.optional(),
        isPublic: z.boolean().optional(),
        fallback: LanguageFallback.optional(),
      })
      .refine((change) => Object.keys(change).length > 0, 'Say what is to change.'),
    returns: LanguageList,
  }),
  remove: endpoint({
    method: 'delete',
    path: '/site-languages/{id}',
    needs: 'sites:write',
    noun: 'Language',
    summary: 'Remove a language with its pages, posts and texts.',
    returns: Nothing,
    status: 204,
  }),
  order: endpoint({
    method: 'put',
    path: '/websites/{id}/language-order',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Put the further languages into an order; those left out come last.',
    body: z.strictObject({ codes: z.array(LanguageCode).max(100) }),
    returns: LanguageList,
  }),
  makeDefault: endpoint({
    method: 'put',
    path: '/websites/{id}/default-language',
    needs: 'sites:write',
    noun: 'Website',
    summary:
      'Make one of a website’s languages its own: its pages move to the root, those of the former one below a prefix, and old addresses lead to the new ones. A language the website does not have yet only renames its own.',
    body: z.strictObject({ code: LanguageCode }),
    returns: LanguageList,
    fails: ['conflict'],
  }),
  texts: endpoint({
    method: 'get',
    path: '/site-languages/{id}/texts',
    needs: 'sites:read',
    noun: 'Language',
    summary: 'What all pages of the website share, beside its translation.',
    returns: z.object({ items: z.array(SharedText) }),
  }),
  translateTexts: endpoint({
    method: 'put',
    path: '/site-languages/{id}/texts',
    needs: 'sites:write',
    noun: 'Language',
    summary: 'Translate texts that all pages share; an empty translation takes one back.',
    body: z.strictObject({
      texts: z
        .array(z.strictObject({ source: Text.min(1), text: Text }))
        .min(1)
        .max(MAX_TEXTS),
    }),
    returns: z.object({ items: z.array(SharedText) }),
  }),
}
