import { Check } from 'lucide-preact'
import { cx } from '../../ui/class-names.ts'

export interface StepName {
  title: string
  lead: string
}

interface StepperProps {
  steps: readonly StepName[]
  current: number
  onGo: (step: number) => void
}

/** Where one is in a flow; steps already taken can be gone back to. */
export function Stepper({ steps, current, onGo }: StepperProps) {
  return (
    <ol class="flex gap-2" aria-label="Steps">
      {steps.map(({ title, lead }, index) => (
        <li
          key={title}
          class={cx('min-w-0', index === current ? 'flex-1' : 'sm:flex-1')}
          aria-current={index === current ? 'step' : undefined}
        >
          <button
            type="button"
            class={cx(
              'flex w-full items-center gap-2.5 rounded-lg border px-3 py-2 text-left',
              index === current ? 'border-brand-line bg-brand-subtle' : 'border-line bg-surface',
            )}
            disabled={index > current}
            onClick={() => onGo(index)}
          >
            <span
              class={cx(
                'num grid h-6 w-6 flex-none place-items-center rounded-full text-12 font-semibold',
                index <= current ? 'bg-brand text-on-brand' : 'bg-surface-3 text-fg-3',
              )}
            >
              {index < current ? <Check size={14} strokeWidth={2.5} /> : index + 1}
            </span>
            <span class="min-w-0 max-sm:hidden">
              <b class="block truncate font-medium">{title}</b>
              <span class="block truncate text-11 text-fg-3">{lead}</span>
            </span>
            <span class={cx('sm:hidden', index === current ? 'truncate font-medium' : 'sr')}>{title}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
