import type { Context } from '#workers/core/context.ts'
import type { EventType } from '#workers/core/events.ts'
import type { Statement } from '#workers/core/statements.ts'

/** What happens when something has happened. */
export interface Job {
  /** `module.verb-noun`; the idempotency key of its work is (event, name). */
  name: string
  on: string
  /**
   * Returns the statements of its effects, which commit together with the note that the event was dealt with: a second
   * delivery changes nothing. What it does elsewhere must come out the same when done twice.
   */
  run(ctx: Context, payload: Record<string, string>): Promise<readonly Statement[] | undefined>
}

interface JobSpec<Payload extends Record<string, string>> {
  name: string
  on: EventType<Payload>
  // biome-ignore lint/suspicious/noConfusingVoidType: A job without effects of its own simply returns.
  run(ctx: Context, payload: Payload): Promise<readonly Statement[] | void>
}

export function job<Payload extends Record<string, string>>({ name, on, run }: JobSpec<Payload>): Job {
  return {
    name,
    on: on.name,
    // safe: the outbox holds what `emit` was given for this very type
    run: async (ctx, payload) => (await run(ctx, payload as Payload)) ?? undefined,
  }
}

/** Someone else is at it: try again in a while. */
export class Busy extends Error {
  readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds: number) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}
