import * as z from 'zod'
import type { Need } from '../auth/permissions.contract.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type ErrorCode =
  | 'invalid_input'
  | 'unauthenticated'
  | 'plan_required'
  | 'forbidden'
  | 'resource_not_found'
  | 'conflict'
  | 'payload_too_large'
  | 'rate_limited'
  | 'internal'

/** The names between braces in a path: `/websites/{id}/pages/{pageId}` gives `id` and `pageId`. */
export type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & ParamsOf<Rest>
  : Record<never, string>

/**
 * One row of the contract table: what a URL takes, gives and demands. The API serves it, the dashboard calls it, the
 * documentation is generated from it, and the generic permission and isolation tests walk over it.
 */
export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Returns extends z.ZodType = z.ZodType,
> {
  method: Method
  /** Below `/api/v1`, parameters in braces. */
  path: Path
  /** Other paths that answer exactly the same. */
  aliases?: readonly Path[]
  /** The permission it takes, `public` for anyone, or `signed-in` for any member. */
  needs: Need
  summary: string
  /** What a path parameter's row is called in “… with ID '…' not found.” */
  noun?: string
  query?: Query
  body?: Body
  returns: Returns
  /** Status of success; 201 for a post and 200 for the rest unless stated. */
  status?: 200 | 201 | 202 | 204
  /** Codes it may fail with beyond those every endpoint has. */
  fails?: readonly ErrorCode[]
}

export function endpoint<
  const Path extends string,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Returns extends z.ZodType = z.ZodUndefined,
>(spec: Endpoint<Path, Query, Body, Returns>): Endpoint<Path, Query, Body, Returns> {
  return spec
}

// biome-ignore lint/suspicious/noExplicitAny: The one place where a row's exact types do not matter.
export type AnyEndpoint = Endpoint<any, any, any, any>
export type QueryOf<E extends AnyEndpoint> = z.output<NonNullable<E['query']>>
export type BodyOf<E extends AnyEndpoint> = z.output<NonNullable<E['body']>>
export type AnswerOf<E extends AnyEndpoint> = z.output<E['returns']>

export const Id = z.uuid().describe('UUID')
export const Timestamp = z.iso.datetime().describe('ISO 8601 instant, UTC')

/** An address as people type it; compared without regard to case. */
export const Email = z
  .string()
  .trim()
  .max(254, 'An e-mail address has at most 254 characters.')
  .pipe(z.email('Enter a full address, like name@example.com.'))

export const PAGE_SIZE = 50
export const MAX_PAGE_SIZE = 200

/** Query parameters of every list. Pass `nextCursor` of one page as `cursor` to get the next. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(PAGE_SIZE),
})

/** Narrows what staff of an agency read or write to one of their clients; their own business when left out of a write. */
export const ClientScope = z.strictObject({ clientId: Id.optional() })

export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const ErrorBody = z.object({
  error: z.object({ code: z.string(), message: z.string(), statusCode: z.int() }),
})

/** Answer of an endpoint that has nothing to say. */
export const Nothing = z.undefined()
