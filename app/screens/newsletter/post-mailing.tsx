import { Mail, Send } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { announcementsApi, type PostAnnouncement } from '#workers/newsletter/announcements.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { isOver, useRun } from '../../data/runs.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { counted } from '../../ui/numbers.ts'
import { RunSteps } from '../../ui/run-steps.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'

/** A post as a mail to subscribers: looked at, tried, sent, and how far sending has come. */
export function PostMailing({ postId }: { postId: string }) {
  const may = useMay()
  const params = { id: postId }
  const mailing = useResource(announcementsApi.preview, may('contacts:read') ? { params } : null)
  const { run, retry } = useRun(mailing.data?.runId)
  const [open, setOpen] = useState<'preview' | 'send' | undefined>()
  const { data } = mailing
  if (!data) return null
  const send = async () => {
    await call(announcementsApi.send, { params })
    await mailing.reload()
  }
  return (
    <Card title="Newsletter">
      <div class="grid gap-3">
        <p class="text-fg-3">{stateOf(data, run !== undefined && isOver(run))}</p>
        {run && <RunSteps run={run} onRetry={retry} />}
        <div class="flex flex-wrap gap-2">
          <Button size="sm" icon={<Mail />} onClick={() => setOpen('preview')}>
            Preview
          </Button>
          {may('sites:write') && !data.runId && (
            <Button
              size="sm"
              icon={<Send />}
              disabled={data.problem !== null}
              onClick={() => setOpen('send')}
            >
              Send
            </Button>
          )}
        </div>
      </div>
      {open === 'preview' && (
        <MailPreview postId={postId} mailing={data} onClose={() => setOpen(undefined)} />
      )}
      {open === 'send' && (
        <ConfirmDialog
          title={`Mail this post to ${counted(data.recipients, 'subscriber')}?`}
          confirmLabel="Send"
          isHarmless
          onConfirm={send}
          onClose={() => setOpen(undefined)}
        >
          Each gets it once. It cannot be called back.
        </ConfirmDialog>
      )}
    </Card>
  )
}

function stateOf({ runId, problem, recipients }: PostAnnouncement, isDone: boolean): string {
  if (runId)
    return isDone ? 'This post was mailed to subscribers.' : 'This post is being mailed to subscribers.'
  return problem ?? `${counted(recipients, 'subscriber')} would get this post.`
}

interface MailPreviewProps {
  postId: string
  mailing: PostAnnouncement
  onClose: () => void
}

function MailPreview({ postId, mailing, onClose }: MailPreviewProps) {
  const [isBusy, setBusy] = useState(false)
  const tryIt = async () => {
    setBusy(true)
    try {
      const { to } = await call(announcementsApi.test, { params: { id: postId } })
      toast(`A test is on its way to ${to}`)
    } catch (thrown) {
      toastProblem(thrown, 'The test was not sent')
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={mailing.subject}
      width={680}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" icon={<Send />} isBusy={isBusy} onClick={tryIt}>
            Send me a test
          </Button>
        </>
      }
    >
      <iframe
        title="The mail"
        sandbox=""
        class="h-[52dvh] w-full rounded-md border border-line bg-white"
        srcdoc={mailing.html}
      />
    </Dialog>
  )
}
