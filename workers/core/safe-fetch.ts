import { isAddress, isPublicAddress, isPublicName } from './safe-fetch-addresses.ts'
import { FetchFailed, UnsafeUrl } from './safe-fetch-errors.ts'
import { DANGEROUS_TYPES, SNIFFED, sniffType } from './safe-fetch-types.ts'

export { FetchFailed, UnsafeUrl } from './safe-fetch-errors.ts'
export { createDohResolver } from './safe-fetch-resolver.ts'

export interface SafeFetchLimits {
  maxBytes: number
  /** For the whole download with its redirects. */
  timeoutMs: number
  maxRedirects: number
  ports: readonly number[]
  /** Types as sniffed from the bytes; those a browser runs code from are refused even if named. */
  types: ReadonlySet<string>
}
export interface SafeFetchOptions {
  /** All IPv4 and IPv6 addresses of a host. */
  resolve: (host: string) => Promise<readonly string[]>
  fetch: (
    url: string,
    init: { redirect: 'manual'; headers: Record<string, string>; signal: AbortSignal },
  ) => Promise<Response>
  limits?: Partial<SafeFetchLimits>
}
export interface SafeResponse {
  bytes: Uint8Array
  /** By its bytes, not by what the server says. */
  type: string
  /** After redirects. */
  finalUrl: string
}

export const DEFAULT_LIMITS: SafeFetchLimits = {
  maxBytes: 25 * 1024 * 1024,
  timeoutMs: 30_000,
  maxRedirects: 5,
  ports: [80, 443],
  types: new Set([
    'image/jpeg',
    'image/png',
    'image/gif',
    'image/webp',
    'image/avif',
    'application/pdf',
    'audio/mpeg',
    'audio/mp4',
    'audio/ogg',
    'audio/wav',
    'audio/flac',
    'video/mp4',
    'video/quicktime',
    'video/webm',
    'video/ogg',
  ]),
}
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const HEADERS = { accept: '*/*', 'user-agent': 'DDE-Import/1.0' }
const NOT_A_FILE = /^(?:text\/(?!plain)|application\/(?:xhtml\+xml|xml|json|javascript)|image\/svg)/

/**
 * Downloads a file someone else named, without being led into a private network: every address on the way is checked by
 * its spelling and by what its host resolves to, redirects one by one. The platform's own `fetch` resolves the host once
 * more, so a name that changes in between is left to the platform, whose egress must not reach private networks either.
 */
export function createSafeFetch({ resolve, fetch, limits: given }: SafeFetchOptions) {
  const limits = { ...DEFAULT_LIMITS, ...given }
  const check = createAddressCheck(resolve, limits.ports)

  async function follow(address: string, signal: AbortSignal): Promise<{ response: Response; url: URL }> {
    let url = await orTimeout(check(address), signal)
    for (let hop = 0; hop <= limits.maxRedirects; hop++) {
      const init = { redirect: 'manual' as const, headers: HEADERS, signal }
      const response = await orTimeout(fetch(url.href, init), signal)
      if (!REDIRECTS.has(response.status)) return { response, url }
      await response.body?.cancel()
      const location = response.headers.get('location') ?? ''
      if (location === '' || !URL.canParse(location, url.href))
        throw new FetchFailed(`“${url.href}” redirects to no address.`)
      url = await orTimeout(check(new URL(location, url).href), signal)
    }
    throw new FetchFailed(`“${address}” redirects more than ${limits.maxRedirects} times.`)
  }

  return async (address: string): Promise<SafeResponse> => {
    const signal = AbortSignal.timeout(limits.timeoutMs)
    try {
      const { response, url } = await follow(address, signal)
      await checkHead(response, url, limits)
      const { bytes, type } = await readBody(response, { url, limits, signal })
      return { bytes, type, finalUrl: url.href }
    } catch (cause) {
      if (cause instanceof UnsafeUrl || cause instanceof FetchFailed) throw cause
      const reason = signal.aborted ? `did not answer within ${limits.timeoutMs} ms` : 'could not be reached'
      throw new FetchFailed(`“${address.slice(0, 500)}” ${reason}.`, { cause })
    }
  }
}

