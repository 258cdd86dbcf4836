import { Hono, type Next, type Context as RequestContext } from 'hono'
import { basePath } from 'hono/route'
import { createRedis, type Redis } from './redis.ts'
import { type JsonReply, RedisError, toJson } from './replies.ts'

export type UpstashOptions = { token: string; now?: () => number }

export type Upstash = { app: Hono }

type Answer = { result: JsonReply } | { error: string }

/** A stand-in for Upstash Redis: its REST API over a small Redis in memory. */
export function createUpstash({ token, now = Date.now }: UpstashOptions): Upstash {
  const redis = createRedis(now)
  const app = new Hono()

  app.use('*', (c, next) => requireToken(token, c, next))
  app.post('/pipeline', async (c) => {
    const commands = readCommands(await c.req.text())
    if (!commands) return c.json({ error: 'ERR failed to parse pipeline request' }, 400)
    return c.json(commands.map((command) => run(redis, command, isBase64(c))))
  })
  app.post('/multi-exec', async (c) => {
    const commands = readCommands(await c.req.text())
    if (!commands) return c.json({ error: 'ERR failed to parse transaction request' }, 400)
    const refusal = commands.map((command) => refusalOf(() => redis.check(command))).find(Boolean)
    if (refusal) return c.json({ error: `EXECABORT Transaction discarded because of: ${refusal}` }, 400)
    return c.json(commands.map((command) => run(redis, command, isBase64(c))))
  })
  app.on(['GET', 'HEAD', 'POST', 'PUT'], ['/', '/*'], async (c) => {
    const command = await readCommand(c)
    if (!command) return c.json({ error: 'ERR failed to parse command' }, 400)
    const answer = run(redis, command, isBase64(c))
    return c.json(answer, 'error' in answer ? 400 : 200)
  })
  app.all('*', (c) => c.json({ error: `ERR method not allowed: ${c.req.method}` }, 405))
  return { app }
}

async function requireToken(token: string, c: RequestContext, next: Next) {
  const given = c.req.header('authorization') ?? `Bearer ${c.req.query('_token')}`
  if (given !== `Bearer ${token}`) return c.json({ error: 'WRONGPASS invalid or missing auth token' }, 401)
  await next()
  c.header('upstash-sync-token', 'local')
}

function isBase64(c: RequestContext): boolean {
  return c.req.header('upstash-encoding') === 'base64'
}

function run(redis: Redis, command: string[], isBase64: boolean): Answer {
  try {
    return { result: toJson(redis.execute(command), isBase64) }
  } catch (error) {
    if (error instanceof RedisError) return { error: error.message }
    throw error
  }
}

function refusalOf(work: () => void): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof RedisError) return error.message
    throw error
  }
}

/** A command comes as a JSON array, or as a path whose last argument may be the body and whose rest is the query. */
async function readCommand(c: RequestContext): Promise<string[] | undefined> {
  const { pathname, searchParams } = new URL(c.req.url)
  const base = basePath(c).replace(/\/$/, '')
  const path = pathname.slice(base.length).split('/').filter(Boolean).map(decodeURIComponent)
  const body = await c.req.text()
  if (path.length === 0) return readWords(parseJson(body))

  searchParams.delete('_token')
  const options = [...searchParams].flatMap(([name, value]) => (value === '' ? [name] : [name, value]))
  return [...path, ...(body === '' ? [] : [body]), ...options]
}

function readCommands(text: string): string[][] | undefined {
  const commands = parseJson(text)
  if (!Array.isArray(commands)) return undefined
  const read = commands.map(readWords).filter((command) => command !== undefined)
  return read.length === commands.length ? read : undefined
}

function readWords(command: unknown): string[] | undefined {
  if (!Array.isArray(command) || command.length === 0) return undefined
  return command.map((word) => (typeof word === 'object' ? JSON.stringify(word) : String(word)))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
