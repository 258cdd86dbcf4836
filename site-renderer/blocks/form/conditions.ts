import {
  type FieldCondition,
  type FormField,
  RATINGS,
  TICKED,
} from '#workers/forms/published-form.contract.ts'
import { choiceId } from './choices.tsx'
import { fieldId } from './field.tsx'

/**
 * Rules that hide what is not asked, without a script: a page follows what is chosen by `:has()`. A browser that does not know
 * it shows every field; either way the server leaves out what was not to be asked.
 */
export function conditionRules(formId: string, fields: readonly FormField[]): string {
  return fields
    .flatMap((field, index) =>
      hiddenWhen(formId, fields, field).map(
        (when) => `#${formId}${when} [data-field="${fieldId(formId, index)}"]{display:none}`,
      ),
    )
    .join('')
}

/** Each of these, put behind the form's selector, says that a field is not asked. */
function hiddenWhen(formId: string, fields: readonly FormField[], { showIf }: FormField): string[] {
  const at = showIf ? fields.findIndex(({ name }) => name === showIf.field) : -1
  const leader = fields[at]
  if (!showIf || !leader) return []
  const chosen = `:has(${selectorsOf(fieldId(formId, at), leader, showIf).join(',')})`
  const own = showIf.is === 'any' ? `:not(${chosen})` : chosen
  return [own, ...hiddenWhen(formId, fields.slice(0, at), leader)]
}

/** The controls whose being chosen is one of the answers a condition names. */
function selectorsOf(id: string, { kind, options = [] }: FormField, { of }: FieldCondition): string[] {
  if (kind === 'checkbox' || kind === 'consent') return of.includes(TICKED) ? [`#${id}:checked`] : NEVER
  const possible = kind === 'rating' ? RATINGS : options
  const found = possible.flatMap((option, at) => (of.includes(option) ? [at] : []))
  if (found.length === 0) return NEVER
  return found.map((at) =>
    // The first of a list only says that one has to choose.
    kind === 'select'
      ? `#${id} option:nth-child(${at + 2}):checked`
      : `#${at === 0 ? id : choiceId(id, at)}:checked`,
  )
}

const NEVER = [':root']
