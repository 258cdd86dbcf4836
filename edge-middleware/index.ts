import { findActor } from './access-tokens.ts'
import type { HostTarget } from './context.contract.ts'
import { serveDashboard } from './dashboard.ts'
import type { EdgeEnv } from './env.ts'
import { serveSite } from './gate.ts'
import { findTarget } from './hosts.ts'
import { servePreview } from './previews.ts'
import { unknownHost } from './problem.ts'
import { finish, type Visit } from './sites.ts'

/** The front door: which host is this, who is asking, where to. No database, no vendor's SDK. */
export default {
  async fetch(request, env, ctx) {
    const startedAt = Date.now()
    const url = new URL(request.url)
    if (url.pathname === '/healthz') return new Response('ok', { headers: { 'Cache-Control': 'no-store' } })

    const target = await findTarget(env, url.host, startedAt)
    const visit = await openVisit(request, url, env, ctx, target ?? { kind: 'platform' }, startedAt)
    if (!target) return finish(unknownHost(url.host), visit, startedAt)
    return finish(await serve(visit, target), visit, startedAt)
  },
} satisfies ExportedHandler<EdgeEnv>

function serve(visit: Visit, target: HostTarget): Promise<Response> {
  if (target.kind === 'site') return serveSite(visit, target)
  return target.kind === 'preview' ? servePreview(visit) : serveDashboard(visit)
}

/** Visitors of a site are nobody in particular: no token is looked at there. */
async function openVisit(
  request: Request,
  url: URL,
  env: EdgeEnv,
  ctx: ExecutionContext,
  target: HostTarget,
  now: number,
): Promise<Visit> {
  const actor = isOpenToAll(target) ? undefined : await findActor(request, env, url.host, now)
  const context = {
    requestId: crypto.randomUUID(),
    origin: url.origin,
    target,
    ip: request.headers.get('cf-connecting-ip') ?? '127.0.0.1',
    ...(actor ? { actor } : {}),
  }
  return { request, url, env, ctx, context }
}

const isOpenToAll = ({ kind }: HostTarget): boolean => kind === 'site' || kind === 'preview'
