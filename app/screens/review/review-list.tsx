import { Ellipsis, MessageSquareShare } from 'lucide-preact'
import { type Review, type ReviewStatus, reviewsApi } from '#workers/review/reviews.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { Badge, StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { ListRest } from './list-rest.tsx'

const looks: Record<ReviewStatus, StatusLook> = {
  open: { label: 'Waiting', tone: 'brand' },
  approved: { label: 'Approved', tone: 'success' },
  changes_requested: { label: 'Changes asked for', tone: 'warning' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
  expired: { label: 'Expired', tone: 'neutral' },
}

/** What was sent to be approved, and what became of it. */
export function ReviewList({ websiteId }: { websiteId: string }) {
  const canWrite = useMay()('sites:write')
  const reviews = usePages(reviewsApi.list, { params: { id: websiteId }, query: { limit: 20 } })
  const act = async (work: () => Promise<Review>, done: string) => {
    try {
      const next = await work()
      reviews.patch((items) => items.map((each) => (each.id === next.id ? next : each)))
      toast(done)
    } catch (thrown) {
      toastProblem(thrown)
    }
  }
  const actionsOf = ({ id }: Review): MenuEntry[] => [
    {
      ...{ id: 'remind', label: 'Remind those who have not answered' },
      onSelect: () => act(() => call(reviewsApi.remind, { params: { id } }), 'Reminded'),
    },
    {
      ...{ id: 'withdraw', label: 'Withdraw', tone: 'danger' as const },
      onSelect: () => act(() => call(reviewsApi.withdraw, { params: { id } }), 'Withdrawn'),
    },
  ]
  return (
    <>
      <ul aria-label="Reviews">
        {reviews.items?.map((review) => (
          <li key={review.id} class="grid gap-1 border-b border-line-subtle px-4 py-3 last:border-0">
            <div class="flex flex-wrap items-center gap-2">
              <StatusBadge status={review.status} looks={looks} />
              {review.isOutdated && <Badge tone="warning">Changed since</Badge>}
              <span class="min-w-0 flex-1 truncate text-fg-2">
                {review.pageId ? 'One page' : 'All changes'}, sent by {review.createdBy}
              </span>
              <Ago at={review.createdAt} class="text-12 text-fg-3" />
              {canWrite && review.status !== 'withdrawn' && (
                <Menu
                  label="What to do with the review"
                  class="btn btn-ghost btn-sm btn-icon"
                  align="end"
                  items={actionsOf(review)}
                >
                  <Ellipsis />
                </Menu>
              )}
            </div>
            {review.reviewers.map(({ id, email, decision, openedAt, note }) => (
              <div key={id} class="flex flex-wrap gap-x-2 text-12 text-fg-3">
                <span class="text-fg-2">{email}</span>
                <span>{answerOf(decision, openedAt)}</span>
                {note && <q class="min-w-0 break-words">{note}</q>}
              </div>
            ))}
          </li>
        ))}
      </ul>
      <ListRest list={reviews} icon={<MessageSquareShare />} title="Nothing was sent yet">
        Ask the client to approve what would be published. They need no account.
      </ListRest>
    </>
  )
}

function answerOf(decision: Review['reviewers'][number]['decision'], openedAt: string | null): string {
  if (decision === 'approved') return 'approved'
  if (decision) return 'asks for changes'
  return openedAt ? 'has looked at it' : 'has not opened it yet'
}
