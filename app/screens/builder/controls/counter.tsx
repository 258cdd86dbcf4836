import { cx } from '../../../ui/class-names.ts'

interface CounterProps {
  length: number
  most: number | undefined
}

/** How much has been written of what fits well; more is allowed. */
export function Counter({ length, most }: CounterProps) {
  if (most === undefined) return null
  const isOver = length > most
  return (
    <div
      class={cx(
        'mt-1 -mb-1 flex h-4 justify-between gap-2 text-11',
        isOver ? 'text-warning-fg' : 'text-fg-3',
      )}
    >
      <span role="status">{isOver && 'Longer than fits well'}</span>
      <span class="num" aria-hidden="true">
        {length}/{most}
      </span>
    </div>
  )
}
