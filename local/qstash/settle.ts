import type { Context } from './context.ts'
import { insertDeadLetter } from './dead-letters.ts'
import type { Outcome } from './deliver.ts'
import { readDeliveryOptions, unprefixed } from './delivery-options.ts'
import { recordEvent } from './events.ts'
import type { Message } from './message.ts'
import { deleteMessage, findMessage, postponeMessage } from './messages.ts'
import { headerLists } from './payloads.ts'
import { publish } from './publish.ts'
import { retryDelayMs } from './retries.ts'
import { finishScheduled } from './schedule-states.ts'

/** Writes down how an attempt ended and what follows from it, all or nothing. */
export function settle(ctx: Context, message: Message, outcome: Outcome): void {
  ctx.db.transaction(() => {
    const isCancelled = !findMessage(ctx.db, message.messageId)
    if (isCancelled) return

    if (outcome.status >= 200 && outcome.status < 300) settleDelivered(ctx, message, outcome)
    else if (isFinal(message, outcome)) settleFailed(ctx, message, outcome)
    else settleRetry(ctx, message, outcome)
  })
}

function settleDelivered(ctx: Context, message: Message, outcome: Outcome): void {
  deleteMessage(ctx.db, message.messageId)
  recordEvent(ctx, message, 'DELIVERED', { responseStatus: outcome.status })
  finishScheduled(ctx.db, message, 'SUCCESS')
  callBack(ctx, message, outcome)
}

function settleFailed(ctx: Context, message: Message, outcome: Outcome): void {
  deleteMessage(ctx.db, message.messageId)
  const dlqId = insertDeadLetter(ctx, message, outcome)
  recordError(ctx, message, outcome)
  recordEvent(ctx, message, 'FAILED')
  finishScheduled(ctx.db, message, 'FAIL')
  callBack(ctx, message, outcome)

  const { failureCallback } = readDeliveryOptions(message.headers)
  if (!failureCallback) return
  const headers = unprefixed(message.headers, 'upstash-failure-callback-')
  publishReport(ctx, message, failureCallback, { headers, report: { ...reportOf(message, outcome), dlqId } })
}

function settleRetry(ctx: Context, message: Message, outcome: Outcome): void {
  const { retryDelay } = readDeliveryOptions(message.headers)
  const { retried } = message
  const dueAt = ctx.clock.now() + retryDelayMs({ retried, retryDelay, responseHeaders: outcome.headers })
  postponeMessage(ctx.db, message, dueAt)
  recordError(ctx, message, outcome)
  recordEvent(ctx, message, 'RETRY', { nextDeliveryTime: dueAt })
  callBack(ctx, message, outcome)
}

function isFinal(message: Message, outcome: Outcome): boolean {
  const isRefused = outcome.status === 489 && outcome.headers['Upstash-Nonretryable-Error']?.[0] === 'true'
  return isRefused || message.retried >= readDeliveryOptions(message.headers).maxRetries
}

function recordError(ctx: Context, message: Message, outcome: Outcome): void {
  recordEvent(ctx, message, 'ERROR', {
    ...(outcome.error && { error: outcome.error }),
    responseStatus: outcome.status,
    responseHeaders: outcome.headers,
    responseBody: Buffer.from(outcome.body).toString('base64'),
  })
}

function callBack(ctx: Context, message: Message, outcome: Outcome): void {
  const { callback } = readDeliveryOptions(message.headers)
  if (!callback) return
  const headers = unprefixed(message.headers, 'upstash-callback-')
  publishReport(ctx, message, callback, { headers, report: reportOf(message, outcome) })
}

function publishReport(
  ctx: Context,
  message: Message,
  destination: string,
  { headers, report }: { headers: Record<string, string>; report: object },
): void {
  const retries = message.headers['upstash-retries']
  publish(ctx, {
    destination,
    headers: {
      ...(retries && { 'upstash-retries': retries }),
      'content-type': 'application/json',
      ...headers,
    },
    body: new Uint8Array(Buffer.from(JSON.stringify(report))),
    callerIp: message.callerIp,
  })
}

function reportOf(message: Message, outcome: Outcome) {
  const options = readDeliveryOptions(message.headers)
  return {
    status: outcome.status,
    header: outcome.headers,
    body: Buffer.from(outcome.body).toString('base64'),
    retried: message.retried,
    maxRetries: options.maxRetries,
    sourceMessageId: message.messageId,
    topicName: message.topicName,
    endpointName: message.endpointName,
    url: message.url,
    method: options.method,
    sourceHeader: headerLists(Object.entries(options.forwarded)),
    sourceBody: Buffer.from(message.body).toString('base64'),
    notBefore: message.dueAt,
    createdAt: message.createdAt,
    scheduleId: message.scheduleId,
    callerIP: message.callerIp,
    queueName: message.queueName,
    flowControlKey: options.flow?.key,
    label: options.labels[0],
    labels: options.labels.length > 0 ? options.labels : undefined,
  }
}
