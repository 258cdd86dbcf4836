import type * as z from 'zod'
import type { AnswerOf, AnyEndpoint, ParamsOf } from '#workers/core/endpoint.contract.ts'
import { Problem, problemFrom } from './problem.ts'

export const API_BASE = '/api/v1'

export type QueryInput<E extends AnyEndpoint> = Partial<z.input<NonNullable<E['query']>>>
export type BodyInput<E extends AnyEndpoint> = z.input<NonNullable<E['body']>>
type Needed<Key extends string, Value, Empty> = keyof Empty extends never
  ? { [K in Key]?: never }
  : { [K in Key]: Value }

export type CallInput<E extends AnyEndpoint> = {
  query?: QueryInput<E>
  signal?: AbortSignal
  /** Makes repeating the call harmless. */
  idempotencyKey?: string
  /** Lets the call outlive the page it is made from. */
  keepalive?: boolean
} & Needed<'params', ParamsOf<E['path']>, ParamsOf<E['path']>> &
  (undefined extends BodyInput<E> ? { body?: never } : { body: BodyInput<E> })

/** Lets a call without parameters or body be made with the endpoint alone. */
type CallArguments<E extends AnyEndpoint> =
  Record<never, never> extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>]

export type AnyInput = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  signal?: AbortSignal
  idempotencyKey?: string
  keepalive?: boolean
}

/** Calls the API as the contract says, and throws a Problem when it refuses. */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  ...[input]: CallArguments<E>
): Promise<AnswerOf<E>> {
  // safe: CallInput only narrows AnyInput to what the endpoint takes, and the API answers by the same contract
  return (await ask(endpoint, (input ?? {}) as AnyInput)) as AnswerOf<E>
}

/** The same without the endpoint's own types, for code that handles any of them. */
export async function ask(endpoint: AnyEndpoint, input: AnyInput): Promise<unknown> {
  const response = await send(endpoint, input)
  const text = await response.text()
  if (!response.ok) throw refusal(endpoint, response, text)
  return text ? JSON.parse(text) : undefined
}

/** Path with parameters and query filled in, below the API's base; also the key an answer is cached under. */
export function urlOf(endpoint: { path: string }, { params = {}, query = {} }: AnyInput = {}): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  search.sort()
  return search.size > 0 ? `${path}?${search}` : path
}

let onSignedOut = goToLogin
/** Replaces what happens when a session has ended. */
export function whenSignedOut(react: () => void): void {
  onSignedOut = react
}

async function send(
  endpoint: AnyEndpoint,
  { signal, idempotencyKey, keepalive, ...input }: AnyInput,
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' })
  if (input.body !== undefined) headers.set('content-type', 'application/json')
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey)
  try {
    return await fetch(API_BASE + urlOf(endpoint, input), {
      method: endpoint.method.toUpperCase(),
      headers,
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw Problem.offline(cause)
  }
}

function refusal(endpoint: AnyEndpoint, response: Response, text: string): Problem {
  const problem = problemFrom(response.status, text)
  if (problem.status === 401 && endpoint.needs !== 'public') onSignedOut()
  return problem
}

let isLeaving = false
function goToLogin(): void {
  if (isLeaving) return
  isLeaving = true
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
}
