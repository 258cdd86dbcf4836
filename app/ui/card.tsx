import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { cx } from './class-names.ts'

interface CardProps {
  title: ComponentChildren
  actions?: ComponentChildren
  children: ComponentChildren
  /** Leaves the padding to the content, for lists and tables that reach the edge. */
  isFlush?: boolean
  class?: string
}

export function Card({ title, actions, children, isFlush = false, class: extra }: CardProps) {
  const id = useId()
  return (
    <section class={cx('card flex min-w-0 flex-col', extra)} aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id} class="min-w-24 flex-1 truncate">
          {title}
        </h2>
        {actions}
      </div>
      <div class={cx('min-w-0 flex-1', !isFlush && 'p-4')}>{children}</div>
    </section>
  )
}
