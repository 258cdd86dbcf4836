import { createHash } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import pg from 'pg'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { toPostgresText } from './parameters.ts'

/** Most a request may carry: Neon's own limit. */
const MAX_BODY_BYTES = 64 * 1024 * 1024
const CONNECTIONS_PER_USER = 20

const isolationLevels: Record<string, string> = {
  ReadUncommitted: 'READ UNCOMMITTED',
  ReadCommitted: 'READ COMMITTED',
  RepeatableRead: 'REPEATABLE READ',
  Serializable: 'SERIALIZABLE',
}
const errorFields = [
  ...['code', 'detail', 'hint', 'position', 'internalPosition', 'internalQuery', 'severity', 'where'],
  ...['table', 'column', 'schema', 'dataType', 'constraint', 'file', 'line', 'routine'],
] as const

interface Query {
  query: string
  params?: unknown[]
  arrayMode?: boolean
}

export interface Relay {
  /** Answers `POST …/sql`, Neon's HTTP protocol. */
  sql(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Answers WebSocket upgrades of `path`: Neon's tunnel to the Postgres wire protocol. */
  attach(server: Server, path: string): void
  /** How many HTTP queries or batches each request id has sent, for tests that count round trips. */
  roundTrips: number
  close(): Promise<void>
}

/** Neon's proxy on the laptop: the same two protocols in front of a local PostgreSQL. Loopback only. */
export function createRelay(postgresPort: number): Relay {
  const pools = new Map<string, pg.Pool>()
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })

  function poolOf(connectionString: string): pg.Pool {
    const key = createHash('sha256').update(connectionString).digest('hex')
    const known = pools.get(key)
    if (known) return known
    const url = new URL(connectionString.replace(/^postgres(ql)?:/, 'http:'))
    const pool = new pg.Pool({
      host: '127.0.0.1',
      port: postgresPort,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
      max: CONNECTIONS_PER_USER,
      // Postgres' own text, untouched: the driver in the Worker does the parsing.
      types: { getTypeParser: () => (value: string) => value },
    })
    // A connection lost while idle is replaced by the next query.
    pool.on('error', () => undefined)
    pools.set(key, pool)
    return pool
  }

  const relay: Relay = {
    roundTrips: 0,
    async sql(request, response) {
      relay.roundTrips += 1
      try {
        const body = await readJson(request)
        const pool = poolOf(String(request.headers['neon-connection-string'] ?? ''))
        const isArrayMode = request.headers['neon-array-mode'] === 'true'
        const answer = Array.isArray(body.queries)
          ? { results: await runBatch(pool, body.queries, request.headers, isArrayMode) }
          : await runSingle(pool, body, isArrayMode)
        send(response, 200, answer)
      } catch (error) {
        send(response, 400, describe(error))
      }
    },
    attach(server, path) {
      server.on('upgrade', (request, socket, head) => {
        if (request.url?.split('?')[0] !== path) return
        sockets.handleUpgrade(request, socket, head, (client) => {
          const upstream = connect(postgresPort, '127.0.0.1')
          upstream.setNoDelay(true)
          const stream = createWebSocketStream(client)
          const end = () => {
            upstream.destroy()
            client.terminate()
          }
          stream.on('error', end)
          upstream.on('error', end)
          stream.pipe(upstream).pipe(stream)
        })
      })
    },
    async close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      await Promise.all([...pools.values()].map((pool) => pool.end()))
    },
  }
  return relay
}

async function runSingle(pool: pg.Pool, query: Query, isArrayMode: boolean) {
  const client = await pool.connect()
  try {
    return await run(client, query, isArrayMode)
  } finally {
    client.release()
  }
}

/** All queries in one transaction. A connection whose roll-back failed is thrown away rather than lent out again. */
async function runBatch(
  pool: pg.Pool,
  queries: Query[],
  headers: IncomingMessage['headers'],
  isArrayMode: boolean,
) {
  const client = await pool.connect()
  let isBroken = false
  try {
    await client.query(beginStatement(headers))
    const results = []
    for (const query of queries) results.push(await run(client, query, isArrayMode))
    await client.query('COMMIT')
    return results
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    client.release(isBroken)
  }
}

function beginStatement(headers: IncomingMessage['headers']): string {
  const level = headers['neon-batch-isolation-level']
  const isolation = level === undefined ? '' : isolationLevels[String(level)]
  if (isolation === undefined) throw new Error('invalid isolation level')
  return [
    'BEGIN',
    isolation && `ISOLATION LEVEL ${isolation}`,
    headers['neon-batch-read-only'] === 'true' && 'READ ONLY',
    headers['neon-batch-deferrable'] === 'true' && 'DEFERRABLE',
  ]
    .filter(Boolean)
    .join(' ')
}

async function run(client: pg.PoolClient, query: Query, isArrayMode: boolean) {
  const rowAsArray = query.arrayMode ?? isArrayMode
  const result = await client.query({
    text: query.query,
    values: (query.params ?? []).map(toPostgresText),
    ...(rowAsArray ? { rowMode: 'array' as const } : {}),
    queryMode: 'extended',
  } as pg.QueryConfig)
  return {
    command: result.command,
    rowCount: result.rowCount,
    rowAsArray,
    rows: result.rows,
    fields: result.fields.map(({ name, dataTypeID, tableID, columnID, dataTypeSize, dataTypeModifier }) => ({
      ...{ name, dataTypeID, tableID, columnID, dataTypeSize, dataTypeModifier },
      format: 'text',
    })),
  }
}

async function readJson(request: IncomingMessage) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new Error('request is too large')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString())
}

function describe(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const fields = error as Error & Record<string, unknown>
  return {
    message: error.message,
    ...Object.fromEntries(errorFields.map((name) => [name, fields[name] ?? null])),
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
