import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { fromBase64Url, toBase64Url } from '#edge/context.contract.ts'
import { DomainError } from './errors.ts'
import { isId } from './ids.ts'

/** Where a page ended that is ordered by something other than age: the last row's value, and its id for ties. */
export interface Keyset {
  /** None where rows without a value come last. */
  value: string | null
  id: string
}

export const writeKeyset = (keyset: Keyset): string =>
  toBase64Url(new TextEncoder().encode(JSON.stringify(keyset)))

/** Rows after the one the cursor names, in ascending order. */
export function keysetAfter(column: AnyColumn, id: AnyColumn, cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined
  const last = readKeyset(cursor)
  if (last.value === null)
    throw new DomainError('invalid_input', 'cursor: Pass the nextCursor of an earlier page.')
  return sql`(${column}, ${id}) > (${last.value}, ${last.id}::uuid)`
}

export function readKeyset(cursor: string): Keyset {
  try {
    const { value, id } = JSON.parse(new TextDecoder().decode(fromBase64Url(cursor)))
    if ((typeof value === 'string' || value === null) && typeof id === 'string' && isId(id))
      return { value, id }
  } catch (cause) {
    throw new DomainError('invalid_input', 'cursor: Pass the nextCursor of an earlier page.', { cause })
  }
  throw new DomainError('invalid_input', 'cursor: Pass the nextCursor of an earlier page.')
}
