import { Field } from '../../../ui/field.tsx'
import { type ControlProps, textOf } from './control.ts'
import { Counter } from './counter.tsx'

export function AreaControl({ hints, value, path, write }: ControlProps) {
  const text = textOf(value)
  return (
    <Field label={hints.label}>
      {(control) => (
        <>
          <textarea
            {...control}
            rows={3}
            name={path.join('.')}
            class="input block field-sizing-content max-h-80 min-h-18"
            value={text}
            onInput={(event) => write(path, event.currentTarget.value)}
          />
          <Counter length={text.length} most={hints.maxLength} />
        </>
      )}
    </Field>
  )
}
