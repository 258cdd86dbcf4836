import { changedMeanwhile, DomainError, notFound } from './errors.ts'

interface PostgresError {
  code: string
  constraint: string | undefined
  detail: string | undefined
}

/** What Postgres said, dug out of the layers the driver and Drizzle wrap around it. */
export function postgresError(error: unknown): PostgresError | undefined {
  let current = error
  for (let depth = 0; current instanceof Error && depth < 5; depth++) {
    if ('code' in current && typeof current.code === 'string' && /^[0-9A-Z]{5}$/.test(current.code)) {
      const { constraint, detail } = current as { constraint?: unknown; detail?: unknown }
      return { code: current.code, constraint: textOf(constraint), detail: textOf(detail) }
    }
    current = current.cause
  }
  return undefined
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** True when the error is a row standing twice under the given unique constraint. */
export function violates(error: unknown, constraint: string): boolean {
  const found = postgresError(error)
  return found?.code === '23505' && found.constraint === constraint
}

/**
 * Turns what the database refused into what the caller did wrong; anything else comes back as it is.
 * `subject` names the row the request was about.
 */
export function asDomainError(error: unknown, subject: { noun: string; id: string }): unknown {
  if (error instanceof DomainError) return error
  const found = postgresError(error)
  switch (found?.code) {
    case 'DD404':
      return found.detail
        ? new DomainError('resource_not_found', found.detail, { cause: error })
        : notFound(subject.noun, subject.id)
    case '23503':
      return notFound(subject.noun, subject.id)
    case 'DD409':
      return found.detail
        ? new DomainError('conflict', found.detail, { cause: error })
        : changedMeanwhile(error)
    case 'DD402':
      return new DomainError('plan_required', found.detail ?? 'Your plan does not hold this.', {
        cause: error,
      })
    case '23505':
      return new DomainError('conflict', 'Something with the same name or address exists already.', {
        cause: error,
      })
    case '22021':
    case '22P05':
      return new DomainError('invalid_input', 'Text must not contain the NUL character.', { cause: error })
    case '22003':
      return new DomainError('invalid_input', 'A number is too large.', { cause: error })
    default:
      return error
  }
}
