import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import type { Choice } from '../../ui/field.tsx'

export type RunStatus = 'waiting' | 'running' | 'done' | 'failed'

const looks: Record<RunStatus, StatusLook> = {
  waiting: { label: 'Waiting', tone: 'neutral' },
  running: { label: 'Running', tone: 'brand' },
  done: { label: 'Done', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
}

export const runStatusChoices: readonly Choice<RunStatus>[] = [
  { value: 'running', label: looks.running.label },
  { value: 'failed', label: looks.failed.label },
  { value: 'done', label: looks.done.label },
  { value: 'waiting', label: looks.waiting.label },
]

export function RunStatusBadge({ status }: { status: RunStatus }) {
  return <StatusBadge status={status} looks={looks} />
}
