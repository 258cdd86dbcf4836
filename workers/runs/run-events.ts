import type { Context as HonoContext } from 'hono'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { textStream } from '../core/text-stream.ts'
import { admitted, type Deps } from '../deps.ts'
import { type Run, runsApi } from './runs.contract.ts'
import { getRun } from './runs.ts'

const POLL_MS = 400
/** A browser opens the stream again by itself; none is kept longer than this. */
const MAX_STREAM_MS = 5 * 60_000

/** Server-sent events: the run whenever it has changed, until it has ended. */
export async function streamRun(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response> {
  const ctx = admitted(deps, request, runsApi.get.needs)
  const id = http.req.param('id') ?? ''
  if (!isId(id)) throw notFound('Run', id)
  const events = watchRun(ctx, await getRun(ctx, id))
  return new Response(textStream(events), {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}

/** The run as an event, again whenever it has changed, until it has ended. */
async function* watchRun(ctx: Context, first: Run): AsyncGenerator<string, void> {
  const deadline = Date.now() + MAX_STREAM_MS
  let told = ''
  for (let run = first; ; run = await getRun(ctx, first.id)) {
    const text = JSON.stringify(run)
    if (text !== told) yield `event: run\ndata: ${text}\n\n`
    told = text
    if (run.status === 'done' || run.status === 'failed' || Date.now() > deadline) return
    await new Promise((done) => setTimeout(done, POLL_MS))
  }
}
