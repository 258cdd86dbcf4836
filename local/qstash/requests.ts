import type { Context as RequestContext } from 'hono'
import { publishHeaders } from './delivery-options.ts'
import { QstashError } from './errors.ts'
import type { PublishRequest } from './publish.ts'

/** What a request asks to be published; the destination is the rest of its URL after the marker. */
export async function readPublishRequest(c: RequestContext, marker: string): Promise<PublishRequest> {
  return {
    destination: readDestination(c.req.url, marker),
    headers: publishHeaders(c.req.raw.headers),
    body: new Uint8Array(await c.req.arrayBuffer()),
    callerIp: callerIp(c),
  }
}

export function callerIp(c: RequestContext): string {
  return c.req.header('x-forwarded-for')?.split(',')[0]?.trim() || '127.0.0.1'
}

/** The JSON body of a request as an object; anything else is a refusal. */
export async function readJsonObject(c: RequestContext): Promise<Record<string, unknown>> {
  const body = parseJson(await c.req.text())
  if (!isObject(body)) throw new QstashError(400, 'the request body is not a JSON object')
  return body
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new QstashError(400, `invalid JSON: ${error instanceof Error ? error.message : error}`)
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Proxies fold the double slash of a URL inside a path, and some clients encode it whole. */
function readDestination(url: string, marker: string): string {
  const rest = url.slice(url.indexOf(marker) + marker.length).replace(/([?&])qstash_token=[^&]*&?/, '$1')
  const plain = /^https?%3A/i.test(rest) ? decodeURIComponent(rest) : rest
  return plain.replace(/^(https?):\/+/, '$1://').replace(/[?&]$/, '')
}
