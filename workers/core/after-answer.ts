import type { Context as HonoContext } from 'hono'
import type { Deps } from '../deps.ts'
import { describeCause, log } from './log.ts'
import { handOn } from './outbox-relay.ts'
import type { QueuedEvent } from './ports.ts'

/** Hands a request's events on once it is answered; what fails here the sweep finds in the outbox. */
export function handOnAfterAnswer({ env, ports }: Deps, http: HonoContext, events: QueuedEvent[]): void {
  const sending = handOn(env.RELAY_DATABASE_URL, ports.queue, events)
  http.executionCtx.waitUntil(
    sending.catch((error) => log('warn', 'Events wait for the sweep.', describeCause(error))),
  )
}
