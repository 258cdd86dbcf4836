import { Receiver } from '@upstash/qstash'
import { PLATFORM_TENANT } from '#workers/core/ids.ts'
import { describeCause, log } from '#workers/core/log.ts'
import { handOn, sweepOutbox } from '#workers/core/outbox-relay.ts'
import type { QueuedEvent } from '#workers/core/ports.ts'
import { createContext, createDeps, type Deps } from '#workers/deps.ts'
import { readEnv } from '#workers/env.ts'
import { createPorts } from '#workers/ports.ts'
import { dispatch } from './core/dispatch.ts'
import { Busy } from './core/job.ts'
import { jobs } from './jobs.ts'
import { SWEEP_OUTBOX } from './schedules.ts'

let parts: { deps: Deps; receiver: Receiver } | undefined

function partsFor(bindings: unknown) {
  if (!parts) {
    const env = readEnv(bindings)
    const receiver = new Receiver({
      currentSigningKey: env.QSTASH_CURRENT_SIGNING_KEY,
      nextSigningKey: env.QSTASH_NEXT_SIGNING_KEY,
    })
    parts = { deps: createDeps(env, createPorts(env)), receiver }
  }
  return parts
}

/** The jobs Worker: what QStash delivers, checked and done. An answer of 2xx means done; anything else is tried again. */
export default {
  async fetch(request, bindings, ctx) {
    const { deps, receiver } = partsFor(bindings)
    const body = await request.text()
    const signature = request.headers.get('upstash-signature') ?? ''
    const isGenuine = await receiver
      .verify({ signature, body, url: deps.env.JOBS_URL, clockTolerance: 5 })
      .catch(() => false)
    if (!isGenuine) return refuse(401, 'unauthenticated', 'The signature is missing or wrong.')
    try {
      await work(deps, JSON.parse(body), ctx)
      return new Response('done')
    } catch (error) {
      return respondFailure(error)
    }
  },
} satisfies ExportedHandler

async function work(deps: Deps, event: QueuedEvent, execution: ExecutionContext): Promise<void> {
  const { env, ports } = deps
  if (event.name === SWEEP_OUTBOX) {
    await sweepOutbox(env.RELAY_DATABASE_URL, ports.queue)
    return
  }
  const ctx = createContext(deps, {
    scope: { tenantId: event.tenantId ?? PLATFORM_TENANT, writesFor: event.clientId },
    principal: { kind: 'system', name: 'DDE', permissions: [] },
    requestId: event.id,
  })
  try {
    await dispatch(ctx, event, jobs)
  } finally {
    // What was committed before another job failed has happened all the same.
    const following = handOn(env.RELAY_DATABASE_URL, ports.queue, ctx.emitted)
    execution.waitUntil(
      following.catch((error) => log('warn', 'Events wait for the sweep.', describeCause(error))),
    )
  }
}

function respondFailure(error: unknown): Response {
  if (error instanceof Busy) {
    const response = refuse(503, 'internal', error.message)
    response.headers.set('Retry-After', String(error.retryAfterSeconds))
    return response
  }
  log('error', 'A job failed.', describeCause(error))
  return refuse(500, 'internal', 'Something went wrong.')
}

const refuse = (statusCode: number, code: string, message: string) =>
  Response.json({ error: { code, message, statusCode } }, { status: statusCode })
