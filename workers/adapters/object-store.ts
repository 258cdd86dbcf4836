import type { ObjectStore, StoredKey } from '../core/ports.ts'

/** R2 takes no more keys to delete in one go. */
const MOST_AT_ONCE = 1000

/** R2 as the product's object store. */
export function createObjectStore(bucket: R2Bucket): ObjectStore {
  return {
    async put(key, bytes, contentType) {
      await bucket.put(key, bytes, { httpMetadata: { contentType } })
    },
    async get(key, range) {
      const object = await bucket.get(key, range ? { range } : {})
      if (!object) return undefined
      return { body: object.body, sizeBytes: object.size, text: () => object.text() }
    },
    async delete(keys) {
      for (let at = 0; at < keys.length; at += MOST_AT_ONCE)
        await bucket.delete(keys.slice(at, at + MOST_AT_ONCE))
    },
    async list(prefix) {
      const found: StoredKey[] = []
      for (let cursor: string | undefined; ; ) {
        const page: R2Objects = await bucket.list({ prefix, ...(cursor ? { cursor } : {}) })
        found.push(...page.objects.map(({ key, uploaded }) => ({ key, storedAt: uploaded })))
        if (!page.truncated) return found
        cursor = page.cursor
      }
    },
    async copy(from, to, contentType) {
      const object = await bucket.get(from)
      if (!object) throw new Error(`There is nothing at ${from}.`)
      await bucket.put(to, object.body, { httpMetadata: { contentType } })
    },
    async startUpload(key) {
      return (await bucket.createMultipartUpload(key)).uploadId
    },
    async uploadPart(key, uploadId, part, body) {
      return (await bucket.resumeMultipartUpload(key, uploadId).uploadPart(part, body)).etag
    },
    async abortUpload(key, uploadId) {
      await bucket.resumeMultipartUpload(key, uploadId).abort()
    },
    async completeUpload(key, uploadId, parts) {
      const sorted = parts
        .map(({ part, tag }) => ({ partNumber: part, etag: tag }))
        .sort((a, b) => a.partNumber - b.partNumber)
      await bucket.resumeMultipartUpload(key, uploadId).complete(sorted)
    },
  }
}
