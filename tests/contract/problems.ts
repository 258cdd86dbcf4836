import { expect } from 'vitest'
import type { ApiAnswer } from '#tests/stack/world.ts'
import type { ErrorCode } from '#workers/core/endpoint.contract.ts'
import { statusOf } from '#workers/core/errors.ts'

/** The one shape of errors, and nothing in it that was not meant for the caller. */
export function expectProblem({ status, headers, body }: ApiAnswer, code?: ErrorCode): void {
  expect(Object.keys(body)).toEqual(['error'])
  expect(Object.keys(body.error).sort()).toEqual(['code', 'message', 'statusCode'])
  expect(body.error.statusCode).toBe(status)
  expect(body.error.message).toMatch(/^\S.{4,}[.!?]$/su)
  expect(body.error.message).not.toMatch(
    /select |insert |postgres|drizzle|undefined|\[object|node_modules|\n\s+at |params:/i,
  )
  expect(headers.get('content-type')).toMatch(/^application\/json/)
  expect(headers.get('cache-control')).toBe('no-store')
  if (code) expect([body.error.code, status]).toEqual([code, statusOf[code]])
}

/** A problem the caller has made: never one of ours. */
export function expectRefusal(answer: ApiAnswer): void {
  expectProblem(answer)
  expect(answer.status, JSON.stringify(answer.body)).toBeGreaterThanOrEqual(400)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
}
