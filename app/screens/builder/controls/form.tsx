import { SelectField } from '../../../ui/field.tsx'
import { type ControlProps, textOf } from './control.ts'

export function FormControl({ hints, value, path, write, around }: ControlProps) {
  const chosen = textOf(value)
  const forms = around.canvas.forms.map(({ slug, name }) => ({ value: slug, label: name }))
  const isKnown = forms.some((form) => form.value === chosen)
  const unknown = { value: chosen, label: forms.length > 0 ? 'Choose a form' : 'No forms' }
  const [first] = forms
  const hint = first ? `Until one is chosen, visitors see “${first.label}”.` : 'The website has no forms yet.'
  return (
    <SelectField
      name={path.join('.')}
      label={hints.label}
      value={chosen}
      options={isKnown ? forms : [unknown, ...forms]}
      {...(!isKnown && { hint })}
      onChange={(slug) => write(path, slug)}
    />
  )
}
