import { signal } from '@preact/signals'
import { type Place, placeOf, subtreeOf } from '#workers/sites/page-patches.contract.ts'
import type { Editor } from './editor.ts'
import { nodeIdAt } from './node-id-at.ts'

/** So far a pointer travels before pressing becomes dragging. */
const THRESHOLD_PX = 5

/** Where what is dragged would be put, and where the line is drawn that says so, in the window's own pixels. */
export interface Drop {
  at: Place
  line: { top: number; left: number; width: number }
}

export interface Dragging {
  label: string
  x: number
  y: number
  drop: Drop | undefined
}

/** What is being dragged at the moment, for those who draw it. */
export const dragging = signal<Dragging | undefined>(undefined)

interface DragOptions {
  editor: Editor
  frame: HTMLIFrameElement | null
  label: string
  /** A block that is on the page already: it cannot be put into itself. */
  moved?: string
  onDrop: (at: Place) => void
}

/** Follows a pointer that went down on something that can be put on the canvas. */
export function startDrag(down: PointerEvent, { editor, frame, label, moved, onDrop }: DragOptions): void {
  if (down.button !== 0) return
  const source = down.currentTarget as HTMLElement
  const hasMoved = ({ clientX, clientY }: PointerEvent) =>
    Math.hypot(clientX - down.clientX, clientY - down.clientY) > THRESHOLD_PX

  const onMove = (event: PointerEvent) => {
    if (!dragging.peek() && !hasMoved(event)) return
    // The canvas is another window: it would swallow the pointer.
    if (frame) frame.style.pointerEvents = 'none'
    event.preventDefault()
    const { clientX: x, clientY: y } = event
    dragging.value = { label, x, y, drop: frame ? dropAt(editor, frame, { x, y }, moved) : undefined }
  }
  const end = () => {
    source.removeEventListener('pointermove', onMove)
    source.removeEventListener('pointerup', onUp)
    source.removeEventListener('pointercancel', end)
    removeEventListener('keydown', onKey, true)
    if (frame) frame.style.pointerEvents = ''
    dragging.value = undefined
  }
  const onUp = () => {
    const drop = dragging.peek()?.drop
    // A drag is not a click as well.
    if (dragging.peek()) source.addEventListener('click', swallow, { capture: true, once: true })
    end()
    if (drop) onDrop(drop.at)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end()
  }
  source.setPointerCapture(down.pointerId)
  source.addEventListener('pointermove', onMove)
  source.addEventListener('pointerup', onUp)
  source.addEventListener('pointercancel', end)
  addEventListener('keydown', onKey, true)
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

interface Point {
  x: number
  y: number
}

/** The canvas at the moment of a drag: points of the window as points of the canvas, and back. */
interface Scene {
  inner: Document
  point: Point
  lineAt: (box: DOMRect, top: number) => Drop['line']
}

/** The gap nearest to a point of the window, among the blocks the canvas shows there. */
function dropAt(editor: Editor, frame: HTMLIFrameElement, pointer: Point, moved?: string): Drop | undefined {
  const scene = sceneOf(frame, pointer)
  if (!scene) return undefined
  const document = editor.document.peek()
  const own = new Set(moved ? subtreeOf(document.nodes, moved) : [])
  const under = scene.inner.elementFromPoint(scene.point.x, scene.point.y)
  const id = nodeIdAt(under)
  if (id && own.has(id)) return undefined
  const slot = under?.closest('[data-empty-slot]')
  if (slot) return inSlot(slot, scene)
  const at = id && placeOf(document, id)
  if (!at) return atEnd(document.root.length, scene)
  return beside({ id, at }, scene, moved ? placeOf(document, moved) : undefined)
}

function sceneOf(frame: HTMLIFrameElement, { x, y }: Point): Scene | undefined {
  const { left, right, top, bottom, width } = frame.getBoundingClientRect()
  const inner = frame.contentDocument
  if (!inner || x < left || x > right || y < top || y > bottom) return undefined
  const scale = width / frame.offsetWidth
  return {
    inner,
    point: { x: (x - left) / scale, y: (y - top) / scale },
    lineAt: (box, at) => ({ top: top + at * scale, left: left + box.left * scale, width: box.width * scale }),
  }
}

function inSlot(slot: Element, { lineAt }: Scene): Drop {
  const [parent = '', name = ''] = slot.getAttribute('data-empty-slot')?.split(' ') ?? []
  const box = slot.getBoundingClientRect()
  return { at: { parent, slot: name, index: 0 }, line: lineAt(box, box.top + box.height / 2) }
}

function beside(
  { id, at }: { id: string; at: Place },
  { inner, point, lineAt }: Scene,
  lifted: Place | undefined,
): Drop | undefined {
  const box = inner.querySelector(`[data-node="${id}"]`)?.getBoundingClientRect()
  if (!box) return undefined
  const isBelow = point.y > box.top + box.height / 2
  // Places are counted without the block that is moved.
  const leaves = lifted?.parent === at.parent && lifted.slot === at.slot && lifted.index < at.index
  const index = at.index + (isBelow ? 1 : 0) - (leaves ? 1 : 0)
  return { at: { ...at, index }, line: lineAt(box, isBelow ? box.bottom : box.top) }
}

function atEnd(index: number, { inner, lineAt }: Scene): Drop | undefined {
  const box = inner.querySelector('main')?.getBoundingClientRect()
  return box && { at: { parent: null, slot: '', index }, line: lineAt(box, box.bottom) }
}
