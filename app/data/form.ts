import { useState } from 'preact/hooks'
import { Problem } from '../problem.ts'

/** What the server said about a form, placed at the field it speaks of or at the top. */
export interface FormErrors {
  top: string | undefined
  fields: Record<string, string>
}

export const noErrors: FormErrors = { top: undefined, fields: {} }

/** `website.slug: Use 3 to 63 letters.` belongs to the field `website.slug` when the form has one. */
export function errorsOf(problem: Problem, fieldNames: readonly string[]): FormErrors {
  if (problem.code !== 'invalid_input') return { top: problem.message, fields: {} }
  const fields: Record<string, string> = {}
  const rest: string[] = []
  for (const line of problem.message.split('\n')) {
    const [, path, text] = /^([\w.[\]]+): (.+)$/.exec(line.trim()) ?? []
    if (path && text && fieldNames.includes(path)) fields[path] ??= text
    else if (line.trim()) rest.push(line.trim())
  }
  return { top: rest.length > 0 ? rest.join(' ') : undefined, fields }
}

export interface Form {
  errors: FormErrors
  isBusy: boolean
  /** Runs the work of a submit once at a time; a Problem becomes the form's errors. */
  submit: (event: Event, work: () => Promise<void>) => Promise<void>
  setErrors: (errors: FormErrors) => void
  errorAt: (field: string) => { error?: string }
}

export function useForm(fieldNames: readonly string[]): Form {
  const [errors, setErrors] = useState(noErrors)
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: Event, work: () => Promise<void>) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setErrors(noErrors)
    try {
      await work()
    } catch (thrown) {
      const found = errorsOf(Problem.of(thrown), fieldNames)
      setErrors(found)
      focusFirstError(event.target, found)
    }
    setBusy(false)
  }
  const errorAt = (field: string) => (errors.fields[field] ? { error: errors.fields[field] } : {})
  return { errors, isBusy, submit, setErrors, errorAt }
}

function focusFirstError(form: EventTarget | null, { fields }: FormErrors): void {
  const [name] = Object.keys(fields)
  if (!name || !(form instanceof HTMLFormElement)) return
  const control = form.elements.namedItem(name)
  if (control instanceof HTMLElement) requestAnimationFrame(() => control.focus())
}
