import type { FormSettings } from './form-settings.contract.ts'

const LINK = /https?:\/\/|www\.|<a\s/gi

/** Why answers look like spam; undefined for those that do not. Nothing is thrown away: spam is kept apart, and can be let in. */
export function spamReasonOf(
  answers: Readonly<Record<string, string>>,
  { spamWords, maxLinks }: Pick<FormSettings, 'spamWords' | 'maxLinks'>,
): string | undefined {
  const text = Object.values(answers).join('\n').toLowerCase()
  const word = spamWords.find((each) => text.includes(each.toLowerCase()))
  if (word) return `Contains “${word}”`
  const links = text.match(LINK)?.length ?? 0
  return maxLinks !== null && links > maxLinks ? `Contains ${links} links` : undefined
}
