import type { ComponentChildren } from 'preact'
import { cx } from './class-names.ts'

export type Tone = 'neutral' | 'brand' | 'success' | 'warning' | 'danger'

interface BadgeProps {
  tone?: Tone
  hasDot?: boolean
  children: ComponentChildren
}

export function Badge({ tone = 'neutral', hasDot = false, children }: BadgeProps) {
  return (
    <span class={cx('badge', tone !== 'neutral' && `badge-${tone}`)}>
      {hasDot && <span class="dot" />}
      {children}
    </span>
  )
}

export interface StatusLook {
  label: string
  tone: Tone
}

/** A status as a badge with a dot, by a table of looks. */
export function StatusBadge<Status extends string>({
  status,
  looks,
}: {
  status: Status
  looks: Record<Status, StatusLook>
}) {
  const { label, tone } = looks[status]
  return (
    <Badge tone={tone} hasDot>
      {label}
    </Badge>
  )
}
