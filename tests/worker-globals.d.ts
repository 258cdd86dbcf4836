// What Worker code names without importing, for tests that import Worker code: the runtime's whole types would collide with Node's.
type KVNamespace = import('@cloudflare/workers-types').KVNamespace
type R2Bucket = import('@cloudflare/workers-types').R2Bucket
type Fetcher = { fetch: typeof fetch }
type ImagesBinding = import('@cloudflare/workers-types').ImagesBinding
interface Crypto {
  DigestStream: new (algorithm: string) => WritableStream<Uint8Array> & { digest: Promise<ArrayBuffer> }
}
