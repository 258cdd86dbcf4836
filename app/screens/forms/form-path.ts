export const formPath = (websiteId: string, formId: string) => `/websites/${websiteId}/forms/${formId}`

/** Everything that was sent on a website, narrowed to one form where it is named. */
export const entriesPath = (websiteId: string, { form }: { form?: string } = {}) =>
  `/websites/${websiteId}/entries${form ? `?form=${form}` : ''}`
