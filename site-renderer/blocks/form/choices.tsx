import { BETWEEN_ANSWERS, RATINGS } from '#workers/forms/published-form.contract.ts'
import { fill, wordsFor } from '../../words/words.ts'
import type { FieldProps } from './field.tsx'

export const choiceId = (id: string, at: number): string => `${id}-${at + 1}`

/** One or several of a list. */
export function Choices({ id, field, value, error }: FieldProps) {
  const chosen = value?.split(BETWEEN_ANSWERS) ?? []
  const isOne = field.kind === 'radio'
  return (
    <ul>
      {field.options?.map((option, at) => (
        <li key={option}>
          <input
            id={at === 0 ? id : choiceId(id, at)}
            type={isOne ? 'radio' : 'checkbox'}
            name={field.name}
            value={option}
            checked={chosen.includes(option)}
            required={isOne && field.required && !field.showIf}
            aria-invalid={error ? 'true' : undefined}
          />
          <label class="choice-words" for={at === 0 ? id : choiceId(id, at)}>
            {field.optionLabels?.[at] ?? option}
          </label>
        </li>
      ))}
    </ul>
  )
}

/** One to five stars. Each star is lit up to the chosen one. */
export function Rating({ id, field, value, error, locale }: FieldProps) {
  const words = wordsFor(locale)
  return (
    <div class="stars-choice">
      {RATINGS.map((rating, at) => (
        <label key={rating}>
          <input
            id={at === 0 ? id : choiceId(id, at)}
            type="radio"
            name={field.name}
            value={rating}
            checked={value === rating}
            required={field.required && !field.showIf}
            aria-invalid={error ? 'true' : undefined}
          />
          <span class="sr">{fill(words.rating, { count: rating })}</span>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m12 2.5 2.9 6.1 6.6.9-4.8 4.6 1.2 6.6-5.9-3.2-5.9 3.2 1.2-6.6L2.500 9.500l6.600-.900z" />
          </svg>
        </label>
      ))}
    </div>
  )
}
