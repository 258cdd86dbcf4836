import { useState } from 'preact/hooks'
import { type Approval, approvalsApi } from '#workers/review/approvals.contract.ts'
import { reviewsApi } from '#workers/review/reviews.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'

interface SendReviewDialogProps {
  websiteId: string
  page?: { id: string; title: string }
  onClose: () => void
}

const hints: Record<Approval['approval'], string> = {
  none: 'One address per line. They need no account: each gets a link of their own.',
  client: 'One address per line, of the client. They need no account: each gets a link of their own.',
  agency: 'One address per line, of people of the agency.',
}

/** Asks people to approve a page, or all that waits to be published. */
export function SendReviewDialog({ websiteId, page, onClose }: SendReviewDialogProps) {
  const [what, setWhat] = useState<'page' | 'all'>(page ? 'page' : 'all')
  const [emails, setEmails] = useState('')
  const [message, setMessage] = useState('')
  const approval = useResource(approvalsApi.get, { params: { id: websiteId } })
  const form = useForm(['emails', 'message'])
  const send = (event: Event) =>
    form.submit(event, async () => {
      await call(reviewsApi.send, {
        params: { id: websiteId },
        body: {
          emails: emails.split(/[\s,;]+/).filter(Boolean),
          message,
          ...(what === 'page' && page ? { pageId: page.id } : {}),
        },
      })
      invalidate(`/websites/${websiteId}/reviews`, `/websites/${websiteId}/approval`)
      toast('Sent for review')
      onClose()
    })
  return (
    <Dialog
      title="Send for review"
      onClose={onClose}
      onSubmit={send}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy} disabled={!emails.trim()}>
            Send
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        {page && (
          <SelectField
            name="what"
            label="What they look at"
            value={what}
            options={[
              { value: 'page', label: `Only “${page.title}”` },
              { value: 'all', label: 'All that waits to be published' },
            ]}
            onChange={setWhat}
          />
        )}
        {what === 'all' &&
          (approval.data ? <Waiting approval={approval.data} /> : <SkeletonLines lines={3} />)}
        <TextAreaField
          {...{ name: 'emails', label: 'Whom to ask', required: true, rows: 2 }}
          hint={hints[approval.data?.approval ?? 'none']}
          {...{ value: emails, onChange: setEmails, placeholder: 'mara@harbordental.com' }}
          {...form.errorAt('emails')}
        />
        <TextAreaField
          {...{ name: 'message', label: 'What to tell them', isOptional: true, maxLength: 2000 }}
          {...{ value: message, onChange: setMessage }}
          {...form.errorAt('message')}
        />
      </div>
    </Dialog>
  )
}

const kinds = { new: 'New', changed: 'Changed', removed: 'Removed' } as const
const MAX_LISTED = 8

/** What a publish would bring, and what of it is approved. */
export function Waiting({ approval }: { approval: Approval }) {
  const { pages, isSharedChanged, isSharedApproved } = approval
  if (pages.length === 0 && !isSharedChanged) return <p class="text-fg-3">Nothing waits to be published.</p>
  return (
    <ul class="grid gap-1" aria-label="Waits to be published">
      {pages.slice(0, MAX_LISTED).map(({ id, title, path, kind, isApproved }) => (
        <li key={id} class="flex items-center gap-2">
          <span class="min-w-0 flex-1 truncate">
            {title} <span class="code text-fg-3">{path}</span>
          </span>
          <Badge>{kinds[kind]}</Badge>
          {isApproved && <Badge tone="success">Approved</Badge>}
        </li>
      ))}
      {pages.length > MAX_LISTED && <li class="text-fg-3">and {pages.length - MAX_LISTED} more</li>}
      {isSharedChanged && (
        <li class="flex items-center gap-2">
          <span class="flex-1">Design, menus, header or footer</span>
          <Badge>Changed</Badge>
          {isSharedApproved && <Badge tone="success">Approved</Badge>}
        </li>
      )}
    </ul>
  )
}
