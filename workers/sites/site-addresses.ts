/** Where a site keeps its posts, terms and files: the one place that knows. */
export const postPath = (slug: string) => `/blog/${slug}`
export const termPath = (taxonomy: string, slug: string) => `/blog/${taxonomy}/${slug}`

/** Files lie in R2 under `files/{site}/{hash}`; visitors name the hash, so an address never changes its content. */
export const fileKey = (siteId: string, sha256: string) => `files/${siteId}/${sha256}`
export const filePath = (objectKey: string, fileName: string) =>
  `/_dde/files/${objectKey.split('/').at(-1)}/${encodeURIComponent(fileName)}`
