import * as z from 'zod'
import type { FieldProblem, FormField } from '../sites/snapshot.contract.ts'

const Address = z.email()

interface CheckedForm {
  answers: Record<string, string>
  /** What is wrong with each field that is not right, by name. */
  errors: Record<string, FieldProblem>
}

/** A visitor's answers by the form's own definition; what the form does not ask for is left out. */
export function checkFields(fields: FormField[], values: URLSearchParams): CheckedForm {
  const answers: Record<string, string> = {}
  const errors: Record<string, FieldProblem> = {}
  for (const field of fields) {
    const answer = (values.get(field.name) ?? '').trim().replaceAll('\r\n', '\n')
    const problem = findProblem(field, answer)
    if (answer) answers[field.name] = answer
    if (problem) errors[field.name] = problem
  }
  return { answers, errors }
}

function findProblem(
  { kind, required, maxLength, options }: FormField,
  answer: string,
): FieldProblem | undefined {
  if (answer === '') return required ? 'missing' : undefined
  if (answer.length > maxLength) return 'too_long'
  if (kind === 'email' && !Address.safeParse(answer).success) return 'no_email'
  if (kind === 'tel' && !/^[+\d][\d\s()./-]{4,}$/.test(answer)) return 'no_phone'
  if (kind === 'select' && !options?.includes(answer)) return 'no_option'
  return undefined
}
