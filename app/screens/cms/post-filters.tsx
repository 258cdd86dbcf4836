import { authorsApi } from '#workers/cms/authors.contract.ts'
import type { PostFilters } from '#workers/cms/posts.contract.ts'
import { seriesApi } from '#workers/cms/series.contract.ts'
import { termsApi } from '#workers/cms/terms.contract.ts'
import { languagesApi } from '#workers/sites/languages.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { useResource } from '../../data/resources.ts'
import { FilterMenu } from '../../ui/filters.tsx'
import { FindMenu } from '../../ui/find-menu.tsx'
import { findWebsites } from '../sites/find-websites.ts'
import { findAuthors, findSeries, findTerms } from './find-named.ts'
import { postStatusChoices } from './post-status.tsx'

/** Names of the filters in the address. */
const names = ['search', 'status', 'websiteId', 'authorId', 'termId', 'seriesId', 'language', 'from'] as const
export const noFilters = Object.fromEntries([...names, 'isRemoved'].map((name) => [name, undefined]))

/** As they stand in an address. */
export type AskedFilters = Omit<PostFilters, 'isRemoved'> & { isRemoved?: 'true' }

export function filtersOf(query: Record<string, string>): AskedFilters {
  const status = postStatusChoices.find(({ value }) => value === query.status)?.value
  const given = names.flatMap((name) => (name !== 'status' && query[name] ? [[name, query[name]]] : []))
  return {
    ...Object.fromEntries(given),
    ...(status && { status }),
    ...(query.isRemoved && { isRemoved: 'true' as const }),
  }
}

interface PostFilterBarProps {
  filters: AskedFilters
  onChange: (changes: Record<string, string | undefined>) => void
}

/** Filters by what a post is; those by what a website has of its own come when one is chosen. */
export function PostFilterBar({ filters, onChange }: PostFilterBarProps) {
  const { websiteId } = filters
  const website = useResource(websitesApi.get, websiteId ? { params: { id: websiteId } } : null)
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line-subtle px-5 py-2 max-sm:px-4">
      <FindMenu
        label="Website"
        anyLabel="All websites"
        placeholder="Find a website"
        value={websiteId}
        valueLabel={website.data?.name}
        find={findWebsites}
        onChange={(next) =>
          onChange({
            websiteId: next,
            ...{ authorId: undefined, termId: undefined, seriesId: undefined, language: undefined },
          })
        }
      />
      <FilterMenu
        label="State"
        anyLabel="Any state"
        value={filters.status}
        options={postStatusChoices}
        onChange={(status) => onChange({ status })}
      />
      <FilterMenu
        label="Published"
        anyLabel="Whenever"
        value={filters.from && spanOf(filters.from)}
        options={spans}
        onChange={(span) => onChange({ from: span && dayBefore(Number(span)) })}
      />
      {websiteId && <WebsiteFilters key={websiteId} {...{ websiteId, filters, onChange }} />}
    </div>
  )
}

const spans = [
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '365', label: 'Last 12 months' },
]
const DAY_MS = 24 * 3_600_000

/** Midnight so many days ago, so that the address stays the same for a day. */
const dayBefore = (days: number): string =>
  new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - days * DAY_MS).toISOString()

const spanOf = (from: string): string | undefined =>
  spans.find(({ value }) => dayBefore(Number(value)) === from)?.value

/** The name of a chosen row, asked for by what is shown beside it: lists of names are short. */
const MOST_NAMES = 100

function WebsiteFilters({ websiteId, filters, onChange }: PostFilterBarProps & { websiteId: string }) {
  const { authorId, termId, seriesId, language } = filters
  const asked = { params: { id: websiteId }, query: { limit: MOST_NAMES } }
  const authors = useResource(authorsApi.list, authorId ? asked : null)
  const terms = useResource(termsApi.list, termId ? asked : null)
  const series = useResource(seriesApi.list, seriesId ? asked : null)
  const languages = useResource(languagesApi.list, { params: { id: websiteId } })
  const nameIn = (rows: { items: { id: string; name: string }[] } | undefined, id: string | undefined) =>
    rows?.items.find((row) => row.id === id)?.name
  const term = terms.data?.items.find(({ id }) => id === termId)
  return (
    <>
      <FindMenu
        label="Author"
        anyLabel="Any author"
        placeholder="Find an author"
        value={authorId}
        valueLabel={nameIn(authors.data, authorId)}
        find={findAuthors(websiteId)}
        onChange={(next) => onChange({ authorId: next })}
      />
      {(['category', 'tag'] as const).map((taxonomy) => {
        const isThis = term?.taxonomy === taxonomy
        return (
          <FindMenu
            key={taxonomy}
            label={taxonomy === 'category' ? 'Category' : 'Tag'}
            anyLabel={`Any ${taxonomy}`}
            placeholder={`Find a ${taxonomy}`}
            value={isThis ? termId : undefined}
            valueLabel={isThis ? term.name : undefined}
            find={findTerms(websiteId, taxonomy)}
            onChange={(next) => onChange({ termId: next })}
          />
        )
      })}
      <FindMenu
        label="Series"
        anyLabel="Any series"
        placeholder="Find a series"
        value={seriesId}
        valueLabel={nameIn(series.data, seriesId)}
        find={findSeries(websiteId)}
        onChange={(next) => onChange({ seriesId: next })}
      />
      {languages.data && languages.data.items.length > 1 && (
        <FilterMenu
          label="Language"
          anyLabel="Any language"
          value={language}
          options={languages.data.items.map(({ code, name }, at) => ({
            value: at === 0 ? 'own' : code,
            label: name,
          }))}
          onChange={(next) => onChange({ language: next })}
        />
      )}
    </>
  )
}
