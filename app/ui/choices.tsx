import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface ChoiceProps {
  label: ComponentChildren
  hint?: ComponentChildren
  isOn: boolean
  onChange: (isOn: boolean) => void
  disabled?: boolean
}

export function Checkbox({ label, hint, isOn, onChange, disabled = false }: ChoiceProps) {
  const id = useId()
  return (
    <label class="flex cursor-pointer items-start gap-2.5" for={id}>
      <input
        id={id}
        type="checkbox"
        class="checkbox mt-0.5"
        checked={isOn}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="min-w-0">
        <span class="block">{label}</span>
        {hint && <span class="block text-12 text-fg-3">{hint}</span>}
      </span>
    </label>
  )
}

export function Switch({ label, hint, isOn, onChange, disabled = false }: ChoiceProps) {
  const id = useId()
  return (
    <label class="flex cursor-pointer items-start gap-3" for={id}>
      <span class="min-w-0 flex-1">
        <span class="block">{label}</span>
        {hint && <span class="block text-12 text-fg-3">{hint}</span>}
      </span>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        class="switch mt-px"
        checked={isOn}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  )
}
