import { Field } from '../../../ui/field.tsx'
import { type ControlProps, textOf } from './control.ts'
import { Counter } from './counter.tsx'

export function LineControl({ hints, value, path, write }: ControlProps) {
  const text = textOf(value)
  return (
    <Field label={hints.label}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            name={path.join('.')}
            class="input"
            autocomplete="off"
            value={text}
            onInput={(event) => write(path, event.currentTarget.value)}
          />
          <Counter length={text.length} most={hints.maxLength} />
        </>
      )}
    </Field>
  )
}
