import { CONTEXT_HEADER, signContext } from '#edge/context.contract.ts'
import type { SiteRenderer } from '../core/ports.ts'

/** The renderer over its service binding, asked as the front door asks it. */
export function createSiteRenderer(
  worker: Fetcher,
  { secret, origin }: { secret: string; origin: string },
): SiteRenderer {
  return {
    async draw(site, path) {
      const context = {
        requestId: crypto.randomUUID(),
        origin: site.origin ?? origin,
        target: site,
        ip: '127.0.0.1',
      }
      const headers = { [CONTEXT_HEADER]: await signContext(context, secret) }
      return worker.fetch(new Request(new URL(path, context.origin), { headers, redirect: 'manual' }))
    },
  }
}
