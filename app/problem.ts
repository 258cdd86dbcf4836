import type { ErrorCode } from '#workers/core/endpoint.contract.ts'

export type ProblemCode = ErrorCode | 'offline'

const GENERAL = 'Something went wrong. Try again in a moment.'
const OFFLINE = 'We could not reach the server. Check your connection and try again.'

/** Why a call failed, with a sentence for the person who made it. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number

  constructor(code: ProblemCode, message: string, status: number, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Problem'
    this.code = code
    this.status = status
  }

  static offline(cause?: unknown): Problem {
    return new Problem('offline', OFFLINE, 0, { cause })
  }

  /** Any thrown thing as a Problem, so that screens handle one kind. */
  static of(thrown: unknown): Problem {
    return thrown instanceof Problem ? thrown : new Problem('internal', GENERAL, 500, { cause: thrown })
  }
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}

/** The Problem a refused response stands for; anything that is not the API's own shape is told in general words. */
export function problemFrom(status: number, text: string): Problem {
  const error = readError(text)
  if (error) return new Problem(error.code, error.message, status)
  if (status === 413)
    return new Problem('payload_too_large', 'That is larger than the server accepts.', status)
  return new Problem('internal', GENERAL, status)
}

function readError(text: string): { code: ErrorCode; message: string } | undefined {
  try {
    const body: unknown = JSON.parse(text)
    // safe: both fields are checked on the next line
    const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error
    if (typeof error?.code !== 'string' || typeof error.message !== 'string') return undefined
    // safe: the API names codes of its own table only
    return { code: error.code as ErrorCode, message: error.message }
  } catch {
    return undefined
  }
}
