import { SelectField } from '../../../ui/field.tsx'
import { type ControlProps, textOf } from './control.ts'

export function FormControl({ hints, value, path, write, around }: ControlProps) {
  const chosen = textOf(value)
  const forms = around.canvas.forms.map(({ slug, name }) => ({ value: slug, label: name }))
  const isKnown = forms.some((form) => form.value === chosen)
  const unknown = { value: chosen, label: chosen ? `${chosen} (not there)` : 'Choose a form' }
  return (
    <SelectField
      name={path.join('.')}
      label={hints.label}
      value={chosen}
      options={isKnown ? forms : [unknown, ...forms]}
      {...(!isKnown && { hint: 'Until one of the website’s forms is chosen, visitors see none here.' })}
      onChange={(slug) => write(path, slug)}
    />
  )
}
