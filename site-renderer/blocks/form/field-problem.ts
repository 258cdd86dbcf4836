import type { FieldProblem, FormField } from '#workers/sites/snapshot.contract.ts'
import { fill, type Words } from '../../words/words.ts'

const sentences: Record<FieldProblem, keyof Words> = {
  missing: 'fieldMissing',
  too_long: 'fieldTooLong',
  no_email: 'fieldNoEmail',
  no_phone: 'fieldNoPhone',
  no_option: 'fieldNoOption',
  too_many_links: 'fieldTooManyLinks',
}

/** What is wrong with an answer, as the visitor is told. */
export const sentenceOf = (
  problem: FieldProblem,
  { label, maxLength }: Pick<FormField, 'label' | 'maxLength'>,
  words: Words,
): string => fill(words[sentences[problem]], { label, count: maxLength })
