import { Bookmark, RotateCcw } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import type { PageRevision } from '#workers/sites/pages.contract.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Ago } from '../../ui/time.tsx'

interface RevisionRowProps {
  revision: PageRevision
  isViewed: boolean
  isBusy: boolean
  canRestore: boolean
  onView: () => void
  onRestore: () => void
  /** Shown below while the version is looked at. */
  children?: ComponentChildren
}

/** A page as it was: choosing it shows it, and offers to bring it back. */
export function RevisionRow(props: RevisionRowProps) {
  const { revision, isViewed, isBusy, canRestore, onView, onRestore, children } = props
  return (
    <li class={cx('rounded-md', isViewed ? 'bg-brand-subtle' : 'hover:bg-surface-2')}>
      <button
        type="button"
        class="flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left"
        aria-pressed={isViewed}
        onClick={onView}
      >
        <span class="grid h-5 w-3 flex-none place-items-center" aria-hidden="true">
          {revision.name ? <Bookmark size={12} class="text-brand-fg" /> : <span class="dot text-fg-off" />}
        </span>
        <span class="min-w-0 flex-1">
          <span class="block truncate">
            {revision.name ? <b class="font-medium">{revision.name}</b> : <Ago at={revision.asOf} />}
          </span>
          <span class="block truncate text-12 text-fg-3">
            {revision.name && <Ago at={revision.asOf} />}
            {revision.name && revision.by && ', '}
            {revision.by || (!revision.name && 'As the page was made')}
          </span>
        </span>
      </button>
      {isViewed && canRestore && (
        <div class="px-2 pb-2">
          <Button size="sm" class="w-full" icon={<RotateCcw />} isBusy={isBusy} onClick={onRestore}>
            Restore this version
          </Button>
        </div>
      )}
      {isViewed && children}
    </li>
  )
}
