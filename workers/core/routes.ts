import type { Context as HonoContext } from 'hono'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from './context.ts'
import type { AnswerOf, AnyEndpoint, BodyOf, ParamsOf, QueryOf } from './endpoint.contract.ts'

/** What a request asked, checked against its contract. */
export interface Input<E extends AnyEndpoint> {
  params: ParamsOf<E['path']>
  query: QueryOf<E>
  body: BodyOf<E>
  /** What the front door found out, for the few that deal with sessions. */
  request: RequestContext
  /** The request itself, for the few that set cookies or read headers. */
  http: HonoContext
}

export interface Route {
  endpoint: AnyEndpoint
  run(ctx: Context, input: Input<AnyEndpoint>): Promise<unknown>
}

/** Ties a row of the contract table to the verb that does it. */
export function handle<E extends AnyEndpoint>(
  endpoint: E,
  run: (ctx: Context, input: Input<E>) => Promise<AnswerOf<E> extends undefined ? void : AnswerOf<E>>,
): Route {
  // safe: the server parses what it passes with this very endpoint
  return { endpoint, run: run as Route['run'] }
}
