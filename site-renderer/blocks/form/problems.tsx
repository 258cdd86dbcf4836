import type { FormDefinition } from '#workers/forms/published-form.contract.ts'
import { wordsFor } from '../../words/words.ts'
import type { Submission } from '../block.ts'
import { fieldId } from './field.tsx'
import { sentenceOf } from './field-problem.ts'

interface ProblemsProps {
  id: string
  sent: Submission
  definition: FormDefinition
  locale: string
}

/** What has to be put right, each with a link to its field; it takes the focus, so that it is also heard. */
export function Problems({ id, sent, definition, locale }: ProblemsProps) {
  const words = wordsFor(locale)
  const wrong = definition.fields.flatMap((field, index) => {
    const problem = sent.errors[field.name]
    return problem ? [{ message: sentenceOf(problem, field, words), href: `#${fieldId(id, index)}` }] : []
  })
  const notice = sent.notice ?? (sent.isClosed ? `${words.formClosed}. ${words.formClosedText}` : undefined)
  if (wrong.length === 0 && !notice) return null
  return (
    <div class="problems" role="alert" tabIndex={-1} autofocus>
      <p>
        <b>{notice ?? words.formProblem}</b>
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
