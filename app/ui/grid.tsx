import { ArrowDown, ArrowUp } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Problem } from '../problem.ts'
import { Button } from './button.tsx'
import { cx } from './class-names.ts'
import { GridRow, type RowProps } from './grid-row.tsx'
import { coverage, rowAfter, toggled } from './grid-selection.ts'
import { Failed, Skeleton } from './states.tsx'

export interface Column<Row> {
  id: string
  head: ComponentChildren
  /** CSS width; the columns without one share what is left. */
  width?: string
  cell: (row: Row) => ComponentChildren
  isRight?: boolean
  /** Hidden where rows are drawn as cards. */
  isHiddenOnPhone?: boolean
  /** The list's order when this column is chosen. */
  sort?: string
}

export interface Selection {
  ids: ReadonlySet<string>
  onChange: (ids: Set<string>) => void
}

export interface GridProps<Row extends { id: string }> {
  label: string
  columns: readonly Column<Row>[]
  /** Undefined while the first rows are on their way. */
  rows: readonly Row[] | undefined
  nameOf: (row: Row) => string
  problem?: Problem | undefined
  onRetry?: () => void
  empty: ComponentChildren
  hrefOf?: (row: Row) => string
  onOpen?: (row: Row) => void
  selection?: Selection
  sort?: { current: string; onChange: (sort: string) => void }
  more?: { hasMore: boolean; isLoading: boolean; load: () => void }
  /** Keeps the table a table on a phone, scrolling sideways. */
  scrollsOnPhone?: boolean
}

const SKELETON_ROWS = 8

/** A list as a grid: rows by keyboard, selection by range, a head that stays, and what to show when there is nothing. */
export function Grid<Row extends { id: string }>(props: GridProps<Row>) {
  const { label, columns, rows, problem, onRetry, empty, selection, more } = props
  if (!rows && problem) return <Failed problem={problem} {...(onRetry && { onRetry })} />
  if (rows?.length === 0) return <>{empty}</>
  return (
    <>
      <div class={props.scrollsOnPhone ? 'overflow-x-auto' : ''}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: The rows take focus and keys, which is what a grid is.
          role="grid"
          aria-label={label}
          aria-busy={!rows}
          aria-multiselectable={selection ? true : undefined}
          class={cx('grid-table', props.scrollsOnPhone && 'grid-scrolls min-w-160')}
        >
          <colgroup>
            {selection && <col style={{ width: '52px' }} />}
            {columns.map(({ id, width }) => (
              <col key={id} {...(width && { style: { width } })} />
            ))}
          </colgroup>
          <GridHead {...props} />
          {rows ? <GridBody {...props} rows={rows} /> : <SkeletonBody {...props} />}
        </table>
      </div>
      {rows && more?.hasMore && (
        <div class="flex justify-center p-4">
          <Button isBusy={more.isLoading} onClick={more.load}>
            Show more
          </Button>
        </div>
      )}
      {rows && problem && (
        <p class="px-5 py-3 text-center text-12 text-danger-fg" role="alert">
          {problem.message}
        </p>
      )}
    </>
  )
}

function GridHead<Row extends { id: string }>({ columns, rows, selection, sort }: GridProps<Row>) {
  const ids = rows?.map(({ id }) => id) ?? []
  const covered = selection ? coverage(selection.ids, ids) : 'none'
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" class="pick">
            <input
              type="checkbox"
              class="checkbox"
              aria-label="Select all rows"
              checked={covered === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = covered === 'some'
              }}
              onChange={() => selection.onChange(new Set(covered === 'none' ? ids : []))}
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            class={column.isRight ? 'r' : ''}
            {...(column.sort && {
              'aria-sort': sort?.current === column.sort ? sortDirection(column.sort) : ('none' as const),
            })}
          >
            {column.sort && sort ? <SortButton column={column} sort={sort} /> : column.head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SortButton<Row>({
  column,
  sort,
}: {
  column: Column<Row>
  sort: { current: string; onChange: (sort: string) => void }
}) {
  const order = column.sort ?? ''
  const isChosen = sort.current === order
  const Arrow = sortDirection(order) === 'descending' ? ArrowDown : ArrowUp
  return (
    <button
      type="button"
      class={cx('inline-flex items-center gap-1 hover:text-fg', isChosen && 'text-fg')}
      onClick={() => sort.onChange(order)}
    >
      {column.head}
      <Arrow size={12} class={isChosen ? '' : 'opacity-0'} />
    </button>
  )
}

function sortDirection(order: string): 'ascending' | 'descending' {
  return order === 'newest' ? 'descending' : 'ascending'
}

function GridBody<Row extends { id: string }>(props: GridProps<Row> & { rows: readonly Row[] }) {
  const { rows, columns, selection, nameOf, hrefOf, onOpen } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const anchor = useRef(-1)
  const [focused, setFocused] = useState(0)
  const ids = rows.map(({ id }) => id)

  const moveTo = (key: string, index: number) => {
    const to = rowAfter(key, index, rows.length)
    if (to === undefined) return false
    setFocused(to)
    const row = body.current?.children[to]
    if (row instanceof HTMLElement) {
      row.focus()
      row.scrollIntoView({ block: 'nearest' })
    }
    return true
  }
  const toggle = (index: number, isRange: boolean) => {
    selection?.onChange(toggled(selection.ids, ids, { index, anchor: anchor.current, isRange }))
    anchor.current = index
  }

  return (
    <tbody ref={body}>
      {rows.map((row, index) => {
        const rowProps: RowProps<Row> = {
          row,
          columns,
          name: nameOf(row),
          href: hrefOf?.(row),
          isSelected: selection?.ids.has(row.id),
          isTabStop: index === Math.min(focused, rows.length - 1),
          onOpen: onOpen && (() => onOpen(row)),
          onToggle: (isRange) => toggle(index, isRange),
          onMove: (key) => moveTo(key, index),
        }
        return <GridRow key={row.id} {...rowProps} />
      })}
    </tbody>
  )
}

function SkeletonBody<Row extends { id: string }>({ columns, selection }: GridProps<Row>) {
  return (
    <tbody>
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <tr key={row}>
          {selection && <td class="pick" />}
          {columns.map((column, index) => (
            <td
              key={column.id}
              {...(index === 0 && { 'data-primary': true })}
              {...(column.isHiddenOnPhone && { 'data-hidden-phone': true })}
            >
              <Skeleton
                width={`${index === 0 ? 72 - ((row * 13) % 34) : 46 + ((row * 17 + index * 11) % 30)}%`}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
