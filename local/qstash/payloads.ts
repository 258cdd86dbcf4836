import { createHash } from 'node:crypto'
import { readDeliveryOptions, readList } from './delivery-options.ts'
import type { Message } from './message.ts'

/** A message as the REST API shows it, with the fields it was told to redact replaced by their hash. */
export function messagePayload(message: Message) {
  const options = readDeliveryOptions(message.headers)
  const redacted = readList(message.headers['upstash-redact-fields']).map((field) => field.toLowerCase())
  const isBodyRedacted = redacted.includes('body')
  const content = isBodyRedacted ? { body: redact(message.body) } : bodyFields(message.body)

  return {
    messageId: message.messageId,
    url: message.url,
    topicName: message.topicName,
    endpointName: message.endpointName,
    queueName: message.queueName,
    scheduleId: message.scheduleId,
    callerIP: message.callerIp,
    method: options.method,
    header: redactHeaders(options.forwarded, redacted),
    ...content,
    maxRetries: options.maxRetries,
    retryDelayExpression: options.retryDelay,
    timeout: message.headers['upstash-timeout'] && options.timeoutMs,
    notBefore: message.dueAt,
    createdAt: message.createdAt,
    callback: options.callback,
    failureCallback: options.failureCallback,
    flowControlKey: options.flow?.key,
    parallelism: options.flow?.parallelism,
    rate: options.flow?.rate,
    period: options.flow && options.flow.periodMs / 1_000,
    label: options.labels[0],
    labels: options.labels.length > 0 ? options.labels : undefined,
  }
}

/** The body as text, or as Base64 when it is not valid UTF-8. */
export function bodyFields(body: Uint8Array): { body?: string; bodyBase64?: string } {
  try {
    return { body: new TextDecoder('utf-8', { fatal: true }).decode(body) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { bodyBase64: Buffer.from(body).toString('base64') }
  }
}

/** Headers the way Go prints them: canonical names, every value a list. */
export function headerLists(headers: Iterable<[string, string]>): Record<string, string[]> {
  return Object.fromEntries(Array.from(headers, ([name, value]) => [canonicalName(name), [value]]))
}

function canonicalName(name: string): string {
  return name.toLowerCase().replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase())
}

function redactHeaders(forwarded: Record<string, string>, redacted: string[]): Record<string, string[]> {
  const isHidden = (name: string) =>
    redacted.includes('header') || redacted.includes('headers') || redacted.includes(`header[${name}]`)
  const shown = Object.entries(forwarded).map(([name, value]): [string, string] => [
    name,
    isHidden(name) ? redact(value) : value,
  ])
  return headerLists(shown)
}

function redact(value: string | Uint8Array): string {
  return `REDACTED:${createHash('sha256').update(value).digest('hex')}`
}
