import { EllipsisVertical, Plus } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import type { Pages } from '../../data/pages.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'

interface NamedListProps<Row extends { id: string; name: string }> {
  label: string
  /** One of them, as in “Add author”. */
  noun: string
  pages: Pages<Row>
  columns: readonly Column<Row>[]
  search: string
  onSearch: (search: string) => void
  empty: ComponentChildren
  /** Left out for those who may only look. */
  changes?: { onAdd: () => void; onOpen: (row: Row) => void; menuOf: (row: Row) => readonly MenuEntry[] }
}

/** A list of what has a name on a website: authors, series, categories, tags. */
export function NamedList<Row extends { id: string; name: string }>(props: NamedListProps<Row>) {
  const { label, noun, pages, columns, search, onSearch, empty, changes } = props
  const actions: Column<Row> = {
    id: 'actions',
    head: <span class="sr">Actions</span>,
    width: '56px',
    isRight: true,
    cell: (row) => (
      <Menu
        label={`Actions for ${row.name}`}
        class="btn btn-ghost btn-icon btn-sm"
        align="end"
        items={changes?.menuOf(row) ?? []}
      >
        <EllipsisVertical />
      </Menu>
    ),
  }
  return (
    <div class="grid gap-4">
      <div class="flex flex-wrap items-center gap-2">
        <SearchField
          label={`Search ${label.toLowerCase()}`}
          placeholder={`Search ${label.toLowerCase()}`}
          value={search}
          onChange={onSearch}
        />
        <span class="flex-1" />
        {changes && (
          <Button look="primary" icon={<Plus />} onClick={changes.onAdd}>
            Add {noun}
          </Button>
        )}
      </div>
      <div class="card overflow-hidden">
        <Grid
          label={label}
          columns={changes ? [...columns, actions] : columns}
          rows={pages.items}
          problem={pages.problem}
          onRetry={pages.reload}
          nameOf={({ name }) => name}
          {...(changes && { onOpen: changes.onOpen })}
          more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
          empty={empty}
        />
      </div>
    </div>
  )
}
