import * as z from 'zod'
import {
  BETWEEN_ANSWERS,
  type FieldCondition,
  type FieldKind,
  type FormField,
  fieldKinds,
  RATINGS,
  TICKED,
} from './published-form.contract.ts'

export const MAX_FIELDS = 60
export const MAX_STEPS = 8

/** Kinds that only stand between what is filled in. */
export const silentKinds: readonly FieldKind[] = ['heading', 'step']
export const choiceKinds: readonly FieldKind[] = ['select', 'radio', 'checkboxes']
/** Kinds whose answers others may depend on: those a page can follow without a script. */
export const leadingKinds: readonly FieldKind[] = [...choiceKinds, 'checkbox', 'consent', 'rating']

/** What a field of such a kind may be answered with, by the words that are sent. */
export function possibleAnswers({ kind, options = [] }: Pick<FormField, 'kind' | 'options'>): string[] {
  if (kind === 'rating') return RATINGS
  return kind === 'checkbox' || kind === 'consent' ? [TICKED] : options
}

/** Whether a field is asked, by the answers to those before it; of one that is not shown nothing follows. */
export function isAsked(
  field: FormField,
  fields: readonly FormField[],
  answers: Readonly<Record<string, string>>,
): boolean {
  const condition = field.showIf
  if (!condition) return true
  const leader = fields.find(({ name }) => name === condition.field)
  if (!leader || fields.indexOf(leader) >= fields.indexOf(field)) return true
  if (!isAsked(leader, fields, answers)) return false
  const given = (answers[condition.field] ?? '').split(BETWEEN_ANSWERS)
  return given.some((answer) => condition.of.includes(answer)) === (condition.is === 'any')
}

const Line = (max: number) => z.string().trim().max(max)
const Condition: z.ZodType<FieldCondition> = z.strictObject({
  field: z.string().max(100),
  is: z.enum(['any', 'none']),
  of: z.array(z.string().max(500)).min(1, 'Choose at least one answer it depends on.').max(200),
})

/** Names forms send for themselves. */
const taken = new Set(['path', 'website_url', 'form_place', 'form_digest'])

const Field = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][\w.-]{0,59}$/i, 'A name has up to 60 letters, digits, dots and dashes, a letter first.')
    .refine((name) => !taken.has(name), 'This name is taken by the form itself.'),
  label: Line(500).min(1, 'Give the field a label.'),
  kind: z.enum(fieldKinds),
  required: z.boolean().default(false),
  maxLength: z.int().min(1).max(20_000).default(300),
  options: z.array(Line(500).min(1)).max(200).exactOptional(),
  optionLabels: z.array(Line(500)).max(200).exactOptional(),
  autocomplete: Line(100).exactOptional(),
  help: Line(500).exactOptional(),
  placeholder: Line(200).exactOptional(),
  width: z.enum(['half', 'full']).exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  value: Line(500).exactOptional(),
  showIf: Condition.exactOptional(),
})

/** The fields of a form, checked against each other. */
export const FormFields = z
  .array(Field)
  .min(1, 'A form asks for at least one thing.')
  .max(MAX_FIELDS, `A form has at most ${MAX_FIELDS} fields.`)
  .superRefine((fields, { addIssue }) => {
    for (const [index, field] of fields.entries()) {
      const problem = problemWith(field, index, fields)
      if (problem) addIssue({ code: 'custom', path: [index, problem.at], message: problem.message })
    }
    if (fields.filter(({ kind }) => kind === 'step').length > MAX_STEPS)
      addIssue({ code: 'custom', path: [], message: `A form has at most ${MAX_STEPS} steps.` })
    if (fields.every(({ kind }) => silentKinds.includes(kind) || kind === 'hidden'))
      addIssue({ code: 'custom', path: [], message: 'A form asks for at least one thing.' })
  })

function problemWith(
  field: FormField,
  index: number,
  fields: readonly FormField[],
): { at: string; message: string } | undefined {
  const { name, kind, options = [], min, max, showIf } = field
  if (fields.findIndex((each) => each.name === name) !== index)
    return { at: 'name', message: `Two fields are called “${name}”.` }
  if (choiceKinds.includes(kind) && options.length === 0)
    return { at: 'options', message: 'Give it something to choose from.' }
  if (new Set(options).size !== options.length)
    return { at: 'options', message: 'Each choice can be there once.' }
  if (min !== undefined && max !== undefined && min > max)
    return { at: 'max', message: 'The most is less than the least.' }
  return showIf && problemWithCondition(showIf, fields.slice(0, index))
}

function problemWithCondition({ field, of }: FieldCondition, before: readonly FormField[]) {
  const leader = before.find(({ name }) => name === field)
  if (!leader || !leadingKinds.includes(leader.kind))
    return { at: 'showIf', message: 'It can depend on a choice, a box or a rating that stands before it.' }
  const strange = of.find((answer) => !possibleAnswers(leader).includes(answer))
  return strange === undefined
    ? undefined
    : { at: 'showIf', message: `“${leader.label}” cannot be answered with “${strange}”.` }
}

/** A name for a new field, made from its label. */
export function fieldNameFor(label: string, names: readonly string[]): string {
  const made = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
  const wanted = made && !taken.has(made) ? made : 'field'
  if (!names.includes(wanted)) return wanted
  for (let number = 2; ; number++) if (!names.includes(`${wanted}_${number}`)) return `${wanted}_${number}`
}
