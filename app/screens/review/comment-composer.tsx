import { SendHorizontal } from 'lucide-preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { PagePerson } from '#workers/review/threads.contract.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { MentionList, useMentions } from './mentions.tsx'
import type { NewComment } from './page-threads.ts'

interface ComposerProps {
  label: string
  placeholder: string
  people: readonly PagePerson[]
  initial?: string
  sendLabel?: string
  /** Takes the focus whenever this rises. */
  focusOn?: number
  onSend: (comment: NewComment) => Promise<void>
  onCancel?: () => void
}

/** A box to write a comment in. “@” offers the people of the page; Ctrl+Enter sends. */
export function CommentComposer(props: ComposerProps) {
  const { label, placeholder, people, initial = '', focusOn = 0, onSend, onCancel } = props
  const [body, setBody] = useState(initial)
  const box = useRef<HTMLTextAreaElement>(null)
  const mentions = useMentions(box, people, setBody)
  const form = useForm(['body'])
  const listId = useId()
  const { offered, active } = mentions

  useEffect(() => {
    if (focusOn > 0) box.current?.focus()
  }, [focusOn])

  const send = (event: Event) =>
    form.submit(event, async () => {
      const named = people.filter(({ name }) => body.includes(`@${name}`)).map(({ id }) => id)
      await onSend({ body, mentions: named })
      setBody('')
      mentions.close()
    })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event)
    else if (mentions.onKey(event)) event.preventDefault()
    else if (event.key === 'Escape' && onCancel) onCancel()
    else return
    event.stopPropagation()
  }
  const problem = form.errors.top ?? form.errorAt('body').error
  return (
    <form class="grid gap-2" onSubmit={send} noValidate>
      <textarea
        ref={box}
        name="body"
        class="input"
        rows={2}
        maxLength={5000}
        aria-label={label}
        placeholder={placeholder}
        value={body}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(offered.length > 0 && { 'aria-activedescendant': `${listId}-${active}` })}
        {...(problem && { 'aria-invalid': 'true' as const })}
        onInput={(event) => {
          setBody(event.currentTarget.value)
          mentions.look(event.currentTarget)
        }}
        onKeyDown={onKeyDown}
      />
      <MentionList id={listId} mentions={mentions} />
      {problem && <p class="text-12 text-danger-fg">{problem}</p>}
      <ComposerButtons {...props} isEmpty={body.trim() === ''} isBusy={form.isBusy} />
    </form>
  )
}

interface ButtonsProps extends Pick<ComposerProps, 'sendLabel' | 'onCancel'> {
  isEmpty: boolean
  isBusy: boolean
}

function ComposerButtons({ sendLabel = 'Send', onCancel, isEmpty, isBusy }: ButtonsProps) {
  if (isEmpty && !onCancel) return null
  return (
    <div class="flex justify-end gap-2">
      {onCancel && (
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      )}
      <Button
        type="submit"
        size="sm"
        look="primary"
        icon={<SendHorizontal />}
        isBusy={isBusy}
        disabled={isEmpty}
      >
        {sendLabel}
      </Button>
    </div>
  )
}
