import { MessageSquare } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { findBlock } from '#sites/blocks/registry.ts'
import type { Thread } from '#workers/review/threads.contract.ts'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import type { Editor } from '../builder/editor.ts'
import { CommentComposer } from './comment-composer.tsx'
import { ThreadCard } from './thread-card.tsx'
import { useTogether } from './together.ts'

type Shown = 'open' | 'settled'

/** What is said about the page: a box for something new, and every conversation. */
export function CommentsPanel({ editor, onShow }: { editor: Editor; onShow: (nodeId: string) => void }) {
  const { threads } = useTogether()
  const [shown, setShown] = useState<Shown>('open')
  const { nodes } = editor.document.value
  const selectedId = editor.selected.value.at(0)
  const target = selectedId && nodes[selectedId] ? selectedId : undefined
  const items = threads.items.value?.filter(({ resolvedAt }) => (resolvedAt === null) === (shown === 'open'))

  useEffect(() => void threads.load(), [])

  const nameOf = (nodeId: string | null | undefined) => {
    const node = nodeId ? nodes[nodeId] : undefined
    if (!nodeId) return 'The page'
    return node ? (findBlock(node.type)?.label ?? node.type) : 'A block that was here'
  }
  const open = (thread: Thread) => {
    const isOpen = threads.focusedId.peek() === thread.id
    void threads.focus(isOpen ? undefined : thread)
    if (isOpen || !thread.node || !nodes[thread.node]) return
    editor.selected.value = [thread.node]
    onShow(thread.node)
  }
  return (
    <div class="grid gap-3 px-3 pb-4">
      <CommentComposer
        label={`Comment on ${nameOf(target)}`}
        placeholder={target ? `Comment on “${nameOf(target)}”` : 'Comment on the page, or choose a block'}
        people={threads.people.value}
        focusOn={editor.remarks.value}
        onSend={(comment) => threads.start(target, comment)}
      />
      <Segmented
        label="Which conversations"
        value={shown}
        options={[
          { value: 'open', label: 'Open' },
          { value: 'settled', label: 'Settled' },
        ]}
        onChange={setShown}
      />
      {!items && threads.problem.value && (
        <Failed problem={threads.problem.value} onRetry={() => void threads.load()} />
      )}
      {!items && !threads.problem.value && <SkeletonLines lines={4} />}
      {items?.length === 0 && (
        <Empty
          icon={<MessageSquare />}
          title={shown === 'open' ? 'Nothing to discuss' : 'Nothing settled yet'}
          class="px-2! py-8!"
        >
          {shown === 'open'
            ? 'Choose a block and say what you think. Name people with @ and they get a mail.'
            : 'Conversations that are done are kept here.'}
        </Empty>
      )}
      <ul class="grid gap-2" aria-label="Conversations">
        {items?.map((thread) => (
          <ThreadCard
            key={thread.id}
            {...{ thread, threads }}
            about={nameOf(thread.node)}
            isGone={thread.node !== null && !nodes[thread.node]}
            onOpen={() => open(thread)}
          />
        ))}
      </ul>
    </div>
  )
}
