import { parseDuration } from './durations.ts'
import { QstashError } from './errors.ts'
import { evaluate } from './expressions.ts'

/** The lower-cased Upstash-* and Content-Type headers a message was published with. */
export type PublishHeaders = Record<string, string>

export type FlowLimits = {
  key: string
  parallelism: number | undefined
  rate: number | undefined
  periodMs: number
}

export type DeliveryOptions = {
  method: string
  maxRetries: number
  retryDelay: string | undefined
  timeoutMs: number
  callback: string | undefined
  failureCallback: string | undefined
  forwarded: Record<string, string>
  flow: FlowLimits | undefined
  labels: string[]
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
const FORWARD = 'upstash-forward-'

/** Five minutes: how long Node's fetch waits for an answer at most. */
const DEFAULT_TIMEOUT_MS = 300_000

/** Keeps what QStash reads of a request's headers. */
export function publishHeaders(headers: Headers): PublishHeaders {
  const kept = [...headers].filter(
    ([name]) =>
      name === 'content-type' || (name.startsWith('upstash-') && !name.startsWith('upstash-telemetry')),
  )
  return Object.fromEntries(kept)
}

/** Reads how a message wants to be delivered; throws the refusal QStash would answer. */
export function readDeliveryOptions(headers: PublishHeaders): DeliveryOptions {
  const method = headers['upstash-method'] ?? 'POST'
  if (!METHODS.has(method)) throw new QstashError(400, `invalid method: ${method}`)

  return {
    method,
    maxRetries: readCount(headers, 'upstash-retries') ?? 0,
    retryDelay: readRetryDelay(headers),
    timeoutMs: readDuration(headers, 'upstash-timeout') ?? DEFAULT_TIMEOUT_MS,
    callback: readUrl(headers, 'upstash-callback'),
    failureCallback: readUrl(headers, 'upstash-failure-callback'),
    forwarded: readForwarded(headers),
    flow: readFlow(headers),
    labels: readList(headers['upstash-label']),
  }
}

/** When a message published now may go out first; Not-Before wins over Delay. */
export function firstDueAt(headers: PublishHeaders, now: number): number {
  const notBefore = readCount(headers, 'upstash-not-before')
  if (notBefore !== undefined) return notBefore * 1_000
  return now + (readDuration(headers, 'upstash-delay') ?? 0)
}

/** The headers under a prefix such as 'upstash-callback-', as the headers of a publish of their own. */
export function unprefixed(headers: PublishHeaders, prefix: string): PublishHeaders {
  const entries = Object.entries(headers).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(entries.map(([name, value]) => [`upstash-${name.slice(prefix.length)}`, value]))
}

export function readList(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

export function readDuration(headers: PublishHeaders, name: string): number | undefined {
  const value = headers[name]
  if (value === undefined) return undefined
  const ms = parseDuration(value.trim())
  if (ms === undefined) throw new QstashError(400, `invalid ${name} header: ${value}`)
  return ms
}

function readCount(headers: PublishHeaders, name: string): number | undefined {
  const value = headers[name]
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value)) throw new QstashError(400, `invalid ${name} header: ${value}`)
  return Number(value)
}

function readUrl(headers: PublishHeaders, name: string): string | undefined {
  const value = headers[name]
  if (value === undefined) return undefined
  if (!/^https?:\/\/./.test(value))
    throw new QstashError(400, `invalid ${name} header: ${value} is not a URL`)
  return value
}

function readRetryDelay(headers: PublishHeaders): string | undefined {
  const expression = headers['upstash-retry-delay']
  if (expression === undefined) return undefined
  try {
    if (!Number.isFinite(evaluate(expression, { retried: 0 }))) throw new Error('the result is not a number')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new QstashError(400, `invalid upstash-retry-delay expression: ${reason}`)
  }
  return expression
}

function readForwarded(headers: PublishHeaders): Record<string, string> {
  const contentType = headers['content-type']
  const forwarded = Object.entries(headers)
    .filter(([name]) => name.startsWith(FORWARD))
    .map(([name, value]) => [name.slice(FORWARD.length), value])
  return { ...(contentType && { 'content-type': contentType }), ...Object.fromEntries(forwarded) }
}

function readFlow(headers: PublishHeaders): FlowLimits | undefined {
  const key = headers['upstash-flow-control-key']
  const value = headers['upstash-flow-control-value']
  if (key === undefined) return undefined
  if (!value) throw new QstashError(400, 'upstash-flow-control-value header is required with a key')

  const parts = readList(value).map((part) => part.split('=').map((side) => side.trim().toLowerCase()))
  const limits = Object.fromEntries(parts)
  return {
    key,
    parallelism: readLimit(limits, 'parallelism'),
    rate: readLimit(limits, 'rate'),
    periodMs: readDuration(limits, 'period') ?? 1_000,
  }
}

function readLimit(limits: Record<string, string>, name: string): number | undefined {
  const value = limits[name]
  if (value === undefined) return undefined
  if (!/^[1-9]\d*$/.test(value)) throw new QstashError(400, `invalid flow control ${name}: ${value}`)
  return Number(value)
}
