import { type AnyColumn, lt, type SQL } from 'drizzle-orm'
import { DomainError } from './errors.ts'
import { isId } from './ids.ts'

/** One row more than asked tells whether there is a next page. */
export const oneMore = (limit: number) => limit + 1

/** Newest first: what comes after the last row of the page before. */
export function before(id: AnyColumn, cursor: string | undefined): SQL | undefined {
  return cursor === undefined ? undefined : lt(id, readCursor(cursor))
}

export function readCursor(cursor: string): string {
  if (isId(cursor)) return cursor
  throw new DomainError('invalid_input', 'cursor: Pass the nextCursor of an earlier page.')
}

export function toPage<Row extends { id: string }, Item>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit)
  return { items: shown.map(present), nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}