/** Lets through only what leads to the public internet, by its spelling and by what its host resolves to. */
export function createAddressCheck(resolve: SafeFetchOptions['resolve'], ports: readonly number[]) {
  return async (address: string): Promise<URL> => {
    const url = checkSpelling(address, ports)
    if (isAddress(url.hostname)) return url
    const addresses = await resolve(url.hostname.replace(/\.$/, ''))
    if (addresses.length === 0) throw new FetchFailed(`There is no host “${url.hostname}”.`)
    if (!addresses.every(isPublicAddress))
      throw new UnsafeUrl(`“${url.hostname}” leads into a private network, so it is not fetched.`)
    return url
  }
}

function checkSpelling(address: string, ports: readonly number[]): URL {
  if (!URL.canParse(address)) throw new UnsafeUrl(`“${address.slice(0, 500)}” is not an address.`)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new UnsafeUrl(`“${address.slice(0, 500)}” is not an address of the web.`)
  if (url.username !== '' || url.password !== '')
    throw new UnsafeUrl(`An address at “${url.hostname}” holds a password, so it is not fetched.`)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!ports.includes(port))
    throw new UnsafeUrl(`“${url.host}” names the port ${port}, which is not fetched from.`)
  const isPublic = isAddress(url.hostname)
    ? isPublicAddress(url.hostname.replace(/^\[|\]$/g, ''))
    : isPublicName(url.hostname)
  if (!isPublic) throw new UnsafeUrl(`“${url.hostname}” is not on the public internet, so it is not fetched.`)
  return url
}

async function checkHead(response: Response, url: URL, limits: SafeFetchLimits): Promise<void> {
  const declared = (response.headers.get('content-type') ?? '').toLowerCase()
  const length = Number(response.headers.get('content-length') ?? 0)
  const problem = !response.ok
    ? `“${url.href}” answered with status ${response.status}.`
    : NOT_A_FILE.test(declared)
      ? `“${url.href}” is of the type “${declared.slice(0, 100)}”, which is not kept.`
      : length > limits.maxBytes
        ? tooLarge(url, limits)
        : undefined
  if (problem === undefined) return
  await response.body?.cancel()
  throw new FetchFailed(problem)
}

interface Reading {
  url: URL
  limits: SafeFetchLimits
  signal: AbortSignal
}

async function readBody(response: Response, reading: Reading): Promise<{ bytes: Uint8Array; type: string }> {
  const reader = response.body?.getReader()
  if (!reader) throw new FetchFailed(`“${reading.url.href}” is empty.`)
  try {
    return await readAll(reader, reading)
  } catch (error) {
    // What is still under way would otherwise go on; its own failure adds nothing.
    reader.cancel(error).catch(() => undefined)
    throw error
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { url, limits, signal }: Reading,
): Promise<{ bytes: Uint8Array; type: string }> {
  const chunks: Uint8Array[] = []
  let length = 0
  let type: string | undefined
  for (let isDone = false; !isDone; ) {
    const { done, value } = await orTimeout(reader.read(), signal)
    isDone = done
    if (value) chunks.push(value)
    length += value?.length ?? 0
    if (length > limits.maxBytes) throw new FetchFailed(tooLarge(url, limits))
    if (type === undefined && (isDone || length >= SNIFFED))
      type = typeOf(joined(chunks, length), url, limits)
  }
  return { bytes: joined(chunks, length), type: type ?? '' }
}

function typeOf(bytes: Uint8Array, url: URL, limits: SafeFetchLimits): string {
  if (bytes.length === 0) throw new FetchFailed(`“${url.href}” is empty.`)
  const type = sniffType(bytes)
  if (type !== undefined && limits.types.has(type) && !DANGEROUS_TYPES.has(type)) return type
  throw new FetchFailed(`“${url.href}” holds ${type ?? 'data of an unknown type'}, which is not kept.`)
}

const tooLarge = (url: URL, { maxBytes }: SafeFetchLimits): string =>
  `“${url.href}” is larger than ${maxBytes} bytes.`

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** Does not wait on after the time is up, even for what ignores the signal. */
async function orTimeout<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
