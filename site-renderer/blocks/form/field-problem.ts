import type { FieldProblem, FormField } from '#workers/forms/published-form.contract.ts'
import { fill, type Words } from '../../words/words.ts'

const sentences: Record<FieldProblem, keyof Words> = {
  missing: 'fieldMissing',
  too_long: 'fieldTooLong',
  no_email: 'fieldNoEmail',
  no_phone: 'fieldNoPhone',
  no_option: 'fieldNoOption',
  too_many_links: 'fieldTooManyLinks',
  no_number: 'fieldNoNumber',
  too_small: 'fieldTooSmall',
  too_large: 'fieldTooLarge',
  no_date: 'fieldNoDate',
}

/** What is wrong with an answer, as the visitor is told. */
export const sentenceOf = (
  problem: FieldProblem,
  { label, maxLength, min = 0, max = 0 }: Pick<FormField, 'label' | 'maxLength' | 'min' | 'max'>,
  words: Words,
): string => fill(words[sentences[problem]], { label, count: maxLength, min, max })
