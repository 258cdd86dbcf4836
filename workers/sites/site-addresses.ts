/** Where a site keeps its posts, terms and files: the one place that knows. */
export const postPath = (slug: string) => `/blog/${slug}`
export const authorPath = (slug: string) => `/blog/author/${slug}`
export const seriesPath = (slug: string) => `/blog/series/${slug}`
export const termPath = (taxonomy: string, slug: string) => `/blog/${taxonomy}/${slug}`

/** Files lie in R2 under their asset's id; what an id stands for never changes. */
export const fileKey = (siteId: string, assetId: string) => `files/${siteId}/${assetId}`
export const filePath = (assetId: string, fileName: string) =>
  `/_dde/files/${assetId}/${encodeURIComponent(fileName)}`
