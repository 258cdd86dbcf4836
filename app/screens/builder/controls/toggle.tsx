import { Switch } from '../../../ui/choices.tsx'
import type { ControlProps } from './control.ts'

export function ToggleControl({ hints, value, path, write }: ControlProps) {
  return (
    <Switch
      label={<span class="text-12 font-medium text-fg-2">{hints.label}</span>}
      isOn={value === true}
      onChange={(isOn) => write(path, isOn)}
    />
  )
}
