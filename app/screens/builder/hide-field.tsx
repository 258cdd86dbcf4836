import { Monitor, Smartphone, Tablet } from 'lucide-preact'
import type { Screen } from '#workers/sites/page-document.contract.ts'

const screens: readonly { screen: Screen; label: string; icon: preact.JSX.Element }[] = [
  { screen: 'desktop', label: 'Desktop', icon: <Monitor size={14} aria-hidden="true" /> },
  { screen: 'tablet', label: 'Tablet', icon: <Tablet size={14} aria-hidden="true" /> },
  { screen: 'phone', label: 'Phone', icon: <Smartphone size={14} aria-hidden="true" /> },
]

interface HideFieldProps {
  hidden: readonly Screen[]
  onChange: (hidden: Screen[] | undefined) => void
}

/** On which screens a block is shown. */
export function HideField({ hidden, onChange }: HideFieldProps) {
  const toggle = (screen: Screen) => {
    const next = screens
      .map((each) => each.screen)
      .filter((each) => (each === screen) !== hidden.includes(each))
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <fieldset>
      <legend class="label">Shown on</legend>
      <div class="flex gap-1.5">
        {screens.map(({ screen, label, icon }) => (
          <button
            key={screen}
            type="button"
            class="btn btn-sm flex-1 aria-pressed:bg-brand-subtle aria-pressed:text-brand-fg not-aria-pressed:text-fg-3 not-aria-pressed:line-through"
            aria-pressed={!hidden.includes(screen)}
            onClick={() => toggle(screen)}
          >
            {icon}
            {label}
          </button>
        ))}
      </div>
      {hidden.length === screens.length && (
        <p class="mt-1 text-12 text-warning-fg">Nobody sees this block: it is hidden on every screen.</p>
      )}
    </fieldset>
  )
}
