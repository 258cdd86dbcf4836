import type { NeonQueryFunction } from '@neondatabase/serverless'
import type { TripCounter } from './client.ts'

export interface Statement {
  text: string
  params: unknown[]
}
export interface ResultOptions {
  arrayMode?: boolean
  fullResults?: boolean
}
/** What Postgres answered to one statement, rows as arrays or objects as `arrayMode` asked. */
export interface Result {
  rows: unknown[]
  rowCount: number | null
}

/** Runs statements in one transaction. */
export type Transport = (statements: Statement[], options: ResultOptions) => Promise<Result[]>

/** A transport over Neon's HTTP protocol: one request, one transaction that begins with `prelude`. */
export function httpTransport(
  client: NeonQueryFunction<false, false>,
  prelude: Statement[],
  counter?: TripCounter,
): Transport {
  return async (statements, options) => {
    const started = Date.now()
    const queries = [...prelude, ...statements].map(({ text, params }) => client.query(text, params))
    try {
      const results = await client.transaction(queries, { ...options, fullResults: true })
      // safe: `fullResults` makes the driver answer results, not bare rows
      return (results as unknown as Result[]).slice(prelude.length)
    } finally {
      if (counter) {
        counter.trips += 1
        counter.ms += Date.now() - started
      }
    }
  }
}

/** A query that is sent when it is awaited, or with others when it is part of a batch. */
interface PendingQuery extends Statement {
  then: Promise<Result>['then']
}

/** The shape of Neon's query function that Drizzle uses, over any transport. */
export function queryClient(transport: Transport) {
  return {
    query(text: string, params: unknown[], options: ResultOptions): PendingQuery {
      const send = () =>
        transport([{ text, params }], options).then(([result]) => result ?? { rows: [], rowCount: 0 })
      // biome-ignore lint/suspicious/noThenProperty: Being awaitable only on demand is the point.
      return { text, params, then: (resolve, reject) => send().then(resolve, reject) }
    },
    transaction: (queries: PendingQuery[], options: ResultOptions) =>
      transport(
        queries.map(({ text, params }) => ({ text, params })),
        options,
      ),
  }
}
