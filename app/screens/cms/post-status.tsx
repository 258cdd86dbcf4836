import type { PostSummary } from '#workers/cms/posts.contract.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import type { Choice } from '../../ui/field.tsx'

export type PostStatus = PostSummary['status']

const looks: Record<PostStatus, StatusLook> = {
  draft: { label: 'Draft', tone: 'neutral' },
  published: { label: 'Published', tone: 'success' },
  scheduled: { label: 'Scheduled', tone: 'brand' },
}

export const postStatusChoices: readonly Choice<PostStatus>[] = [
  { value: 'draft', label: looks.draft.label },
  { value: 'published', label: looks.published.label },
  { value: 'scheduled', label: looks.scheduled.label },
]

export function PostStatusBadge({ status }: { status: PostStatus }) {
  return <StatusBadge status={status} looks={looks} />
}
