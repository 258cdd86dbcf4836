import * as z from 'zod'
import { isAsked, possibleAnswers, silentKinds } from './form-fields.contract.ts'
import { BETWEEN_ANSWERS, type FieldProblem, type FormField } from './published-form.contract.ts'

const Address = z.email()

interface CheckedForm {
  answers: Record<string, string>
  /** What is wrong with each field that is not right, by name. */
  errors: Record<string, FieldProblem>
}

/** A visitor's answers by the form's own definition; what the form does not ask for, or not of this visitor, is left out. */
export function checkFields(fields: FormField[], values: URLSearchParams): CheckedForm {
  const answers: Record<string, string> = {}
  const errors: Record<string, FieldProblem> = {}
  for (const field of fields) {
    if (silentKinds.includes(field.kind) || !isAsked(field, fields, answers)) continue
    const answer = answerTo(field, values)
    const problem = findProblem(field, answer)
    if (answer) answers[field.name] = answer
    if (problem) errors[field.name] = problem
  }
  return { answers, errors }
}

function answerTo({ name, kind, value }: FormField, values: URLSearchParams): string {
  if (kind === 'hidden') return value ?? ''
  const given = kind === 'checkboxes' ? [...new Set(values.getAll(name))] : [values.get(name) ?? '']
  return given
    .map((answer) => answer.trim().replaceAll('\r\n', '\n'))
    .filter(Boolean)
    .join(BETWEEN_ANSWERS)
}

function findProblem(field: FormField, answer: string): FieldProblem | undefined {
  const { kind, required, maxLength } = field
  if (answer === '') return required && kind !== 'hidden' ? 'missing' : undefined
  const check = checks[kind]
  if (check) return check(field, answer)
  return answer.length > maxLength ? 'too_long' : undefined
}

type Check = (field: FormField, answer: string) => FieldProblem | undefined

const tooLong: Check = ({ maxLength }, answer) => (answer.length > maxLength ? 'too_long' : undefined)
const oneOf: Check = (field, answer) =>
  answer.split(BETWEEN_ANSWERS).every((each) => possibleAnswers(field).includes(each))
    ? undefined
    : 'no_option'

const checks: Partial<Record<FormField['kind'], Check>> = {
  email: (field, answer) =>
    tooLong(field, answer) ?? (Address.safeParse(answer).success ? undefined : 'no_email'),
  tel: (field, answer) =>
    tooLong(field, answer) ?? (/^[+\d][\d\s()./-]{4,}$/.test(answer) ? undefined : 'no_phone'),
  number: ({ min, max }, answer) => {
    // Written with a comma in half of the world.
    const number = Number(answer.replace(',', '.'))
    if (answer.length > 40 || !Number.isFinite(number)) return 'no_number'
    if (min !== undefined && number < min) return 'too_small'
    return max !== undefined && number > max ? 'too_large' : undefined
  },
  date: (_field, answer) => (isDay(answer) ? undefined : 'no_date'),
  select: oneOf,
  radio: oneOf,
  checkboxes: oneOf,
  rating: oneOf,
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && date.toJSON()?.startsWith(text) === true
}
