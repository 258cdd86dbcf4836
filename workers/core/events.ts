import { outbox } from '#db/schema/index.ts'
import { type Context, clientInScope } from './context.ts'
import { newId } from './ids.ts'

/** Something that happened, as other modules may hear of it. Payloads hold ids, never copies of rows. */
export interface EventType<Payload extends Record<string, string>> {
  name: string
  /** Only carries the type. */
  payload?: Payload
}

export function defineEvent<Payload extends Record<string, string>>(name: string): EventType<Payload> {
  return { name }
}

/** The outbox row of an event, to stand in the batch of the change it tells of. */
export function emit<Payload extends Record<string, string>>(
  ctx: Context,
  type: EventType<Payload>,
  payload: Payload,
  options: { id?: string; clientId?: string; deliverAfter?: Date } = {},
) {
  const { id = newId(), clientId = clientInScope(ctx), deliverAfter } = options
  const event = { id, name: type.name, payload, tenantId: ctx.scope.tenantId, clientId }
  ctx.emitted.push(deliverAfter ? { ...event, deliverAfter: deliverAfter.toISOString() } : event)
  return ctx.db
    .insert(outbox)
    .values({ id, clientId, name: type.name, payload, ...(deliverAfter ? { deliverAfter } : {}) })
}
