/** Stands for an entry's own part in the address of the page entries are shown with. */
export const SLUG_PLACE = '{slug}'

/** Where an entry's own page is. An address that lost its place for the entry leads to what lies below it. */
export const entryPath = (templatePath: string, slug: string): string =>
  templatePath.includes(SLUG_PLACE)
    ? templatePath.replace(SLUG_PLACE, slug)
    : `${templatePath.replace(/\/$/, '')}/${slug}`
