import { Check, Ellipsis, Pencil, RotateCcw, Trash2 } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PagePerson, Thread, ThreadComment } from '#workers/review/threads.contract.ts'
import { useActor } from '../../data/actor.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Menu } from '../../ui/menu.tsx'
import { Ago } from '../../ui/time.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import { CommentComposer } from './comment-composer.tsx'
import type { PageThreads } from './page-threads.ts'

interface ThreadCardProps {
  thread: Thread
  threads: PageThreads
  /** What the conversation is about, in words. */
  about: string
  isGone: boolean
  onOpen: () => void
}

/** A conversation: its first words until it is opened, then all of it with a place to answer. */
export function ThreadCard({ thread, threads, about, isGone, onOpen }: ThreadCardProps) {
  const isOpen = threads.focusedId.value === thread.id
  const card = useRef<HTMLLIElement>(null)
  const [first, ...replies] = thread.comments
  const people = threads.people.value
  const act = (work: () => Promise<void>) => work().catch((thrown) => toastProblem(thrown))

  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])

  if (!first) return null
  return (
    <li ref={card} class={cx('thread-card', isOpen && 'is-open')}>
      <div class="flex items-center gap-2">
        <button type="button" class="min-w-0 flex-1 text-left" aria-expanded={isOpen} onClick={onOpen}>
          <span class="flex items-center gap-1.5 text-12 text-fg-3">
            {thread.isUnread && <span class="dot text-brand" title="Unread" />}
            <span class="truncate">{about}</span>
            {thread.isUnread && <span class="sr">Unread</span>}
          </span>
        </button>
        {isGone && <Badge tone="warning">Block removed</Badge>}
        {thread.resolvedAt ? (
          <IconButton label="Take it up again" onClick={() => act(() => threads.reopen(thread))}>
            <RotateCcw />
          </IconButton>
        ) : (
          <IconButton label="Mark as settled" onClick={() => act(() => threads.resolve(thread))}>
            <Check />
          </IconButton>
        )}
      </div>
      {[first, ...(isOpen ? replies : [])].map((comment) => (
        <Comment key={comment.id} {...{ comment, thread, threads, people }} />
      ))}
      {!isOpen && replies.length > 0 && (
        <button type="button" class="mt-1 text-12 font-medium text-brand-fg" onClick={onOpen}>
          {replies.length} {replies.length === 1 ? 'answer' : 'answers'}
        </button>
      )}
      {thread.resolvedAt && <p class="mt-2 text-12 text-fg-3">Settled by {thread.resolvedBy}</p>}
      {isOpen && (
        <div class="mt-2">
          <CommentComposer
            label="Answer"
            placeholder="Answer"
            people={people}
            onSend={(comment) => threads.answer(thread, comment)}
          />
        </div>
      )}
    </li>
  )
}

interface CommentProps {
  comment: ThreadComment
  thread: Thread
  threads: PageThreads
  people: readonly PagePerson[]
}

function Comment({ comment, thread, threads, people }: CommentProps) {
  const [isChanging, setChanging] = useState(false)
  const isMine = useActor()?.userId === comment.userId
  const remove = () =>
    threads.remove(thread, comment.id).catch((thrown) => toastProblem(thrown, 'Not removed'))
  return (
    <article class="mt-2" aria-label={`Comment by ${comment.by}`}>
      <header class="flex items-center gap-1.5">
        <Avatar name={comment.by} size={20} />
        <b class="truncate font-medium">{comment.by}</b>
        <Ago at={comment.createdAt} class="flex-none text-12 text-fg-3" />
        {comment.editedAt && <span class="text-12 text-fg-3">(changed)</span>}
        <span class="flex-1" />
        {isMine && (
          <Menu
            label="What to do with your comment"
            class="btn btn-ghost btn-sm btn-icon"
            align="end"
            items={[
              { id: 'change', label: 'Change', icon: <Pencil />, onSelect: () => setChanging(true) },
              { id: 'remove', label: 'Remove', icon: <Trash2 />, tone: 'danger', onSelect: remove },
            ]}
          >
            <Ellipsis />
          </Menu>
        )}
      </header>
      {isChanging ? (
        <CommentComposer
          label="Your comment"
          placeholder=""
          sendLabel="Save"
          people={people}
          initial={comment.body}
          onCancel={() => setChanging(false)}
          onSend={async (changed) => {
            await threads.change(comment.id, changed)
            setChanging(false)
          }}
        />
      ) : (
        <p class="mt-0.5 break-words whitespace-pre-wrap text-fg-2">{withNames(comment.body, people)}</p>
      )}
    </article>
  )
}

/** The text with the people named in it standing out. */
function withNames(body: string, people: readonly PagePerson[]) {
  const named = people.map(({ name }) => `@${name}`).filter((name) => body.includes(name))
  if (named.length === 0) return body
  const pattern = new RegExp(
    `(${named.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
  )
  return body.split(pattern).map((part) =>
    named.includes(part) ? (
      <b key={part} class="font-medium text-brand-fg">
        {part}
      </b>
    ) : (
      part
    ),
  )
}
