import { findBlock } from '#sites/blocks/registry.ts'
import type { Presence } from '#workers/review/presence.contract.ts'
import type { Thread } from '#workers/review/threads.contract.ts'
import { cx } from '../../ui/class-names.ts'
import type { Editor } from '../builder/editor.ts'
import { colorOf } from './presence.ts'
import { useTogether } from './together.ts'

interface MarksProps {
  editor: Editor
  document: Document
  scale: number
  /** Changes whenever the canvas was drawn or scrolled: marks follow their blocks. */
  drawings: number
}

/** What others do on the page, over it: the blocks they have selected, and those that are talked about. */
export function CanvasMarks({ editor, document, scale }: MarksProps) {
  const { presence, threads } = useTogether()
  const open = (threads.items.value ?? []).filter(({ resolvedAt }) => resolvedAt === null)
  const nodeIds = new Set(open.flatMap(({ node }) => node ?? []))
  return (
    <>
      {presence.others.value.flatMap((other) =>
        other.selected.map((id) => (
          <PresenceMark key={`${other.editor} ${id}`} other={other} box={boxOf(document, id, scale)} />
        )),
      )}
      {[...nodeIds].map((nodeId) => {
        const box = boxOf(document, nodeId, scale)
        if (!box) return null
        const type = editor.document.value.nodes[nodeId]?.type ?? ''
        const label = findBlock(type)?.label ?? type
        const about = open.filter((thread) => thread.node === nodeId)
        return <ThreadMark key={nodeId} threads={about} box={box} label={label} />
      })}
    </>
  )
}

interface Box {
  top: number
  left: number
  width: number
  height: number
}

function boxOf(document: Document, id: string, scale: number): Box | undefined {
  const element = document.querySelector(`[data-node="${CSS.escape(id)}"]`)
  if (!element) return undefined
  const { top, left, width, height } = element.getBoundingClientRect()
  return { top: top * scale, left: left * scale, width: width * scale, height: height * scale }
}

const px = ({ top, left, width, height }: Box) => ({
  ...{ top: `${top}px`, left: `${left}px`, width: `${width}px`, height: `${height}px` },
})

function PresenceMark({ other, box }: { other: Presence; box: Box | undefined }) {
  if (!box) return null
  const color = colorOf(other)
  return (
    <div class="presence-mark" style={{ ...px(box), borderColor: color }}>
      <span style={{ background: color }}>{other.name}</span>
    </div>
  )
}

/** Opens what is said about a block in the panel. */
function ThreadMark({ threads, box, label }: { threads: Thread[]; box: Box; label: string }) {
  const together = useTogether()
  const [first] = threads
  if (!first) return null
  const count = threads.reduce((sum, { comments }) => sum + comments.length, 0)
  const isUnread = threads.some((thread) => thread.isUnread)
  const isOpen = threads.some(({ id }) => id === together.threads.focusedId.value)
  const name = `${count} ${count === 1 ? 'comment' : 'comments'} on ${label}${isUnread ? ', unread' : ''}`
  return (
    <button
      type="button"
      class={cx('thread-mark', isUnread && 'is-unread', isOpen && 'is-open')}
      aria-label={name}
      title={name}
      style={{ top: `${Math.max(box.top, 0) + 8}px`, left: `${box.left + 8}px` }}
      onClick={() => void together.threads.focus(first)}
    >
      {count}
    </button>
  )
}
