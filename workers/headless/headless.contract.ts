import { problemWith, readFilters } from '../collections/entry-filters.contract.ts'
import { holds, sorted } from '../collections/entry-list.contract.ts'
import { plainText } from '../collections/entry-words.contract.ts'
import type { PublishedCollection, PublishedEntry } from '../collections/published-entries.contract.ts'
import { typesOf } from './types-of.contract.ts'

/** Where a website can be read as data, on its own host. */
export const HEADLESS_PATH = '/_dde/api'

export interface SiteFacts {
  name: string
  tagline: string
  locale: string
  origin: string
  menus: Record<string, unknown[]>
  business: Record<string, unknown>
}
export interface PageFacts {
  path: string
  title: string
}
export interface PostFacts {
  path: string
  title: string
  excerpt: string
  publishedAt: string
  author?: string
  cover?: { src: string; alt: string }
}

/** What the API reads from: a published snapshot at the edge, or the database for who may see drafts. */
export interface HeadlessSource {
  site(): Promise<SiteFacts>
  pages(): Promise<PageFacts[]>
  /** A page with its blocks, or a post with its text, as they are published. */
  document(path: string): Promise<object | undefined>
  posts(): Promise<PostFacts[]>
  /** Those that may be read, without their entries. */
  collections(): Promise<Omit<PublishedCollection, 'entries'>[]>
  entries(key: string): Promise<PublishedEntry[]>
  /** What visitors find by searching; only what is published can be found. */
  search?(
    words: string,
    place: { skip: number; limit: number },
  ): Promise<{ total: number; items: FoundFacts[] }>
}
export interface FoundFacts {
  path: string
  title: string
  kind: string
  snippet: string
}

export interface HeadlessAnswer {
  status: 200 | 400 | 404
  type: 'application/json' | 'text/plain'
  body: string
}

const PAGE_SIZE = 50
const MAX_PAGE_SIZE = 200

const json = (body: unknown): HeadlessAnswer => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(body),
})
const refusal = (status: 400 | 404, code: string, message: string): HeadlessAnswer => ({
  ...{ status, type: 'application/json' },
  body: JSON.stringify({ error: { code, message, statusCode: status } }),
})
const missing = (what: string) => refusal(404, 'resource_not_found', `There is no ${what} here.`)
const invalid = (message: string) => refusal(400, 'invalid_input', message)

/** Answers one request of the read-only API. `path` is what follows `/_dde/api`. */
export async function answerHeadless(
  source: HeadlessSource,
  path: string,
  query: URLSearchParams,
): Promise<HeadlessAnswer> {
  const [, what = '', key = '', list = '', slug = '', ...rest] = path.split('/')
  if (rest.length > 0) return missing('such address')
  if (key === '') return answerTop(source, what, query)
  if (what !== 'collections') return missing('such address')
  const collection = (await source.collections()).find((each) => each.key === key)
  if (!collection) return missing(`collection “${key}”`)
  if (list === '') return json(describe(collection))
  if (list !== 'entries') return missing('such address')
  const entries = await source.entries(key)
  if (slug === '') return answerEntries({ ...collection, entries }, query)
  const entry = entries.find((each) => each.slug === decoded(slug) || each.id === slug)
  return entry ? json(present(entry)) : missing(`entry “${decoded(slug)}”`)
}

async function answerTop(
  source: HeadlessSource,
  what: string,
  query: URLSearchParams,
): Promise<HeadlessAnswer> {
  switch (what) {
    case 'site':
      return json(await source.site())
    case 'pages':
      return answerDocuments(source, await source.pages(), query)
    case 'posts':
      return answerDocuments(source, await source.posts(), query)
    case 'collections':
      return json({ items: (await source.collections()).map(describe) })
    case 'search':
      return answerSearch(source, query)
    case 'types.d.ts':
      return { status: 200, type: 'text/plain', body: typesOf(await source.collections()) }
    default:
      return missing('such address')
  }
}

const MAX_QUERY = 200

async function answerSearch({ search }: HeadlessSource, query: URLSearchParams): Promise<HeadlessAnswer> {
  if (!search) return refusal(404, 'resource_not_found', 'Only what is published can be searched.')
  const words = (query.get('q') ?? '').trim()
  if (!words || words.length > MAX_QUERY)
    return invalid(`q: Say what to look for, in at most ${MAX_QUERY} characters.`)
  const limit = Number(query.get('limit') ?? 10)
  const page = Number(query.get('page') ?? 1)
  if (!Number.isInteger(limit) || limit < 1 || limit > 50) return invalid('limit: Use a number from 1 to 50.')
  if (!Number.isInteger(page) || page < 1 || page > 1000) return invalid('page: Use a number from 1 to 1000.')
  return json(await search(words, { skip: (page - 1) * limit, limit }))
}

/** A list page by page, or with `?path=` the one that stands there, whole. */
async function answerDocuments(
  source: HeadlessSource,
  all: { path: string }[],
  query: URLSearchParams,
): Promise<HeadlessAnswer> {
  const path = query.get('path')
  if (path === null) return paged(all, query, (each) => each)
  const known = all.some((each) => each.path === path)
  const document = known ? await source.document(path) : undefined
  return document ? json({ path, ...document }) : missing(`page at ${path}`)
}

function answerEntries(collection: PublishedCollection, query: URLSearchParams): HeadlessAnswer {
  const conditions = readFilters(Object.fromEntries(query))
  if (typeof conditions === 'string') return invalid(conditions)
  const problem = conditions.map((condition) => problemWith(condition, collection.fields)).find(Boolean)
  if (problem) return invalid(problem)
  const sort = query.get('sort') ?? 'position'
  const by = sort.replace(/^-/, '')
  if (!['position', 'createdAt'].includes(by) && !collection.fields.some(({ key }) => key === by))
    return invalid(`sort: Entries cannot be sorted by “${by}”.`)
  const words = (query.get('search') ?? '').toLowerCase()
  const found = collection.entries.filter(
    (entry) =>
      conditions.every((condition) => holds(condition, collection.fields, entry)) &&
      (words === '' || textOf(entry).includes(words)),
  )
  const inOrder = sorted(found, collection.fields, { sort: by, isReversed: sort.startsWith('-') })
  return paged(inOrder, query, present)
}

const textOf = ({ title, values }: PublishedEntry): string =>
  plainText(`${title} ${Object.values(values).map(wordsIn).join(' ')}`).toLowerCase()

const wordsIn = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value).map(wordsIn).join(' ')
    : String(value ?? '')

/** Cursors count: what is published stands still until the next publication. */
function paged<Item>(
  all: readonly Item[],
  query: URLSearchParams,
  show: (item: Item) => unknown,
): HeadlessAnswer {
  const limit = Number(query.get('limit') ?? PAGE_SIZE)
  const from = Number(query.get('cursor') ?? 0)
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE_SIZE)
    return invalid(`limit: Give a whole number from 1 to ${MAX_PAGE_SIZE}.`)
  if (!Number.isInteger(from) || from < 0) return invalid('cursor: Pass the nextCursor of an earlier page.')
  const end = from + limit
  return json({
    items: all.slice(from, end).map(show),
    nextCursor: end < all.length ? String(end) : null,
    total: all.length,
  })
}

function describe({ key, name, singular, titleField, fields }: Omit<PublishedCollection, 'entries'>) {
  return {
    ...{ key, name, singular, titleField },
    fields: fields.map(({ id: _id, default: _default, ...field }) => field),
  }
}

function present({ values, path, related, ...entry }: PublishedEntry) {
  return { ...entry, path: path ?? null, data: values, related: related ?? {} }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
