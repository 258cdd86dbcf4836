const MAX_LENGTH = 63
const MIN_LENGTH = 3

/** A platform address made from a name: `Café Zürich & Söhne` gives `cafe-zurich-and-sohne`. */
export function suggestSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('&', ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '')
  return slug.length < MIN_LENGTH ? '' : slug
}

/** Where a site with that address will be found, beside the dashboard's own host. */
export function platformAddress(slug: string, host: string): string {
  return `${slug}.${host}`
}
