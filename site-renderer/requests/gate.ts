import type { SiteGate } from '#edge/context.contract.ts'
import { normalisePath } from '#workers/sites/site-paths.contract.ts'
import { type GateProblem, gateProblems } from '#workers/sites/snapshot.contract.ts'
import { renderGate } from '../render/gate-page.tsx'
import { type Deps, options } from './asked.ts'
import { inLanguageOf } from './languages.ts'
import { html } from './replies.ts'
import type { Snapshot } from './snapshots.ts'

const RETRY_AFTER_SECONDS = '3600'

/** The page at the gate, whatever was asked for, in the language its path begins with. */
export function answerGate(request: Request, gate: SiteGate, whole: Snapshot, deps: Deps): Response {
  const { pathname, origin, searchParams } = new URL(request.url)
  const path = normalisePath(pathname) ?? '/'
  const snapshot = inLanguageOf(whole, path)
  const problem = gateProblems.find((each: GateProblem) => each === searchParams.get('problem'))
  const drawing = options({ request, snapshot, path, origin }, deps)
  // Where it is switched to another language, nobody is let in either.
  const { languages: _languages, ...page } = drawing.page
  const body = renderGate({ gate, path: pathname, problem }, snapshot.prepared, { ...drawing, page })
  const response = html(body, { status: gate.kind === 'maintenance' ? 503 : problem ? 403 : 401 })
  response.headers.set('cache-control', 'private, no-store')
  response.headers.set('x-robots-tag', 'noindex, nofollow')
  if (gate.kind === 'maintenance') response.headers.set('retry-after', RETRY_AFTER_SECONDS)
  return response
}
