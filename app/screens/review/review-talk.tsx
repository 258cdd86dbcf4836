import { useState } from 'preact/hooks'
import { type ReviewedPage, type ReviewView, reviewLinksApi } from '#workers/review/reviews.contract.ts'
import type { Thread } from '#workers/review/threads.contract.ts'
import { call } from '../../api.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Ago } from '../../ui/time.tsx'
import { blockName } from './change-words.ts'
import { CommentComposer } from './comment-composer.tsx'

interface TalkProps {
  token: string
  view: ReviewView
  page: ReviewedPage
  /** The block somebody chose on the page. */
  nodeId: string | undefined
  onView: (view: ReviewView) => void
}

/** What a reviewer says about a page and its blocks, and what is answered. */
export function ReviewTalk({ token, view, page, nodeId, onView }: TalkProps) {
  const nodes = { ...page.before?.nodes, ...page.after?.nodes }
  const nameOf = (node: string | null | undefined) => {
    if (!node) return 'The page'
    const type = nodes[node]?.type
    return type ? blockName(type) : 'A block that was here'
  }
  const target = nodeId && page.after?.nodes[nodeId] ? nodeId : undefined
  const say = async (body: string, about: { thread?: string; node?: string }) => {
    const answer = await call(reviewLinksApi.comment, {
      params: { token },
      body: { page: page.id, body, ...about },
    })
    const others = view.threads.filter(({ id }) => id !== answer.id)
    onView({ ...view, threads: [...others, answer].toSorted((a, b) => (a.id < b.id ? -1 : 1)) })
  }
  const threads = view.threads.filter(({ pageId }) => pageId === page.id)
  return (
    <section class="grid gap-3" aria-label="Comments">
      <h2 class="font-semibold">Comments</h2>
      <CommentComposer
        key={target ?? 'page'}
        label={`Comment on ${nameOf(target)}`}
        placeholder={
          target ? `Comment on “${nameOf(target)}”` : 'Click a block on the page, or say it about all of it'
        }
        people={[]}
        onSend={({ body }) => say(body, target ? { node: target } : {})}
      />
      <ul class="grid gap-2" aria-label="Conversations">
        {threads.map((thread) => (
          <TalkCard
            key={thread.id}
            thread={thread}
            about={nameOf(thread.node)}
            onAnswer={(body) => say(body, { thread: thread.id })}
          />
        ))}
      </ul>
    </section>
  )
}

interface TalkCardProps {
  thread: Thread
  about: string
  onAnswer: (body: string) => Promise<void>
}

function TalkCard({ thread, about, onAnswer }: TalkCardProps) {
  const [isAnswering, setAnswering] = useState(false)
  return (
    <li class="thread-card">
      <p class="flex items-center gap-2 text-12 text-fg-3">
        <span class="min-w-0 flex-1 truncate">{about}</span>
        {thread.resolvedAt && <Badge tone="success">Settled</Badge>}
      </p>
      {thread.comments.map(({ id, by, body, createdAt }) => (
        <article key={id} class="mt-2" aria-label={`Comment by ${by}`}>
          <header class="flex items-center gap-1.5">
            <Avatar name={by} size={20} />
            <b class="truncate font-medium">{by}</b>
            <Ago at={createdAt} class="flex-none text-12 text-fg-3" />
          </header>
          <p class="mt-0.5 break-words whitespace-pre-wrap text-fg-2">{body}</p>
        </article>
      ))}
      <div class="mt-2">
        {isAnswering ? (
          <CommentComposer
            label="Answer"
            placeholder="Answer"
            people={[]}
            onCancel={() => setAnswering(false)}
            onSend={async ({ body }) => {
              await onAnswer(body)
              setAnswering(false)
            }}
          />
        ) : (
          <Button size="sm" look="ghost" onClick={() => setAnswering(true)}>
            Answer
          </Button>
        )}
      </div>
    </li>
  )
}
