import type { Context as HonoContext } from 'hono'
import type { RequestContext } from '#edge/context.contract.ts'
import { DomainError } from '../core/errors.ts'
import { readText } from '../core/input.ts'
import { createContext, type Deps } from '../deps.ts'
import { recordSeen } from './redirects.ts'

/** What the front door has counted on one site, in one request for many visits. Nobody else can sign one. */
export async function receiveSeen(
  deps: Deps,
  http: HonoContext,
  { target, requestId }: RequestContext,
): Promise<Response> {
  if (target.kind !== 'site') throw new DomainError('resource_not_found', 'There is nothing at /_dde/seen.')
  const ctx = createContext(deps, {
    scope: { tenantId: target.tenantId, clientId: target.clientId },
    principal: { kind: 'system', name: 'DDE', permissions: [] },
    requestId,
  })
  // safe: the front door wrote it, as its signature proves
  await recordSeen(ctx, target.siteId, JSON.parse(await readText(http.req.raw)))
  return http.body(null, 204)
}
