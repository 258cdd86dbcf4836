import * as z from 'zod'
import { FetchFailed } from './safe-fetch-errors.ts'

export interface DohOptions {
  /** A resolver that answers in JSON, such as `https://cloudflare-dns.com/dns-query`. */
  baseUrl: string
  fetch: (url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Response>
  timeoutMs?: number
}

const Answer = z.object({
  Status: z.int(),
  Answer: z.array(z.object({ type: z.int(), data: z.string() })).optional(),
})
const RECORDS = [
  ['A', 1],
  ['AAAA', 28],
] as const
const NO_SUCH_NAME = 3

/** All addresses of a host by DNS over HTTPS; none when there is no such host. */
export function createDohResolver({ baseUrl, fetch, timeoutMs = 5000 }: DohOptions) {
  async function lookUp(host: string, [name, type]: (typeof RECORDS)[number]): Promise<string[]> {
    const url = new URL(baseUrl)
    url.searchParams.set('name', host)
    url.searchParams.set('type', name)
    const answer = Answer.safeParse(await ask(url.href, host))
    const status = answer.data?.Status
    if (status === NO_SUCH_NAME) return []
    if (status !== 0) throw new FetchFailed(`The address of “${host}” could not be looked up.`)
    return (answer.data?.Answer ?? []).filter((record) => record.type === type).map(({ data }) => data)
  }

  async function ask(url: string, host: string): Promise<unknown> {
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await fetch(url, { headers: { accept: 'application/dns-json' }, signal })
      return response.ok ? await response.json() : undefined
    } catch (cause) {
      throw new FetchFailed(`The address of “${host}” could not be looked up.`, { cause })
    }
  }

  return async (host: string): Promise<string[]> => {
    const found = await Promise.all(RECORDS.map((record) => lookUp(host, record)))
    return found.flat()
  }
}
