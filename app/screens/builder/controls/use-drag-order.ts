import { useRef, useState } from 'preact/hooks'

interface Drag {
  from: number
  /** Where the item would stand in the list without it. */
  to: number
}

/** Reordering rows by pointer, mouse or finger: the row follows nothing, a line shows where it will go. */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<Drag | undefined>()

  const start = (event: PointerEvent, from: number) => {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ from, to: from })
  }
  const follow = (event: PointerEvent) => {
    if (!drag || !list.current) return
    const rows = [...list.current.children].filter((_row, index) => index !== drag.from)
    const to = rows.filter((row) => middleOf(row) < event.clientY).length
    if (to !== drag.to) setDrag({ ...drag, to })
  }
  const drop = () => {
    if (drag && drag.to !== drag.from) onMove(drag.from, drag.to)
    setDrag(undefined)
  }

  return {
    list,
    drag,
    /** Listeners of the grip of one row. */
    grip: (index: number) => ({
      onPointerDown: (event: PointerEvent) => start(event, index),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: () => setDrag(undefined),
    }),
    /** Which edge of a row the line is drawn at. */
    edgeOf: (index: number): 'before' | 'after' | undefined => {
      if (!drag || drag.to === drag.from || index !== drag.to) return undefined
      return drag.to > drag.from ? 'after' : 'before'
    },
  }
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}
