import { Pool } from '@neondatabase/serverless'
import { type Db, dbOver, type Scope, scopeStatement, type TripCounter } from './client.ts'
import type { Statement, Transport } from './transport.ts'

/**
 * Runs `work` in ONE transaction kept open over a WebSocket: everything the given db does commits together when `work`
 * returns, and nothing does when it throws. Several round trips, so only for decisions that must be taken between
 * statements. The pool lives as long as the call because Workers cannot share sockets across requests.
 */
export async function inTransaction<T>(
  databaseUrl: string,
  scope: Scope,
  counter: TripCounter,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  try {
    const client = await pool.connect()
    const run = ({ text, params }: Statement, arrayMode = false) => {
      counter.trips += 1
      return client.query({ text, values: params, ...(arrayMode ? { rowMode: 'array' as const } : {}) })
    }
    /** Behind a savepoint, so that a caller may catch a refusal and try something else, as it may with a batch of its own. */
    const transport: Transport = async (statements, { arrayMode }) => {
      const [, ...results] = await Promise.all([
        run({ text: 'savepoint batch', params: [] }),
        ...statements.map((statement) => run(statement, arrayMode)),
      ]).catch(async (error) => {
        await run({ text: 'rollback to savepoint batch', params: [] })
        throw error
      })
      return results
    }
    await run({ text: 'begin', params: [] })
    try {
      await run(scopeStatement(scope))
      const result = await work(dbOver(transport))
      await run({ text: 'commit', params: [] })
      return result
    } catch (error) {
      await run({ text: 'rollback', params: [] })
      throw error
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
  }
}
