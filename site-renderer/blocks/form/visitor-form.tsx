import { type FormDefinition, formAction, SPAM_TRAP_FIELD } from '#workers/sites/snapshot.contract.ts'
import { wordsFor } from '../../words/words.ts'
import type { PageView, Submission } from '../block.ts'
import { Field, fieldId } from './field.tsx'
import { sentenceOf } from './field-problem.ts'

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
  const { fields, submitLabel } = definition
  const sent = submissionOf(definition.id, page, hidden)
  return (
    // The browser scrolls back to the form when the answer to it is this page again.
    <form id={id} class="form" method="post" action={`${action ?? formAction(definition.id)}#${id}`}>
      {sent && <Problems id={id} sent={sent} definition={definition} locale={locale} />}
      <input type="hidden" name="path" value={page.path} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p class="trap" aria-hidden="true">
        <label>
          Website
          <input type="text" name={SPAM_TRAP_FIELD} tabIndex={-1} autocomplete="off" />
        </label>
      </p>
      {fields.map((field, index) => (
        <Field
          key={field.name}
          id={fieldId(id, index)}
          field={field}
          value={sent?.values[field.name]}
          error={sent?.errors[field.name]}
          locale={locale}
        />
      ))}
      <button class="button" type="submit">
        {submitLabel}
      </button>
    </form>
  )
}

/** What was sent from this very form: one that stands on the page several times says which by what it sends unseen. */
function submissionOf(id: string, { submission }: PageView, hidden: Record<string, string>) {
  if (submission?.formId !== id) return undefined
  return Object.entries(hidden).every(([name, value]) => (submission.values[name] ?? '') === value)
    ? submission
    : undefined
}

interface ProblemsProps {
  id: string
  sent: Submission
  definition: FormDefinition
  locale: string
}

/** What has to be put right, each with a link to its field; it takes the focus, so that it is also heard. */
function Problems({ id, sent, definition, locale }: ProblemsProps) {
  const words = wordsFor(locale)
  const wrong = definition.fields.flatMap((field, index) => {
    const problem = sent.errors[field.name]
    return problem ? [{ message: sentenceOf(problem, field, words), href: `#${fieldId(id, index)}` }] : []
  })
  if (wrong.length === 0 && !sent.notice) return null
  return (
    <div class="problems" role="alert" tabIndex={-1} autofocus>
      <p>
        <b>{sent.notice ?? words.formProblem}</b>
      </p>
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ message, href }) => (
            <li key={href}>
              <a href={href}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
