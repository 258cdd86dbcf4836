import type { Context as HonoContext } from 'hono'
import type { RequestContext } from '#edge/context.contract.ts'
import { admit, principalOf, scopeOf } from '../core/gate.ts'
import { createContext, type Deps } from '../deps.ts'
import { runsApi } from './runs.contract.ts'
import { getRun } from './runs.ts'

const POLL_MS = 400
/** A browser opens the stream again by itself; none is kept longer than this. */
const MAX_STREAM_MS = 5 * 60_000

/** Server-sent events: the run whenever it has changed, until it has ended. */
export async function streamRun(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response> {
  const actor = admit(runsApi.get.needs, request)
  const ctx = createContext(deps, {
    scope: scopeOf(request, actor, undefined),
    principal: principalOf(actor),
    requestId: request.requestId,
  })
  const id = http.req.param('id') ?? ''
  const first = await getRun(ctx, id)
  const encoder = new TextEncoder()
  const deadline = Date.now() + MAX_STREAM_MS
  let last = ''
  let isOver = false

  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      // Nothing is read ahead: each pull waits until there is something new to tell.
      while (!isOver) {
        const run = last === '' ? first : await getRun(ctx, id)
        const text = JSON.stringify(run)
        isOver = run.status === 'done' || run.status === 'failed' || Date.now() > deadline
        if (text !== last) {
          last = text
          controller.enqueue(encoder.encode(`event: run\ndata: ${text}\n\n`))
          if (!isOver) return
        }
        if (!isOver) await new Promise((done) => setTimeout(done, POLL_MS))
      }
      controller.close()
    },
    cancel() {
      isOver = true
    },
  })
  return new Response(stream, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}
