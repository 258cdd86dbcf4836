/** Where a site keeps its posts and terms: the one place that knows. Each language has its own below its prefix. */
export const blogPath = (prefix = '') => `${prefix}/blog`
export const postPath = (slug: string, prefix = '') => `${blogPath(prefix)}/${slug}`
export const authorPath = (slug: string, prefix = '') => `${blogPath(prefix)}/author/${slug}`
export const seriesPath = (slug: string, prefix = '') => `${blogPath(prefix)}/series/${slug}`
export const termPath = (taxonomy: string, slug: string, prefix = '') =>
  `${blogPath(prefix)}/${taxonomy}/${slug}`

/** What addresses in a language begin with; the site's own, which is the empty one, stands at the root. */
export const prefixOf = (language: string) => (language ? `/${language.toLowerCase()}` : '')
