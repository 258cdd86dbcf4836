import type { ComponentChildren } from 'preact'
import type { Pages } from '../../data/pages.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'

interface ListRestProps {
  list: Omit<Pages<unknown>, 'patch'>
  icon: ComponentChildren
  title: string
  /** What to do where there is nothing yet. */
  children: ComponentChildren
}

/** What stands below a list: that it loads, that it failed, that it is empty, or the way to more. */
export function ListRest({ list, icon, title, children }: ListRestProps) {
  const { items, problem, reload, hasMore, isLoadingMore, loadMore } = list
  if (!items && problem) return <Failed problem={problem} onRetry={reload} />
  if (!items) {
    return (
      <div class="p-4">
        <SkeletonLines lines={3} />
      </div>
    )
  }
  if (items.length === 0) {
    return (
      <Empty icon={icon} title={title} class="py-8!">
        {children}
      </Empty>
    )
  }
  if (!hasMore) return null
  return (
    <div class="flex justify-center p-3">
      <Button size="sm" isBusy={isLoadingMore} onClick={loadMore}>
        Show older
      </Button>
    </div>
  )
}
