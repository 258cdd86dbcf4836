import type { Context } from './context.ts'
import { readDeliveryOptions } from './delivery-options.ts'
import type { Message } from './message.ts'
import { headerLists } from './payloads.ts'
import { signDelivery } from './signing-keys.ts'

/** What came back from one attempt; the status is 0 when nothing did and 504 when it took too long. */
export type Outcome = {
  status: number
  headers: Record<string, string[]>
  body: Uint8Array<ArrayBuffer>
  error: string | undefined
}

/** Headers of the connection, which fetch refuses to be told. */
const CONNECTION_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const KEPT_BODY_BYTES = 1_048_576

/** Calls the message's endpoint once; never throws for what the endpoint does. */
export async function deliver(ctx: Context, message: Message, stop: AbortSignal): Promise<Outcome> {
  const { method, timeoutMs } = readDeliveryOptions(message.headers)
  const body = method === 'GET' ? new Uint8Array() : message.body
  const timeout = AbortSignal.timeout(timeoutMs)

  try {
    const response = await ctx.fetch(message.url, {
      method,
      headers: await deliveryHeaders(ctx, message, body),
      body: method === 'GET' ? null : body,
      redirect: 'manual',
      signal: AbortSignal.any([timeout, stop]),
    })
    const answer = new Uint8Array(await response.arrayBuffer())
    const error = response.ok ? undefined : new TextDecoder().decode(answer.subarray(0, 1_000))
    return {
      status: response.status,
      headers: headerLists(response.headers),
      body: answer.slice(0, KEPT_BODY_BYTES),
      error,
    }
  } catch (error) {
    const reason = timeout.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error)
    return { status: timeout.aborted ? 504 : 0, headers: {}, body: Buffer.from(reason), error: reason }
  }
}

async function deliveryHeaders(ctx: Context, message: Message, body: Uint8Array): Promise<Headers> {
  const { forwarded, labels } = readDeliveryOptions(message.headers)
  const headers = new Headers(Object.entries(forwarded).filter(([name]) => !CONNECTION_HEADERS.has(name)))
  const own: Record<string, string | undefined> = {
    'User-Agent': 'Upstash-QStash',
    'Upstash-Message-Id': message.messageId,
    'Upstash-Retried': String(message.retried),
    'Upstash-Caller-Ip': message.callerIp,
    'Upstash-Topic-Name': message.topicName,
    'Upstash-Endpoint-Name': message.endpointName,
    'Upstash-Queue-Name': message.queueName,
    'Upstash-Schedule-Id': message.scheduleId,
    'Upstash-Label': labels.join(',') || undefined,
    'Upstash-Signature': await signDelivery(ctx.keys.pair().current, message.url, body),
  }
  for (const [name, value] of Object.entries(own)) if (value !== undefined) headers.set(name, value)
  return headers
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message || String(Reflect.get(cause, 'code')) : String(cause)
}
