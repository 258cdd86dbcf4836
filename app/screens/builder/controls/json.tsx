import { useEffect, useState } from 'preact/hooks'
import * as z from 'zod/mini'
import type { JsonValue } from '#workers/sites/page-document.contract.ts'
import { TextAreaField } from '../../../ui/field.tsx'
import type { ControlProps } from './control.ts'

/** For a property nobody has drawn a control for: its value as JSON, taken when it fits. */
export function JsonControl({ hints, schema, value, path, write }: ControlProps) {
  const written = JSON.stringify(value ?? null, null, 2)
  const [text, setText] = useState(written)
  const [error, setError] = useState<string | undefined>()

  // What is being typed stays as it is typed when it means the same.
  useEffect(() => {
    if (JSON.stringify(parsed(text)?.value) !== JSON.stringify(value ?? null)) setText(written)
  }, [written])

  const change = (next: string) => {
    setText(next)
    const read = parsed(next)
    const isFitting = read && z.safeParse(schema, read.value).success
    setError(read ? (isFitting ? undefined : 'The block cannot read this value.') : 'This is not JSON yet.')
    if (read && isFitting) write(path, read.value)
  }
  return (
    <TextAreaField
      name={path.join('.')}
      label={hints.label}
      isCode
      rows={5}
      spellcheck={false}
      value={text}
      onChange={change}
      {...(error && { error })}
    />
  )
}

function parsed(text: string): { value: JsonValue } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    // Half-typed JSON is told so below the field.
    return undefined
  }
}
