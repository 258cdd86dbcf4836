import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import type { Choice } from '../../ui/field.tsx'

export type WebsiteStatus = 'provisioning' | 'live' | 'unpublished' | 'suspended' | 'error'

const looks: Record<WebsiteStatus, StatusLook> = {
  live: { label: 'Live', tone: 'success' },
  provisioning: { label: 'Being built', tone: 'brand' },
  unpublished: { label: 'Offline', tone: 'neutral' },
  suspended: { label: 'Suspended', tone: 'warning' },
  error: { label: 'Needs help', tone: 'danger' },
}

export const websiteStatusChoices: readonly Choice<WebsiteStatus>[] = [
  { value: 'live', label: looks.live.label },
  { value: 'provisioning', label: looks.provisioning.label },
  { value: 'unpublished', label: looks.unpublished.label },
  { value: 'suspended', label: looks.suspended.label },
  { value: 'error', label: looks.error.label },
]

export function WebsiteStatusBadge({ status }: { status: WebsiteStatus }) {
  return <StatusBadge status={status} looks={looks} />
}

/** A status from the address of a list, or none. */
export function websiteStatusIn(text: string | undefined): WebsiteStatus | undefined {
  return websiteStatusChoices.find(({ value }) => value === text)?.value
}
