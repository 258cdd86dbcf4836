/** Where a collection's entries are looked after. */
export const collectionPath = (websiteId: string, key: string) => `/websites/${websiteId}/collections/${key}`
