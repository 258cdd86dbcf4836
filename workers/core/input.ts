import type { Context as HonoContext } from 'hono'
import * as z from 'zod'
import type { AnyEndpoint } from './endpoint.contract.ts'
import { DomainError, notFound } from './errors.ts'
import { isId } from './ids.ts'
import { sentenceOf } from './issue-sentences.ts'
import { describeCause, log } from './log.ts'
import type { Input } from './routes.ts'

/** Most a JSON body may hold; files go in parts through endpoints of their own. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024

/** Reads a request as its contract says, or throws a sentence that says what is wrong where. */
export function readInput(
  endpoint: AnyEndpoint,
  http: HonoContext,
  bodyText: string,
): Omit<Input<AnyEndpoint>, 'request'> {
  return {
    params: readParams(endpoint, http),
    query: readQuery(endpoint.query ?? NoQuery, http),
    body: readBody(endpoint, http, bodyText),
    http,
  }
}

/** An id or a key that cannot be one is missing like any other. */
function readParams(endpoint: AnyEndpoint, http: HonoContext): Record<string, string> {
  const params: Record<string, string> = http.req.param()
  for (const [name, value] of Object.entries(params)) {
    const canBe = /id$/i.test(name) ? isId(value) : !value.includes('\u0000')
    if (!canBe) throw notFound(endpoint.noun ?? 'Resource', value)
  }
  return params
}

/** The query by its schema: each parameter once, none that is not known, nothing Postgres cannot hold. */
export function readQuery<Query extends z.ZodObject>(schema: Query, http: HonoContext): z.output<Query> {
  const given = Object.entries(http.req.queries())
  const repeated = given.find(([, values]) => values.length > 1)
  if (repeated) throw new DomainError('invalid_input', `${repeated[0]}: Give this parameter once.`)
  const unstorable = given.find(([, [value]]) => value?.includes('\u0000'))
  if (unstorable) throw new DomainError('invalid_input', `${unstorable[0]}: Text must not contain NUL.`)
  return check(schema, Object.fromEntries(given.map(([name, [value]]) => [name, value])))
}

const NoQuery = z.strictObject({})

function readBody(endpoint: AnyEndpoint, http: HonoContext, bodyText: string): unknown {
  if (!endpoint.body) {
    if (bodyText !== '' && bodyText !== '{}')
      throw new DomainError('invalid_input', 'This request takes no body.')
    return undefined
  }
  const type = http.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type))
    throw new DomainError('invalid_input', 'Send the body as application/json.')
  return check(endpoint.body, parseJson(bodyText))
}

const ESCAPES = /\\u(?:0000|d[89a-f])/i
/** What Postgres cannot hold, as JSON spells it: it escapes a surrogate only when its other half is missing. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/** JSON the database can hold. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    if (!ESCAPES.test(text) || !UNSTORABLE.test(JSON.stringify(value))) return value
  } catch {
    throw new DomainError('invalid_input', 'The body is not valid JSON.')
  }
  throw new DomainError('invalid_input', 'Text must not contain NUL or half of a character.')
}

/** One sentence for the first thing that is wrong, led by where it is: `website.slug: Use 3 to 63 letters …`. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { error: sentenceOf })
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path.join('.') ?? ''
  throw new DomainError(
    'invalid_input',
    [path, issue?.message ?? 'This is not valid.'].filter(Boolean).join(': '),
  )
}

/** How many times the limit of a body is still read, and thrown away, so that its sender gets to hear the answer. */
const PATIENCE = 4

/** Reads on what nobody has read: a body left unread closes the connection, and the caller's next request is lost with it. */
export async function discardBody(request: Request): Promise<void> {
  if (request.bodyUsed) return
  await readText(request).catch((error) => log('info', 'A body was not worth reading.', describeCause(error)))
}

/** The body as text, refused when it is too large; what is beyond the limit is not kept. */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  if (!request.body) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let size = 0
  let text = ''
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength
      if (size > maxBytes * PATIENCE) break
      if (size <= maxBytes) text += decoder.decode(chunk, { stream: true })
    }
    if (size <= maxBytes) return text + decoder.decode()
  } catch (error) {
    if (error instanceof TypeError)
      throw new DomainError('invalid_input', 'The body is not UTF-8 text.', { cause: error })
    throw error
  }
  throw new DomainError('payload_too_large', `A body may have at most ${maxBytes} bytes.`)
}
