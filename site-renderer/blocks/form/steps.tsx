import type { FormField } from '#workers/forms/published-form.contract.ts'
import { fill, type Words } from '../../words/words.ts'

export interface Step {
  title: string
  /** Places of its fields in the form. */
  places: number[]
}

/** The parts of a form that is filled in step by step; a form without page breaks is one. */
export function stepsOf(fields: readonly FormField[]): Step[] {
  const steps: Step[] = [{ title: '', places: [] }]
  for (const [place, field] of fields.entries()) {
    if (field.kind === 'step') steps.push({ title: field.label, places: [] })
    else steps.at(-1)?.places.push(place)
  }
  // A page break that comes first only gives the first step its name.
  return steps.filter(({ places }) => places.length > 0)
}

const stepId = (formId: string, at: number): string => `${formId}-step-${at + 1}`

/** Shows one step at a time, without a script: the chosen one of a row of radio buttons. */
export function stepRules(formId: string, steps: readonly Step[]): string {
  const rules = steps.map((_step, at) => {
    const isOn = `#${formId}:has(#${stepId(formId, at)}:checked)`
    const isLast = at === steps.length - 1
    return `${isOn} .form-step:not([data-step="${at + 1}"])${isLast ? '' : `,${isOn} .button[type=submit]`}{display:none}`
  })
  return rules.join('')
}

interface StepsNavProps {
  formId: string
  steps: readonly Step[]
  words: Words
}

/** Where one is in a form of several steps, and the way to each: by pointer or by arrow keys. */
export function StepsNav({ formId, steps, words }: StepsNavProps) {
  return (
    <fieldset class="form-steps">
      <legend class="sr">{fill(words.step, { part: 1, parts: steps.length })}</legend>
      {steps.map(({ title }, at) => (
        <label key={stepId(formId, at)} class="step-name">
          <input id={stepId(formId, at)} type="radio" name="form_step" value={at + 1} checked={at === 0} />
          <span>{title || fill(words.step, { part: at + 1, parts: steps.length })}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The ways on and back below a step; they are for pointers, keys go by the row above. */
export function StepTurns({ formId, at, steps, words }: StepsNavProps & { at: number }) {
  return (
    <div class="turns" aria-hidden="true">
      {at > 0 && (
        <label class="turn" for={stepId(formId, at - 1)}>
          {words.previous}
        </label>
      )}
      {at < steps.length - 1 && (
        <label class="turn button" for={stepId(formId, at + 1)}>
          {words.next}
        </label>
      )}
    </div>
  )
}
