import { createHash } from 'node:crypto'
import type { Context } from './context.ts'
import { firstDueAt, type PublishHeaders, readDeliveryOptions, unprefixed } from './delivery-options.ts'
import { QstashError } from './errors.ts'
import { applyFlowLimits } from './flow-controls.ts'
import { insertMessage, newMessageId } from './messages.ts'
import { ensureQueue } from './queues.ts'
import { findTopic } from './topics.ts'

export type PublishRequest = {
  destination: string
  headers: PublishHeaders
  body: Uint8Array<ArrayBuffer>
  callerIp: string
  queueName?: string | undefined
  scheduleId?: string | undefined
}

export type Receipt = { messageId: string; url?: string; deduplicated?: true }

type Target = { url: string; endpointName: string | undefined; topicName: string | undefined }

const DEDUPLICATION_MS = 600_000

/** Stores one message, or one for each endpoint of a URL group; on disk when it returns. */
export function publish(ctx: Context, request: PublishRequest): Receipt | Receipt[] {
  const headers = { 'upstash-retries': String(ctx.defaultRetries), ...request.headers }
  const { flow } = readDeliveryOptions(headers)
  readDeliveryOptions(unprefixed(headers, 'upstash-callback-'))
  readDeliveryOptions(unprefixed(headers, 'upstash-failure-callback-'))
  const deduplicationId = readDeduplicationId(request)
  const targets = findTargets(ctx, request.destination)

  const receipts = ctx.db.transaction(() => {
    if (request.queueName !== undefined) ensureQueue(ctx, request.queueName)
    if (flow) applyFlowLimits(ctx.db, flow)
    return targets.map((target) => publishTo(ctx, target, { ...request, headers }, deduplicationId))
  })

  ctx.wake()
  const [only] = receipts
  const isGroup = targets[0]?.topicName !== undefined
  return !isGroup && only
    ? { messageId: only.messageId, ...(only.deduplicated && { deduplicated: true }) }
    : receipts
}

function publishTo(
  ctx: Context,
  target: Target,
  request: PublishRequest,
  deduplicationId: string | undefined,
): Receipt {
  const now = ctx.clock.now()
  const key = deduplicationId && [deduplicationId, target.topicName && target.url].filter(Boolean).join('\n')
  const known = key && ctx.db.row('SELECT * FROM deduplications WHERE id = ? AND expires_at > ?', key, now)
  if (known) return { messageId: String(known.message_id), url: target.url, deduplicated: true }

  const messageId = newMessageId()
  if (key) rememberDeduplication(ctx, key, messageId)
  insertMessage(ctx, {
    ...target,
    messageId,
    queueName: request.queueName,
    scheduleId: request.scheduleId,
    callerIp: request.callerIp,
    headers: request.headers,
    body: request.body,
    createdAt: now,
    dueAt: firstDueAt(request.headers, now),
    retried: 0,
  })
  return { messageId, url: target.url }
}

function findTargets(ctx: Context, destination: string): Target[] {
  if (/^https?:\/\//.test(destination)) {
    if (!URL.canParse(destination)) throw new QstashError(400, `invalid destination url: ${destination}`)
    return [{ url: destination, endpointName: undefined, topicName: undefined }]
  }
  const topic = findTopic(ctx.db, destination)
  if (!topic) {
    throw new QstashError(
      404,
      `${destination} is neither a url group nor a url (add http:// or https:// in front of a url)`,
    )
  }
  return topic.endpoints.map(({ url, name }) => ({ url, endpointName: name, topicName: topic.name }))
}

function readDeduplicationId({ headers, destination, body }: PublishRequest): string | undefined {
  const id = headers['upstash-deduplication-id']
  if (id !== undefined && /[\s:]/.test(id)) {
    throw new QstashError(400, `invalid deduplication id: ${id} contains a colon or whitespace`)
  }
  if (id !== undefined || headers['upstash-content-based-deduplication'] !== 'true') return id

  const { forwarded } = readDeliveryOptions(headers)
  const content = JSON.stringify([destination, Object.entries(forwarded).sort()])
  return `content:${createHash('sha256').update(content).update('\n').update(body).digest('hex')}`
}

function rememberDeduplication(ctx: Context, key: string, messageId: string): void {
  const now = ctx.clock.now()
  ctx.db.run('DELETE FROM deduplications WHERE expires_at <= ?', now)
  ctx.db.run('INSERT INTO deduplications VALUES (?, ?, ?)', key, messageId, now + DEDUPLICATION_MS)
}
