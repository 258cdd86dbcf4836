import * as z from 'zod'
import { Post } from '../cms/posts.contract.ts'
import { endpoint, Id, PageQuery, page } from '../core/endpoint.contract.ts'
import { LanguageCode } from './languages.contract.ts'
import { PageDetail } from './pages.contract.ts'

export const TranslationState = z
  .enum(['missing', 'draft', 'published', 'out_of_date'])
  .describe('Out of date: the original changed since')
export type TranslationState = z.infer<typeof TranslationState>

/** A page or a post in one of the website's languages. */
export const Translation = z.object({
  code: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  isOriginal: z.boolean(),
  state: TranslationState,
  id: Id.nullable().describe('Null where it is missing'),
  title: z.string(),
})
export type Translation = z.infer<typeof Translation>
const Translations = z.object({ items: z.array(Translation) })

/** An original, and how far its translation into one language is. */
export const TranslatedItem = z.object({
  kind: z.enum(['page', 'post']),
  id: Id.describe('Of the original'),
  title: z.string(),
  path: z.string().describe('Of the original'),
  state: TranslationState,
  translationId: Id.nullable(),
  translatedTitle: z.string(),
})
export type TranslatedItem = z.infer<typeof TranslatedItem>

const NewTranslation = z.strictObject({
  language: LanguageCode,
  title: z.string().trim().min(1).max(200).optional().describe('The original’s when left out'),
})

export const TranslationFormat = z.enum(['xliff-1.2', 'xliff-2.0', 'csv'])
const MAX_FILE_CHARACTERS = 5_000_000

export const translationsApi = {
  exportFile: endpoint({
    method: 'get',
    path: '/site-languages/{id}/file',
    needs: 'sites:read',
    noun: 'Language',
    summary:
      'Everything there is to translate into a language, with what is translated already, for translators.',
    query: z.strictObject({ format: TranslationFormat.default('xliff-1.2') }),
    returns: z.object({ fileName: z.string(), content: z.string() }),
  }),
  importFile: endpoint({
    method: 'post',
    path: '/site-languages/{id}/file',
    needs: 'sites:write',
    noun: 'Language',
    summary:
      'Take in a file translators filled in. Translations that are missing are begun as drafts; what is empty stays as it is.',
    body: z.strictObject({
      format: TranslationFormat,
      content: z
        .string()
        .min(1, 'The file is empty.')
        .max(MAX_FILE_CHARACTERS, 'The file is larger than 5 MB.'),
    }),
    returns: z.object({
      pages: z.int(),
      posts: z.int(),
      texts: z.int(),
      unknown: z.int().describe('Texts of the file that stand nowhere any more'),
    }),
    status: 200,
  }),

  list: endpoint({
    method: 'get',
    path: '/site-languages/{id}/translations',
    needs: 'sites:read',
    noun: 'Language',
    summary: 'Pages or posts of a website, and how far they are translated into a language.',
    query: PageQuery.extend({
      kind: z.enum(['page', 'post']).default('page'),
      state: TranslationState.optional(),
      search: z.string().trim().max(100).optional(),
    }),
    returns: page(TranslatedItem),
  }),
  addDrafts: endpoint({
    method: 'post',
    path: '/site-languages/{id}/drafts',
    needs: 'sites:write',
    noun: 'Language',
    summary: 'Begin every translation that is missing, each as a draft that is a copy of its original.',
    body: z.strictObject({
      kinds: z
        .array(z.enum(['page', 'post']))
        .min(1)
        .max(2)
        .default(['page', 'post']),
    }),
    returns: z.object({ pages: z.int(), posts: z.int() }),
    status: 200,
  }),
  ofPage: endpoint({
    method: 'get',
    path: '/pages/{id}/translations',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'A page in every language of its website, also in those it is missing in.',
    returns: Translations,
  }),
  translatePage: endpoint({
    method: 'post',
    path: '/pages/{id}/translations',
    needs: 'sites:write',
    noun: 'Page',
    summary:
      'Begin a translation of a page: a draft that is a copy of the original, at an address of its own.',
    body: NewTranslation.extend({
      path: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .optional()
        .describe('The original’s, below the language’s prefix, when left out'),
    }),
    returns: PageDetail,
    fails: ['conflict'],
  }),
  checkPage: endpoint({
    method: 'put',
    path: '/pages/{id}/translation-check',
    needs: 'sites:write',
    noun: 'Page',
    summary: 'Say that a translated page says what its original says by now.',
    returns: Translations,
    fails: ['conflict'],
  }),
  followPage: endpoint({
    method: 'put',
    path: '/pages/{id}/original-blocks',
    needs: 'sites:write',
    noun: 'Page',
    summary:
      'Give a translated page the blocks its original has by now. Texts that are translated stay; what is new comes in the original’s words. How the page looks now is kept as a revision.',
    returns: PageDetail,
    fails: ['conflict'],
  }),
  ofPost: endpoint({
    method: 'get',
    path: '/cms/posts/{id}/translations',
    needs: 'content:read',
    noun: 'Post',
    summary: 'A post in every language of its website, also in those it is missing in.',
    returns: Translations,
  }),
  translatePost: endpoint({
    method: 'post',
    path: '/cms/posts/{id}/translations',
    needs: 'content:write',
    noun: 'Post',
    summary: 'Begin a translation of a post: a draft that is a copy of the original.',
    body: NewTranslation.extend({ slug: z.string().trim().min(1).max(200).optional() }),
    returns: Post,
    fails: ['conflict'],
  }),
  checkPost: endpoint({
    method: 'put',
    path: '/cms/posts/{id}/translation-check',
    needs: 'content:write',
    noun: 'Post',
    summary: 'Say that a translated post says what its original says by now.',
    returns: Translations,
    fails: ['conflict'],
  }),
}
