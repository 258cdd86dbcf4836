import { WorkerEntrypoint } from 'cloudflare:workers'
import { createAddressCheck, createDohResolver } from '#workers/core/safe-fetch.ts'

interface Bindings {
  DNS_URL: string
}
const PORTS = [443]
const TIMEOUT_MS = 1_500

/** The network as a plugin sees it: the hosts it declared, over TLS, and only where they are on the public internet. */
export class Outbound extends WorkerEntrypoint<Bindings, { hosts: string[] }> {
  override async fetch(request: Request): Promise<Response> {
    const { hosts } = this.ctx.props
    const url = new URL(request.url)
    if (url.protocol !== 'https:' || !hosts.includes(url.hostname))
      throw new Error(`“${url.host}” is not a host this plugin declared.`)
    const check = createAddressCheck(createDohResolver({ baseUrl: this.env.DNS_URL, fetch }), PORTS)
    await check(url.href)
    // Where a redirect leads is asked for anew, and comes by here again.
    return fetch(new Request(request, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) }))
  }
}
