import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'

export type Row = Record<string, SQLOutputValue>

export type Database = {
  /** Runs one statement and says how many rows it changed. */
  run: (sql: string, ...values: SQLInputValue[]) => number
  row: (sql: string, ...values: SQLInputValue[]) => Row | undefined
  rows: (sql: string, ...values: SQLInputValue[]) => Row[]
  /** Runs the work in one transaction; a nested call joins the outer one. */
  transaction: <T>(work: () => T) => T
  close: () => void
}

/** Opens a SQLite file (or ':memory:') whose every commit is on disk before it returns. */
export function openDatabase(file: string, schema: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new DatabaseSync(file)
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
  sqlite.exec(schema)

  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? sqlite.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  return {
    run: (sql, ...values) => Number(prepared(sql).run(...values).changes),
    row: (sql, ...values) => prepared(sql).get(...values),
    rows: (sql, ...values) => prepared(sql).all(...values),
    transaction: (work) => (sqlite.isTransaction ? work() : inTransaction(sqlite, work)),
    close: () => sqlite.close(),
  }
}

/** The text of a nullable column. */
export function textOf(value: SQLOutputValue | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value)
}

/** The number of a nullable column. */
export function numberOf(value: SQLOutputValue | undefined): number | undefined {
  return value === null || value === undefined ? undefined : Number(value)
}

export function bytesOf(value: SQLOutputValue | undefined): Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array()
}

function inTransaction<T>(sqlite: DatabaseSync, work: () => T): T {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    sqlite.exec('COMMIT')
    return result
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}
