import { Check, MessageSquareWarning } from 'lucide-preact'
import { useState } from 'preact/hooks'
import {
  type ReviewDecision as Decision,
  type ReviewView,
  reviewLinksApi,
} from '#workers/review/reviews.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'

interface DecisionProps {
  token: string
  view: ReviewView
  /** Reads everything anew: what was shown may have changed meanwhile. */
  load: () => Promise<void>
}

/** Where someone approves what they see, or asks for changes; they may think again for as long as the link works. */
export function ReviewDecision({ token, view, load }: DecisionProps) {
  const [note, setNote] = useState('')
  const form = useForm(['note'])
  const decide = (decision: Decision) => (event: Event) =>
    form.submit(event, async () => {
      const seen = view.pages.map(({ id, mark }) => ({ page: id, mark }))
      try {
        await call(reviewLinksApi.decide, { params: { token }, body: { decision, note, seen } })
        toast(decision === 'approved' ? 'Thank you. You have approved it.' : 'Thank you. They were told.')
        setNote('')
      } finally {
        await load()
      }
    })
  return (
    <form class="grid gap-3 border-b border-line pb-4" onSubmit={decide('approved')} noValidate>
      <h2 class="font-semibold">Your decision</h2>
      <p class="text-12 break-words text-fg-3">You decide as {view.email}.</p>
      {view.decision === 'approved' && <Notice tone="success">You have approved this.</Notice>}
      {view.decision === 'changes_requested' && (
        <Notice tone="warning">You have asked for changes. When they are made, you can approve here.</Notice>
      )}
      {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
      <TextAreaField
        {...{ name: 'note', label: 'A word about it', isOptional: true, rows: 2, maxLength: 2000 }}
        {...{ value: note, onChange: setNote }}
        {...form.errorAt('note')}
      />
      <div class="flex flex-wrap gap-2">
        <Button type="submit" look="primary" icon={<Check />} isBusy={form.isBusy}>
          Approve
        </Button>
        <Button icon={<MessageSquareWarning />} disabled={form.isBusy} onClick={decide('changes_requested')}>
          Ask for changes
        </Button>
      </div>
    </form>
  )
}
