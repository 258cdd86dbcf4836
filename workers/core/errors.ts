import type { ErrorCode } from './endpoint.contract.ts'

export const statusOf: Record<ErrorCode, 400 | 401 | 402 | 403 | 404 | 409 | 413 | 429 | 500> = {
  invalid_input: 400,
  unauthenticated: 401,
  plan_required: 402,
  forbidden: 403,
  resource_not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  rate_limited: 429,
  internal: 500,
}

/** The only error a verb throws on purpose. The message is a full sentence for the person on the other end. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The same words whether a row is missing or another tenant's: nobody learns which. */
export const notFound = (noun: string, id: string) =>
  new DomainError('resource_not_found', `${noun} with ID '${id}' not found.`)

export const changedMeanwhile = (cause?: unknown) =>
  new DomainError('conflict', 'Someone else has changed this in the meantime. Reload it and try again.', {
    cause,
  })

export interface ErrorAnswer {
  error: { code: ErrorCode; message: string; statusCode: number }
}

/** The one wire shape of errors. What was not thrown on purpose says nothing about itself. */
export function describeError(error: unknown): ErrorAnswer {
  const known = error instanceof DomainError ? error : new DomainError('internal', 'Something went wrong.')
  return { error: { code: known.code, message: known.message, statusCode: statusOf[known.code] } }
}
