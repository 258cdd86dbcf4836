import type * as z from 'zod'

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}
const formats: Record<string, string> = {
  uuid: 'This is not an id.',
  datetime: 'Write a moment like 2026-10-01T09:30:00Z.',
  email: 'Enter a full address, like name@example.com.',
}

/** What is wrong with a value, for whoever sent it, where the contract has no words of its own. */
export function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `This must be ${kinds[issue.expected] ?? 'something else'}.`
    case 'too_small':
      return `Use at least ${amountOf(issue.minimum, issue.origin)}.`
    case 'too_big':
      return `Use at most ${amountOf(issue.maximum, issue.origin)}.`
    case 'invalid_format':
      return formats[issue.format] ?? 'This is not written the way it has to be.'
    case 'unrecognized_keys':
      return `There is no “${issue.keys[0]}” here.`
    case 'invalid_value':
      return `Choose one of ${issue.values.join(', ')}.`
    default:
      return 'This is not valid.'
  }
}

function amountOf(count: number | bigint, origin: string): string {
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'entry' : ''
  const plural = unit === 'entry' ? 'entries' : `${unit}s`
  return unit ? `${count} ${Number(count) === 1 ? unit : plural}` : String(count)
}
