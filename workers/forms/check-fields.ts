import * as z from 'zod'
import type { FormField } from '../sites/snapshot.contract.ts'

const Address = z.email()

interface CheckedForm {
  answers: Record<string, string>
  /** A sentence for each field that is not right, by name. */
  errors: Record<string, string>
}

/** A visitor's answers by the form's own definition; what the form does not ask for is left out. */
export function checkFields(fields: FormField[], values: URLSearchParams): CheckedForm {
  const answers: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const answer = (values.get(field.name) ?? '').trim().replaceAll('\r\n', '\n')
    const problem = findProblem(field, answer)
    if (answer) answers[field.name] = answer
    if (problem) errors[field.name] = problem
  }
  return { answers, errors }
}

function findProblem(
  { label, kind, required, maxLength, options }: FormField,
  answer: string,
): string | undefined {
  if (answer === '') return required ? `${label}: please fill this in.` : undefined
  if (answer.length > maxLength) return `${label}: please use at most ${maxLength} characters.`
  if (kind === 'email' && !Address.safeParse(answer).success)
    return `${label}: please enter a full address, like name@example.com.`
  if (kind === 'tel' && !/^[+\d][\d\s()./-]{4,}$/.test(answer))
    return `${label}: please enter a telephone number.`
  if (kind === 'select' && !options?.includes(answer)) return `${label}: please choose one of the list.`
  return undefined
}
