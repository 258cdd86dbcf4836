import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { cx } from './class-names.ts'
import { useCurrentInView } from './current-in-view.ts'

export interface Section<Props> {
  id: string
  label: string
  panel: (props: Props) => ComponentChildren
}

interface SectionsProps<Props> {
  label: string
  sections: readonly Section<Props>[]
  /** The first is open where none is named. */
  current: string | undefined
  hrefOf: (id: string) => string
  props: Props
}

/** Things that are looked after one at a time, beside a list of what there is; each has an address of its own. */
export function Sections<Props>({ label, sections, current, hrefOf, props }: SectionsProps<Props>) {
  const open = sections.find(({ id }) => id === current) ?? sections[0]
  const nav = useRef<HTMLElement>(null)
  useCurrentInView(nav, open?.id)
  return (
    <div class="grid grid-cols-1 items-start gap-4 lg:grid-cols-[180px_minmax(0,1fr)]">
      <nav ref={nav} aria-label={label} class="flex gap-1 overflow-x-auto lg:flex-col">
        {sections.map(({ id, label: name }) => (
          <a
            key={id}
            href={hrefOf(id)}
            aria-current={id === open?.id ? 'page' : undefined}
            class={cx(
              'rounded-md px-3 py-1.5 whitespace-nowrap hover:bg-subtle',
              id === open?.id ? 'bg-subtle font-medium text-fg' : 'text-fg-2',
            )}
          >
            {name}
          </a>
        ))}
      </nav>
      <div key={open?.id} class="min-w-0">
        {open?.panel(props)}
      </div>
    </div>
  )
}
