/** Languages offered by name; any other is added by its code. */
const codes =
  'ar bg bn ca cs da de el en en-GB en-US es es-MX et fa fi fr fr-CA ga he hi hr hu id is it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  )

/** What a language is called in another, or in itself. */
export function languageName(code: string, locale = code): string {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(code)
    return name ? name.charAt(0).toLocaleUpperCase(locale) + name.slice(1) : code
  } catch {
    // What is typed need not be a code yet.
    return code
  }
}

/** Languages that match what is typed, by their name in English, their own, or their code. */
export function findLanguages(text: string, taken: readonly string[]) {
  const words = text.trim().toLowerCase()
  const options = codes
    .filter((code) => !taken.includes(code))
    .map((code) => ({ value: code, label: languageName(code, 'en'), hint: languageName(code) }))
  const found = options.filter(({ value, label, hint }) =>
    `${value} ${label} ${hint}`.toLowerCase().includes(words),
  )
  const isCode = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(words)
  return found.length === 0 && isCode
    ? [{ value: text.trim(), label: languageName(text.trim(), 'en'), hint: text.trim() }]
    : found
}
