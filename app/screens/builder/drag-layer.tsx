import { dragging } from './drag.ts'

/** What is dragged, at the pointer, and the line that says where it will stand. */
export function DragLayer() {
  const drag = dragging.value
  if (!drag) return null
  const { label, x, y, drop } = drag
  return (
    <>
      {drop && (
        <div
          class="builder-drop"
          style={{ top: `${drop.line.top}px`, left: `${drop.line.left}px`, width: `${drop.line.width}px` }}
        />
      )}
      <div class="builder-ghost" style={{ top: `${y + 8}px`, left: `${x + 12}px` }}>
        {label}
      </div>
    </>
  )
}
