import { CalendarClock, Eye, MessageSquareShare } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type ApprovalBy, approvalsApi } from '#workers/review/approvals.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { PreviewLinkDialog } from './preview-link-dialog.tsx'
import { PreviewLinkList } from './preview-link-list.tsx'
import { ReviewList } from './review-list.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { ScheduleList } from './schedule-list.tsx'
import { SendReviewDialog, Waiting } from './send-review-dialog.tsx'

/** All about a website that leads to other people, or to another time. */
export function WebsiteReview({ website }: { website: Website }) {
  const may = useMay()
  const [open, setOpen] = useState<'review' | 'preview' | 'schedule' | undefined>()
  const about = { websiteId: website.id, onClose: () => setOpen(undefined) }
  return (
    <div class="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div class="grid gap-4">
        <Card
          title="Reviews"
          isFlush
          {...(may('sites:write') && {
            actions: (
              <Button size="sm" icon={<MessageSquareShare />} onClick={() => setOpen('review')}>
                Send for review
              </Button>
            ),
          })}
        >
          <ReviewList websiteId={website.id} />
        </Card>
        <Card
          title="Scheduled"
          isFlush
          {...(may('sites:publish') && {
            actions: (
              <Button size="sm" icon={<CalendarClock />} onClick={() => setOpen('schedule')}>
                Schedule
              </Button>
            ),
          })}
        >
          <ScheduleList websiteId={website.id} />
        </Card>
        {may('sites:write') && (
          <Card
            title="Preview links"
            isFlush
            actions={
              <Button size="sm" icon={<Eye />} onClick={() => setOpen('preview')}>
                Make a link
              </Button>
            }
          >
            <PreviewLinkList websiteId={website.id} />
          </Card>
        )}
      </div>
      <ApprovalCard websiteId={website.id} />
      {open === 'review' && <SendReviewDialog {...about} />}
      {open === 'preview' && <PreviewLinkDialog {...about} />}
      {open === 'schedule' && <ScheduleDialog {...about} />}
    </div>
  )
}

const choices: { value: ApprovalBy; label: string }[] = [
  { value: 'none', label: 'Nobody’s: whoever may publish, may' },
  { value: 'client', label: 'The client’s' },
  { value: 'agency', label: 'The agency’s' },
]

function ApprovalCard({ websiteId }: { websiteId: string }) {
  const canChoose = useMay()('clients:write')
  const approval = useResource(approvalsApi.get, { params: { id: websiteId } })
  const [isPublishing, setPublishing] = useState(false)
  const { data, problem } = approval
  const choose = async (by: ApprovalBy) => {
    try {
      const next = await call(approvalsApi.choose, { params: { id: websiteId }, body: { approval: by } })
      approval.patch(() => next)
      toast(by === 'none' ? 'Changes need no approval' : 'Changes need approval')
    } catch (thrown) {
      toastProblem(thrown, 'Not changed')
    }
  }
  const publishAnyway = async () => {
    await call(approvalsApi.publishAnyway, { params: { id: websiteId }, idempotencyKey: crypto.randomUUID() })
    invalidate('/runs', `/websites/${websiteId}`)
    toast('Publishing')
  }
  if (!data) {
    return (
      <Card title="Approval">
        {problem ? <Failed problem={problem} onRetry={approval.reload} /> : <SkeletonLines lines={4} />}
      </Card>
    )
  }
  const isNeeded = data.approval !== 'none'
  return (
    <Card title="Approval">
      <div class="grid gap-4">
        <SelectField
          name="approval"
          label="Whose approval a publish takes"
          value={data.approval}
          options={choices}
          disabled={!canChoose}
          onChange={choose}
        />
        <div class="grid gap-2">
          <h3 class="flex items-center gap-2 text-12 font-medium text-fg-2">
            Waits to be published
            {isNeeded && (
              <Badge tone={data.isApproved ? 'success' : 'warning'}>
                {data.isApproved ? 'Approved' : 'Needs approval'}
              </Badge>
            )}
          </h3>
          <Waiting approval={data} />
        </div>
        {isNeeded && !data.isApproved && canChoose && (
          <Button size="sm" onClick={() => setPublishing(true)}>
            Publish without approval
          </Button>
        )}
      </div>
      {isPublishing && (
        <ConfirmDialog
          title="Publish without approval?"
          confirmLabel="Publish anyway"
          onConfirm={publishAnyway}
          onClose={() => setPublishing(false)}
        >
          <p>Visitors will see what nobody has approved. The audit log keeps that you did this.</p>
        </ConfirmDialog>
      )}
    </Card>
  )
}
