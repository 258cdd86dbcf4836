import { CloudOff, RotateCw } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import type { Problem } from '../problem.ts'
import { Button } from './button.tsx'
import { cx } from './class-names.ts'

interface EmptyProps {
  icon: ComponentChildren
  title: string
  children: ComponentChildren
  action?: ComponentChildren
  class?: string
  /** Fills a page of its own. */
  isPage?: boolean
}

/** What a place without content says: what belongs here and what to do next. */
export function Empty({ icon, title, children, action, class: extra, isPage = false }: EmptyProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div
      class={cx(
        'grid place-items-center px-6 py-14 text-center',
        isPage && 'min-h-[60dvh] content-center',
        extra,
      )}
    >
      <div class="mb-4 grid h-11 w-11 place-items-center rounded-xl border border-line bg-surface text-fg-3 shadow-1 [&_svg]:h-5 [&_svg]:w-5">
        {icon}
      </div>
      <Title class="mb-1 text-14 font-semibold">{title}</Title>
      <p class="max-w-[40ch] text-pretty text-fg-2">{children}</p>
      {action && <div class="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

interface FailedProps {
  problem: Problem
  onRetry?: () => void
}

/** What a place says that could not be loaded. */
export function Failed({ problem, onRetry }: FailedProps) {
  return (
    <Empty
      icon={<CloudOff />}
      title="This could not be loaded"
      action={
        onRetry && (
          <Button icon={<RotateCw />} onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {problem.message}
    </Empty>
  )
}

interface SkeletonProps {
  width?: string
  height?: number
  class?: string
}

export function Skeleton({ width = '100%', height = 12, class: extra }: SkeletonProps) {
  return <span aria-hidden="true" class={cx('skeleton', extra)} style={{ width, height }} />
}

/** Lines of text that are on their way. */
export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  return (
    <div class="grid gap-3" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} width={`${88 - ((index * 23) % 46)}%`} />
      ))}
    </div>
  )
}

interface ProgressBarProps {
  label: string
  /** Between 0 and 1; left out while it is unknown. */
  value?: number
  tone?: 'danger' | 'success'
}

export function ProgressBar({ label, value, tone }: ProgressBarProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent !== undefined && { 'aria-valuenow': percent })}
      data-tone={tone}
      class="progress"
    >
      <div {...(percent !== undefined && { style: { width: `${percent}%` } })} />
    </div>
  )
}
