import { CircleAlert } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import type { Asset } from '#workers/assets/assets.contract.ts'
import type { Pages } from '../../data/pages.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { rowAfter, toggled } from '../../ui/grid-selection.ts'
import { size } from '../../ui/numbers.ts'
import { Skeleton } from '../../ui/states.tsx'
import { AssetPicture } from './asset-picture.tsx'

interface AssetGridProps {
  pages: Pages<Asset>
  selected: ReadonlySet<string>
  /** Left out where files are chosen rather than worked on. */
  onSelect?: (selected: Set<string>) => void
  onOpen: (asset: Asset) => void
}

/** Files as pictures. Arrow keys move, Enter opens, the space bar selects. */
export function AssetGrid({ pages, selected, onSelect, onOpen }: AssetGridProps) {
  const assets = pages.items
  const list = useRef<HTMLUListElement>(null)
  const anchor = useRef(-1)
  const [focused, setFocused] = useState(0)
  if (!assets) return <Loading />
  const ids = assets.map(({ id }) => id)

  const toggle = (index: number, isRange: boolean) => {
    onSelect?.(toggled(selected, ids, { index, anchor: anchor.current, isRange }))
    anchor.current = index
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key === ' ' && onSelect) {
      event.preventDefault()
      return toggle(index, event.shiftKey)
    }
    const to = cellAfter(event.key, index, list.current, assets.length)
    if (to === undefined) return
    event.preventDefault()
    setFocused(to)
    list.current?.querySelectorAll<HTMLElement>('[data-cell]')[to]?.focus()
  }

  return (
    <>
      <ul ref={list} class="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3" aria-label="Files">
        {assets.map((asset, index) => (
          <li key={asset.id} class="group relative min-w-0">
            <button
              type="button"
              data-cell
              tabIndex={index === Math.min(focused, assets.length - 1) ? 0 : -1}
              class={cx(
                'block w-full overflow-hidden rounded-lg border bg-surface text-left outline-offset-2 hover:border-line-strong',
                selected.has(asset.id) ? 'border-brand ring-1 ring-brand' : 'border-line',
              )}
              onClick={() => onOpen(asset)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <AssetPicture asset={asset} class="block aspect-4/3 w-full" />
              <Caption asset={asset} />
            </button>
            {onSelect && (
              <Pick
                asset={asset}
                isOn={selected.has(asset.id)}
                onToggle={(isRange) => toggle(index, isRange)}
              />
            )}
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <div class="mt-4 text-center">
          <Button isBusy={pages.isLoadingMore} onClick={pages.loadMore}>
            Show more
          </Button>
        </div>
      )}
    </>
  )
}

function Caption({ asset }: { asset: Asset }) {
  const { fileName, kind, alt, width, height, sizeBytes } = asset
  return (
    <span class="block px-2.5 py-2">
      <span class="block truncate font-medium">{fileName}</span>
      <span class="num flex items-center gap-1.5 text-12 text-fg-3">
        {kind === 'image' && !alt && (
          <span class="inline-flex flex-none items-center gap-1 text-warning-fg">
            <CircleAlert size={12} /> No text
          </span>
        )}
        <span class="truncate">{width ? `${width} × ${height}` : size(sizeBytes)}</span>
      </span>
    </span>
  )
}

function Pick({
  asset,
  isOn,
  onToggle,
}: {
  asset: Asset
  isOn: boolean
  onToggle: (isRange: boolean) => void
}) {
  return (
    <input
      type="checkbox"
      class={cx(
        'checkbox absolute top-2.5 left-2.5 shadow-1',
        !isOn &&
          'pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100',
      )}
      aria-label={`Select ${asset.fileName}`}
      tabIndex={-1}
      checked={isOn}
      onClick={(event) => onToggle(event.shiftKey)}
    />
  )
}

function Loading() {
  return (
    <div
      class="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3"
      role="status"
      aria-label="Loading"
    >
      {Array.from({ length: 12 }, (_, index) => (
        <Skeleton key={index} height={168} class="rounded-lg" />
      ))}
    </div>
  )
}

/** Up and down go by as many as stand in a row. */
function cellAfter(key: string, index: number, list: HTMLElement | null, count: number): number | undefined {
  if (key === 'ArrowRight') return Math.min(index + 1, count - 1)
  if (key === 'ArrowLeft') return Math.max(index - 1, 0)
  if (key === 'Home' || key === 'End') return rowAfter(key, index, count)
  const columns = list ? getComputedStyle(list).gridTemplateColumns.split(' ').length : 1
  if (key === 'ArrowDown') return Math.min(index + columns, count - 1)
  return key === 'ArrowUp' ? Math.max(index - columns, 0) : undefined
}
