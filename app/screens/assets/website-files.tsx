import type { Website } from '#workers/sites/websites.contract.ts'
import { useQuery } from '../../data/query.ts'
import { kindLabels } from './asset-picture.tsx'
import { Library } from './library.tsx'
import type { LibraryFilters } from './library-tools.tsx'

/** The files of a website, as a part of its screen; what is looked for stands in the address. */
export function WebsiteFiles({ website }: { website: Website }) {
  const [query, setQuery] = useQuery()
  const { search, kind, folder, tag } = query
  const filters: LibraryFilters = {
    ...(search && { search }),
    // safe: one of the kinds there are labels for
    ...(kind && kind in kindLabels && { kind: kind as keyof typeof kindLabels }),
    ...(folder && { folder }),
    ...(tag && { tag }),
    ...(query.lacksAlt && { lacksAlt: true }),
    ...(query.isRemoved && { isRemoved: true }),
    ...(query.sort === 'name' && { sort: 'name' as const }),
  }
  return (
    <Library
      websiteId={website.id}
      filters={filters}
      onFilter={(change) =>
        setQuery(
          Object.fromEntries(
            Object.entries(change).map(([name, value]) => [
              name,
              value === undefined ? undefined : String(value),
            ]),
          ),
        )
      }
    />
  )
}
