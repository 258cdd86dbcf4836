import { authorsApi } from '#workers/cms/authors.contract.ts'
import { seriesApi } from '#workers/cms/series.contract.ts'
import { termsApi } from '#workers/cms/terms.contract.ts'
import { call } from '../../api.ts'
import type { Option } from '../../ui/combobox.tsx'

const MOST = 12

/** What is behind the option to make something of the name that was typed. */
const NEW = 'new:'
export const newNameOf = (value: string): string | undefined =>
  value.startsWith(NEW) ? value.slice(NEW.length) : undefined

/** What was found, and the way to make what was not. */
function withNew(options: Option[], text: string): Option[] {
  const name = text.trim()
  const isThere = options.some(({ label }) => label.toLowerCase() === name.toLowerCase())
  return name && !isThere ? [...options, { value: `${NEW}${name}`, label: `Add “${name}”` }] : options
}

const asked = (search: string) => ({ limit: MOST, ...(search.trim() && { search: search.trim() }) })

export const findAuthors = (websiteId: string) => async (text: string) => {
  const { items } = await call(authorsApi.list, { params: { id: websiteId }, query: asked(text) })
  return items.map(({ id, name, posts }): Option => ({ value: id, label: name, hint: countOf(posts) }))
}

export const findOrAddAuthors = (websiteId: string) => async (text: string) =>
  withNew(await findAuthors(websiteId)(text), text)

export const findSeries = (websiteId: string) => async (text: string) => {
  const { items } = await call(seriesApi.list, { params: { id: websiteId }, query: asked(text) })
  return items.map(({ id, name, parts }): Option => ({ value: id, label: name, hint: countOf(parts.length) }))
}

export const findOrAddSeries = (websiteId: string) => async (text: string) =>
  withNew(await findSeries(websiteId)(text), text)

export const findTerms = (websiteId: string, taxonomy: 'category' | 'tag') => async (text: string) => {
  const query = { ...asked(text), taxonomy }
  const { items } = await call(termsApi.list, { params: { id: websiteId }, query })
  return items.map(({ id, name, posts }): Option => ({ value: id, label: name, hint: countOf(posts) }))
}

/** Names of categories or tags, as a field of words offers them. */
export const findTermNames = (websiteId: string, taxonomy: 'category' | 'tag') => async (text: string) =>
  (await findTerms(websiteId, taxonomy)(text)).map(({ label }) => label)

const countOf = (posts: number): string => (posts === 1 ? '1 post' : `${posts} posts`)
