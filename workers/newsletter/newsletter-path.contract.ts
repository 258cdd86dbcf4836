/** Where subscribers confirm and leave, on the site's own host: a page to look at, and what its button posts to. */
export const NEWSLETTER_PATH = '/_dde/newsletter'

/** What a page of the newsletter is about; `confirmed` and `left` come after. */
export const newsletterPages = ['confirm', 'confirmed', 'leave', 'left'] as const
export type NewsletterPage = (typeof newsletterPages)[number]

/** The query parameter that says whose subscription it is. */
export const TOKEN_PARAMETER = 't'

/** With the language of who reads it; `prefix` is empty for the site's own. */
export const newsletterPath = (page: NewsletterPage, prefix: string, token?: string): string =>
  `${NEWSLETTER_PATH}/${page}${prefix}${token ? `?${TOKEN_PARAMETER}=${token}` : ''}`
