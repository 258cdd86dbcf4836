import {
  FORM_DIGEST_FIELD,
  FORM_PLACE_FIELD,
  type FormDefinition,
  formAction,
  SPAM_TRAP_FIELD,
  sentAnchor,
} from '#workers/forms/published-form.contract.ts'
import { wordsFor } from '../../words/words.ts'
import type { PageView, Submission } from '../block.ts'
import { conditionRules } from './conditions.ts'
import { Field, fieldId } from './field.tsx'
import { Problems } from './problems.tsx'
import { StepsNav, StepTurns, stepRules, stepsOf } from './steps.tsx'

interface VisitorFormProps {
  id: string
  form: FormDefinition
  page: PageView
  locale: string
  /** Where it goes when it is not one of the site's own forms. */
  action?: string
  /** Sent along unseen. */
  hidden?: Record<string, string>
}

/** A site's form as a visitor fills it in, and sees it again when something is wrong with it. */
export function VisitorForm({ id, form: definition, page, locale, action, hidden = {} }: VisitorFormProps) {
  const { fields, submitLabel, digest, sentMessage } = definition
  const sent = submissionOf(definition.id, page, hidden)
  const steps = stepsOf(fields)
  // Whoever has to put something right sees the whole of it.
  const isStepwise = steps.length > 1 && !sent
  const unseen = {
    ...hidden,
    ...(digest && { [FORM_DIGEST_FIELD]: digest }),
    ...(sentMessage && { [FORM_PLACE_FIELD]: id }),
  }
  return (
    <>
      {sentMessage && (
        <p class="sent-message" id={sentAnchor(id)} role="status" tabIndex={-1}>
          {sentMessage}
        </p>
      )}
      {/* The browser scrolls back to the form when the answer to it is this page again. */}
      <form
        id={id}
        class="form"
        method="post"
        action={`${action ?? formAction(definition.id)}#${id}`}
        // A browser cannot point at what stands in another step; the server does.
        noValidate={isStepwise}
      >
        {sent && <Problems id={id} sent={sent} definition={definition} locale={locale} />}
        <input type="hidden" name="path" value={page.path} />
        {Object.entries(unseen).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p class="trap" aria-hidden="true">
          <label>
            Website
            <input type="text" name={SPAM_TRAP_FIELD} tabIndex={-1} autocomplete="off" />
          </label>
        </p>
        {isStepwise ? (
          <Steps {...{ id, definition, locale, steps }} />
        ) : (
          <Fields places={[...fields.keys()]} {...{ id, definition, locale, sent }} />
        )}
        <button class="button" type="submit">
          {submitLabel}
        </button>
        <Rules css={conditionRules(id, fields) + (isStepwise ? stepRules(id, steps) : '')} />
      </form>
    </>
  )
}

interface FieldsProps {
  id: string
  definition: FormDefinition
  locale: string
  places: number[]
  sent?: Submission | undefined
}

function Fields({ id, definition: { fields }, locale, places, sent }: FieldsProps) {
  return places.flatMap((place) => {
    const field = fields[place]
    if (!field || field.kind === 'step') return []
    return [
      <Field
        key={field.name}
        id={fieldId(id, place)}
        field={field}
        value={sent?.values[field.name]}
        error={sent?.errors[field.name]}
        locale={locale}
      />,
    ]
  })
}

function Steps({
  id,
  definition,
  locale,
  steps,
}: Omit<FieldsProps, 'places'> & { steps: ReturnType<typeof stepsOf> }) {
  const words = wordsFor(locale)
  return (
    <>
      <StepsNav formId={id} steps={steps} words={words} />
      {steps.map(({ places }, at) => (
        <div key={places[0]} class="form-step" data-step={at + 1}>
          <Fields {...{ id, definition, locale, places }} />
          <StepTurns formId={id} {...{ at, steps, words }} />
        </div>
      ))}
    </>
  )
}

/** Rules that follow what is chosen in this very form. */
function Rules({ css }: { css: string }) {
  // Made of ids and numbers of ours only.
  return css ? <style dangerouslySetInnerHTML={{ __html: `@supports selector(:has(*)){${css}}` }} /> : null
}

/** What was sent from this very form: one that stands on the page several times says which by what it sends unseen. */
function submissionOf(id: string, { submission }: PageView, hidden: Record<string, string>) {
  if (submission?.formId !== id) return undefined
  return Object.entries(hidden).every(([name, value]) => (submission.values[name] ?? '') === value)
    ? submission
    : undefined
}
