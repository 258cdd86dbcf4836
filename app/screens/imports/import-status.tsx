import type { Import } from '#workers/imports/imports.contract.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'

export type ImportStatus = Import['status']

const looks: Record<ImportStatus, StatusLook> = {
  uploading: { label: 'Uploading', tone: 'warning' },
  running: { label: 'Running', tone: 'brand' },
  done: { label: 'Done', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  undoing: { label: 'Being undone', tone: 'brand' },
  undone: { label: 'Undone', tone: 'neutral' },
}

export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  return <StatusBadge status={status} looks={looks} />
}
