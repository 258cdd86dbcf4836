import { ArrowDown, ArrowUp, ChevronRight, Copy, EllipsisVertical, GripVertical, Trash2 } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { cx } from '../../../ui/class-names.ts'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'

interface ListRowProps {
  name: string
  index: number
  length: number
  isOpen: boolean
  isDragged: boolean
  /** Where a dragged row would be put beside this one. */
  edge: 'before' | 'after' | undefined
  grip: Record<string, (event: PointerEvent) => void>
  onToggle: () => void
  onMove: (to: number) => void
  onDuplicate: () => void
  onRemove: () => void
  children: ComponentChildren
}

/** One item of a list: what it is called, ways to move it, and its fields once it is open. */
export function ListRow(props: ListRowProps) {
  const { name, index, length, isOpen, isDragged, edge, grip, onToggle, onMove, children } = props
  const id = useId()
  const handle = useRef<HTMLButtonElement>(null)
  // A row that is put elsewhere loses the focus on the way.
  const moveTo = (to: number) => {
    onMove(to)
    requestAnimationFrame(() => handle.current?.focus())
  }
  const step = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    moveTo(index + by)
  }
  return (
    <li class={cx('relative', isDragged && 'opacity-50')}>
      {edge && (
        <span
          aria-hidden="true"
          class={cx('absolute inset-x-0 z-1 h-0.5 bg-brand', edge === 'before' ? '-top-px' : '-bottom-px')}
        />
      )}
      <div class="flex h-8 items-center pr-1 pl-0.5">
        <button
          ref={handle}
          type="button"
          class="grid h-7 w-5 flex-none cursor-grab touch-none place-items-center rounded-sm text-fg-3 hover:text-fg active:cursor-grabbing"
          aria-label={`Move ${name}, ${index + 1} of ${length}`}
          title="Drag, or use the arrow keys"
          {...grip}
          onKeyDown={step}
        >
          <GripVertical size={14} strokeWidth={1.75} />
        </button>
        <button
          type="button"
          class="flex h-full min-w-0 flex-1 items-center gap-1 rounded-sm text-left"
          data-opener
          aria-expanded={isOpen}
          aria-controls={`${id}-fields`}
          onClick={onToggle}
        >
          <ChevronRight
            size={14}
            strokeWidth={1.75}
            class={cx('flex-none text-fg-3 transition-transform', isOpen && 'rotate-90')}
          />
          <span class="truncate">{name}</span>
        </button>
        <Menu
          label={`Actions for ${name}`}
          class="btn btn-ghost btn-sm btn-icon w-6!"
          align="end"
          items={actionsOf({ ...props, onMove: moveTo })}
        >
          <EllipsisVertical />
        </Menu>
      </div>
      {isOpen && (
        <div id={`${id}-fields`} class="grid grid-cols-1 gap-4 border-t border-line-subtle p-3">
          {children}
        </div>
      )}
    </li>
  )
}

function actionsOf({ index, length, onMove, onDuplicate, onRemove }: ListRowProps): MenuEntry[] {
  return [
    {
      id: 'up',
      label: 'Move up',
      icon: <ArrowUp />,
      isDisabled: index === 0,
      onSelect: () => onMove(index - 1),
    },
    {
      id: 'down',
      label: 'Move down',
      icon: <ArrowDown />,
      isDisabled: index === length - 1,
      onSelect: () => onMove(index + 1),
    },
    { id: 'duplicate', label: 'Duplicate', icon: <Copy />, onSelect: onDuplicate },
    'separator',
    { id: 'remove', label: 'Remove', icon: <Trash2 />, tone: 'danger', onSelect: onRemove },
  ]
}
