import { ArrowUpToLine, Eye, EyeOff, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Entry, type EntryStatus, entriesApi } from '#workers/collections/entries.contract.ts'
import { call } from '../../api.ts'
import type { Pages } from '../../data/pages.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import { type Place, removeEntries, setStatus, settle } from './entry-changes.ts'

interface EntryBulkBarProps {
  place: Place
  pages: Pages<Entry>
  selected: ReadonlySet<string>
  /** Whether the list stands in the collection's own order. */
  canMove: boolean
  onChange: (selected: Set<string>) => void
  onDone: () => void
}

export function EntryBulkBar({ place, pages, selected, canMove, onChange, onDone }: EntryBulkBarProps) {
  const [isBusy, setBusy] = useState(false)
  const chosen = pages.items?.filter(({ id }) => selected.has(id)) ?? []
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
      onChange(new Set())
    } catch (thrown) {
      toastProblem(thrown)
    }
    setBusy(false)
  }
  const put = (status: EntryStatus) => run(() => setStatus(place, chosen, status, onDone))
  const toTop = () =>
    run(async () => {
      const first = pages.items?.find(({ id }) => !selected.has(id))
      const ids = chosen.map(({ id }) => id)
      await call(entriesApi.move, { params: place, body: { ids, ...(first && { beforeId: first.id }) } })
      settle(place, onDone)
    })

  return (
    <BulkBar count={selected.size} noun="entry" plural="entries" onClear={() => onChange(new Set())}>
      <Button look="ghost" size="sm" icon={<Eye />} isBusy={isBusy} onClick={() => put('published')}>
        Publish
      </Button>
      <Button look="ghost" size="sm" icon={<EyeOff />} isBusy={isBusy} onClick={() => put('draft')}>
        Draft
      </Button>
      {canMove && (
        <Button look="ghost" size="sm" icon={<ArrowUpToLine />} isBusy={isBusy} onClick={toTop}>
          To the top
        </Button>
      )}
      <Button
        look="danger-ghost"
        size="sm"
        icon={<Trash2 />}
        isBusy={isBusy}
        onClick={() => run(() => removeEntries(place, [...selected], onDone))}
      >
        Remove
      </Button>
    </BulkBar>
  )
}
