import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A refusal in QStash's own shape: a status and {"error": message}. */
export class QstashError extends Error {
  readonly status: ContentfulStatusCode

  constructor(status: ContentfulStatusCode, message: string) {
    super(message)
    this.name = 'QstashError'
    this.status = status
  }
}
