import { type Miniflare, type Request, Response } from 'miniflare'
import { startPluginWorkerd, type WorkerdOptions } from './miniflare.ts'

export interface PluginHost {
  fetch: (request: Request) => Promise<Response>
  stop: () => Promise<void>
}

/** The cloud ends what computes for too long; workerd alone does not, so here its process is ended. */
const PATIENCE_MS = 4_000

/** Runs plugins in a workerd of their own, started when first needed, one call after the other: whoever hangs it ends alone. */
export function createPluginHost(
  variables: Record<string, string>,
  outbound: WorkerdOptions['outbound'],
): PluginHost {
  let running: Promise<Miniflare> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  async function stop(): Promise<void> {
    const ending = running
    running = undefined
    // One that never came up has nothing to end.
    await ending?.then((miniflare) => miniflare.dispose()).catch(() => undefined)
  }

  async function call(body: string): Promise<Response> {
    running ??= startPluginWorkerd(variables, outbound)
    try {
      const miniflare = await running
      const answer = await miniflare.dispatchFetch('http://dde-plugins/', {
        ...{ method: 'POST', body, headers: { 'content-type': 'application/json' } },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      return new Response(await answer.text(), {
        status: answer.status,
        headers: { 'content-type': 'application/json' },
      })
    } catch {
      await stop()
      return Response.json({ problem: 'The plugin used more time or memory than it may.' })
    }
  }

  return {
    async fetch(request) {
      const body = await request.text()
      const mine = turn.then(() => call(body))
      turn = mine
      return mine
    },
    stop,
  }
}
