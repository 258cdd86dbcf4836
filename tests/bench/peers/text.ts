/** What every page that is compared says. */
export const TITLE = 'What a first visit looks like'

const PARAGRAPH =
  'Your first visit takes about forty minutes. We look, we listen, and nothing is decided before you have seen a written plan. Bring a list of the medicines you take, and any recent X-rays.'

export const PARAGRAPHS = Array.from({ length: 13 }, () => PARAGRAPH)
