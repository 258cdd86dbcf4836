import { inject } from 'vitest'
import { signDelivery } from '#local/qstash/signing-keys.ts'
import { newId } from '#workers/core/ids.ts'
import type { QueuedEvent } from '#workers/core/ports.ts'

/** An event as the outbox would hand it on. */
export const event = (
  name: string,
  tenantId: string,
  payload: Record<string, string>,
  clientId = tenantId,
): QueuedEvent => ({ id: newId(), name, tenantId, clientId, payload })

/** Delivers a message to the jobs Worker as QStash does: signed, through the front door. */
export async function deliver(
  message: unknown,
  signature?: string,
): Promise<{ status: number; text: string }> {
  const { variables } = inject('stack')
  const body = typeof message === 'string' ? message : JSON.stringify(message)
  const url = variables.JOBS_URL ?? ''
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'upstash-signature': signature ?? (await sign(body)),
    },
  })
  return { status: response.status, text: await response.text() }
}

export function sign(body: string, options: { key?: string; url?: string } = {}): Promise<string> {
  const { variables } = inject('stack')
  const { key = variables.QSTASH_CURRENT_SIGNING_KEY ?? '', url = variables.JOBS_URL ?? '' } = options
  return signDelivery(key, url, new TextEncoder().encode(body))
}

/** Moves the queue's clock forward for one tenant's events, or one schedule; what falls due by that is delivered at once. */
export async function advanceQueue(duration: string, of: string): Promise<void> {
  const query = new URLSearchParams({ advance: duration, of })
  const response = await fetch(`${inject('stack').cloudUrl}/qstash/_clock?${query}`, { method: 'POST' })
  if (!response.ok) throw new Error(`The queue's clock answered ${response.status}.`)
}
