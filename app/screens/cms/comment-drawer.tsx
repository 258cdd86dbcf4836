import { useState } from 'preact/hooks'
import { type Comment, type CommentStatus, commentsApi } from '#workers/cms/comments.contract.ts'
import { call } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'

interface CommentDrawerProps {
  comment: Comment
  canWrite: boolean
  onModerate: (status: CommentStatus) => void
  onReplied: () => void
  onClose: () => void
}

/** One comment whole, with everything that can be done about it. */
export function CommentDrawer({ comment, canWrite, onModerate, onReplied, onClose }: CommentDrawerProps) {
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { author, email, answers, html, status, postTitle, postUrl, writtenAt, isFromSite } = comment

  const reply = async () => {
    setBusy(true)
    try {
      await call(commentsApi.reply, { params: { id: comment.id }, body: { text } })
      toast('Your answer will be on the site in a moment')
      onReplied()
    } catch (thrown) {
      toastProblem(thrown, 'The answer was not sent')
    }
    setBusy(false)
  }
  return (
    <Drawer title={author} onClose={onClose}>
      <div class="grid gap-4">
        <p class="text-12 text-fg-3">
          {email && (
            <a class="link" href={`mailto:${email}`}>
              {email}
            </a>
          )}{' '}
          · <Ago at={writtenAt} />
          {answers && <span> in answer to {answers}</span>}
        </p>
        <p>
          <ExternalLink href={postUrl}>{postTitle}</ExternalLink>
        </p>
        {/* Sanitised by allow-list when it was written. */}
        <div class="grid gap-2 break-words" dangerouslySetInnerHTML={{ __html: html }} />
        {canWrite && (
          <>
            <div class="flex flex-wrap gap-2">
              {status !== 'approved' && (
                <Button look="primary" onClick={() => onModerate('approved')}>
                  Approve
                </Button>
              )}
              {status === 'approved' && (
                <Button onClick={() => onModerate('pending')}>Take off the site</Button>
              )}
              {status !== 'spam' && !isFromSite && <Button onClick={() => onModerate('spam')}>Spam</Button>}
              {status !== 'removed' && (
                <Button look="danger-ghost" onClick={() => onModerate('removed')}>
                  Remove
                </Button>
              )}
            </div>
            <TextAreaField
              name="text"
              label="Answer"
              hint="Appears below the comment, which it approves."
              value={text}
              onChange={setText}
            />
            <div>
              <Button look="primary" isBusy={isBusy} disabled={text.trim() === ''} onClick={reply}>
                Answer
              </Button>
            </div>
          </>
        )}
      </div>
    </Drawer>
  )
}
