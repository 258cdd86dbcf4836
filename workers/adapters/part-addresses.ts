import { AwsClient } from 'aws4fetch'
import type { PartAddresses } from '../core/ports.ts'

interface Bucket {
  /** The bucket's address in the S3 API of R2. */
  url: string
  accessKeyId: string
  secretAccessKey: string
}

/** Long enough for a part on a slow line, short enough to be worth little to whoever finds it. */
const VALID_SECONDS = 3600

/** Addresses at which a browser puts parts of an upload straight into R2, signed with AWS Signature 4. */
export function createPartAddresses({ url, accessKeyId, secretAccessKey }: Bucket): PartAddresses {
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'auto' })
  return {
    async sign({ key, uploadId, part, sizeBytes }) {
      const address = new URL(`${url}/${key}`)
      address.searchParams.set('partNumber', String(part))
      address.searchParams.set('uploadId', uploadId)
      address.searchParams.set('X-Amz-Expires', String(VALID_SECONDS))
      const request = await client.sign(address.href, {
        method: 'PUT',
        headers: { 'content-length': String(sizeBytes) },
        aws: { signQuery: true, allHeaders: true },
      })
      return request.url
    },
  }
}
