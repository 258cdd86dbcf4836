/** `{{name}}` in an answer, with or without spaces. */
const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/g

/** Puts what was sent into the words of an answer; what was left out leaves nothing. */
export const fillReply = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (_whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  )
