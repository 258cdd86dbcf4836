import { useState } from 'preact/hooks'
import { platformMarketApi, type ReviewQueue } from '#workers/market/review-queue.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'

/** What a decision is about. */
export interface Subject {
  what: 'submission' | 'review' | 'report'
  id: string
  name: string
  verdict: 'approved' | 'returned'
}

interface Words {
  title: (name: string) => string
  button: string
  lead: string
  done: string
}

const words: Record<Subject['what'], Record<Subject['verdict'], Words>> = {
  submission: {
    approved: {
      title: (name) => `Put ${name} on the marketplace?`,
      button: 'Approve',
      lead: 'A copy as it is now stands there for every agency.',
      done: 'It is on the marketplace',
    },
    returned: {
      title: (name) => `Send ${name} back?`,
      button: 'Send back',
      lead: 'Its agency reads your reasons, and can hand it in again.',
      done: 'It is sent back',
    },
  },
  review: {
    approved: {
      title: (name) => `Publish this review of ${name}?`,
      button: 'Publish',
      lead: 'Every agency reads it, and the rating counts.',
      done: 'The review is published',
    },
    returned: {
      title: () => 'Keep this review back?',
      button: 'Keep back',
      lead: 'Nobody else reads it.',
      done: 'The review stays unpublished',
    },
  },
  report: {
    approved: {
      title: (name) => `Take ${name} off the marketplace?`,
      button: 'Take off',
      lead: 'Nobody can install it any more. Who has it keeps it.',
      done: 'It is off the marketplace',
    },
    returned: {
      title: (name) => `Leave ${name} where it is?`,
      button: 'Dismiss the report',
      lead: 'The report is closed.',
      done: 'The report is dismissed',
    },
  },
}

interface DecisionDialogProps {
  subject: Subject
  onDecided: (queue: ReviewQueue) => void
  onClose: () => void
}

export function DecisionDialog({ subject, onDecided, onClose }: DecisionDialogProps) {
  const { what, verdict, name } = subject
  const { title, button, lead, done } = words[what][verdict]
  const [reasons, setReasons] = useState('')
  const form = useForm(['reasons'])
  const send = (event: Event) =>
    form.submit(event, async () => {
      onDecided(await decide(subject, reasons))
      toast(done)
      onClose()
    })
  return (
    <Dialog
      title={title(name)}
      onClose={onClose}
      onSubmit={send}
      width={480}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            {button}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <p class="text-fg-2">{lead}</p>
        {verdict === 'returned' && (
          <TextAreaField
            name="reasons"
            label={what === 'submission' ? 'What has to change' : 'Why'}
            rows={4}
            required
            maxLength={2000}
            value={reasons}
            onChange={setReasons}
            data-autofocus
            {...form.errorAt('reasons')}
          />
        )}
      </div>
    </Dialog>
  )
}

function decide({ what, id, verdict }: Subject, reasons: string): Promise<ReviewQueue> {
  const body = { verdict, reasons }
  if (what === 'submission')
    return call(platformMarketApi.decideSubmission, { params: { submission: id }, body })
  if (what === 'review') return call(platformMarketApi.decideReview, { params: { review: id }, body })
  return call(platformMarketApi.decideReport, { params: { report: id }, body })
}
