import type { EntryStatus } from '#workers/collections/entries.contract.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'

const looks: Record<EntryStatus, StatusLook> = {
  published: { label: 'Published', tone: 'success' },
  waiting: { label: 'Waiting', tone: 'warning' },
  draft: { label: 'Draft', tone: 'neutral' },
}

export const statusChoices = (['published', 'draft', 'waiting'] as const).map((value) => ({
  value,
  label: looks[value].label,
}))

export const EntryStatusBadge = ({ status }: { status: EntryStatus }) => (
  <StatusBadge status={status} looks={looks} />
)
