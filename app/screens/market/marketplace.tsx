import { Store } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type ListingCard, marketApi } from '#workers/market/market.contract.ts'
import { templateCategories } from '#workers/sites/templates/template.contract.ts'
import { usePages } from '../../data/pages.ts'
import { useSettled } from '../../data/query.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { counted } from '../../ui/numbers.ts'
import { Empty, Failed, Skeleton } from '../../ui/states.tsx'
import { TemplateTile } from '../templates/template-tile.tsx'
import { categoryNames } from '../tenancy/template-filter.tsx'
import { Stars } from './stars.tsx'

type Sort = 'popular' | 'rating'
const kinds = [
  { value: 'template' as const, label: 'Templates' },
  { value: 'section' as const, label: 'Sections' },
]
const sorts: { value: Sort; label: string }[] = [
  { value: 'popular', label: 'Most installed' },
  { value: 'rating', label: 'Best rated' },
]
const categories = templateCategories.map((value) => ({ value, label: categoryNames[value] }))

/** What other agencies share, to be found by word, kind and category. */
export function Marketplace() {
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<ListingCard['kind'] | undefined>()
  const [category, setCategory] = useState<ListingCard['category'] | undefined>()
  const [sort, setSort] = useState<Sort | undefined>()
  const settled = useSettled(search.trim())
  const query = {
    ...(settled && { search: settled }),
    ...(kind && { kind }),
    ...(category && { category }),
    ...(sort && { sort }),
  }
  const pages = usePages(marketApi.list, { query })
  const isFiltered = settled !== '' || kind !== undefined || category !== undefined
  const showAll = () => {
    setSearch('')
    setKind(undefined)
    setCategory(undefined)
  }
  return (
    <div class="grid gap-4">
      <h2 class="sr-only">What agencies share</h2>
      <div class="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search the marketplace"
          placeholder="Yoga, pricing, dark…"
          value={search}
          onChange={setSearch}
        />
        <FilterMenu
          label="Kind"
          anyLabel="Templates and sections"
          value={kind}
          options={kinds}
          onChange={setKind}
        />
        <FilterMenu
          label="Category"
          anyLabel="All categories"
          value={category}
          options={categories}
          onChange={setCategory}
        />
        <FilterMenu
          label="Newest first"
          anyLabel="Newest first"
          value={sort}
          options={sorts}
          onChange={setSort}
        />
      </div>
      {pages.problem && !pages.items && <Failed problem={pages.problem} onRetry={pages.reload} />}
      {pages.items?.length === 0 && <NothingThere isFiltered={isFiltered} onShowAll={showAll} />}
      <ul class="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {!pages.items &&
          !pages.problem &&
          [0, 1, 2, 3].map((at) => (
            <li key={at}>
              <Skeleton height={252} class="rounded-lg!" />
            </li>
          ))}
        {pages.items?.map((listing) => (
          <li key={listing.id}>
            <ListingTile listing={listing} />
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <Button class="justify-self-center" isBusy={pages.isLoadingMore} onClick={pages.loadMore}>
          Show more
        </Button>
      )}
    </div>
  )
}

function ListingTile({ listing }: { listing: ListingCard }) {
  const { id, kind, agencyName, rating, ratingCount, installCount, installedNumber, number } = listing
  return (
    <TemplateTile template={{ ...listing, industry: `By ${agencyName}` }} href={`/marketplace/${id}`}>
      <span class="flex flex-wrap items-center gap-x-2 gap-y-1">
        {kind === 'section' && <Badge>Section</Badge>}
        {installedNumber !== null && (
          <Badge tone={installedNumber < number ? 'warning' : 'success'}>
            {installedNumber < number ? 'Update' : 'Installed'}
          </Badge>
        )}
        <Stars rating={rating} count={ratingCount} />
        <span>{counted(installCount, 'agency', 'agencies')}</span>
      </span>
    </TemplateTile>
  )
}

function NothingThere({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  return (
    <div class="card">
      {isFiltered ? (
        <Empty
          icon={<Store />}
          title="Nothing fits"
          action={<Button onClick={onShowAll}>Show everything</Button>}
        >
          Try another word, or look in all categories.
        </Empty>
      ) : (
        <Empty icon={<Store />} title="Be the first">
          Nobody has shared anything yet. Open one of your templates and hand it in: once it has been looked
          at, every agency can install it.
        </Empty>
      )}
    </div>
  )
}
