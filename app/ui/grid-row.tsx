import { useLocation } from 'preact-iso'
import { cx } from './class-names.ts'
import type { Column } from './grid.tsx'

export interface RowProps<Row> {
  row: Row
  columns: readonly Column<Row>[]
  name: string
  href: string | undefined
  /** Undefined when rows cannot be selected. */
  isSelected: boolean | undefined
  isTabStop: boolean
  onOpen: (() => void) | undefined
  onToggle: (isRange: boolean) => void
  /** Whether the key moved the focus. */
  onMove: (key: string) => boolean
}

export function GridRow<Row>({ row, columns, href, onOpen, ...props }: RowProps<Row>) {
  const { route } = useLocation()
  const opens = Boolean(href || onOpen)
  const open = () => {
    if (onOpen) onOpen()
    else if (href) route(href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' && opens) open()
    else if (event.key === ' ' && props.isSelected !== undefined) props.onToggle(event.shiftKey)
    else if (!props.onMove(event.key)) return
    event.preventDefault()
  }

  return (
    <tr
      class="group"
      tabIndex={props.isTabStop ? 0 : -1}
      {...(props.isSelected !== undefined && { 'aria-selected': props.isSelected })}
      data-opens={opens}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (opens && !isControl(event.target, event.currentTarget) && !hasSelectedText()) open()
      }}
    >
      {props.isSelected !== undefined && (
        <td class="pick">
          <input
            type="checkbox"
            tabIndex={-1}
            class="checkbox"
            aria-label={`Select ${props.name}`}
            checked={props.isSelected}
            onClick={(event) => props.onToggle(event.shiftKey)}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.id}
          class={cx(column.isRight && 'r num')}
          {...(index === 0 && { 'data-primary': true })}
          {...(column.isHiddenOnPhone && { 'data-hidden-phone': true })}
        >
          {index === 0 && href ? (
            <a href={href} tabIndex={-1} class="block truncate">
              {column.cell(row)}
            </a>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}

function isControl(target: EventTarget | null, row: Element): boolean {
  const control = target instanceof Element ? target.closest('a, button, input, select, label, .pick') : null
  return control !== null && row.contains(control)
}

function hasSelectedText(): boolean {
  return (getSelection()?.toString().length ?? 0) > 0
}
