import { and, eq, inArray } from 'drizzle-orm'
import { jobRuns } from '#db/schema/index.ts'
import type { Context } from '#workers/core/context.ts'
import { violates } from '#workers/core/database-errors.ts'
import { newId } from '#workers/core/ids.ts'
import type { QueuedEvent } from '#workers/core/ports.ts'
import { commit } from '#workers/core/statements.ts'
import type { Job } from './job.ts'

/** Gives an event to every job that listens and has not dealt with it yet. Throws when one must be tried again. */
export async function dispatch(ctx: Context, event: QueuedEvent, jobs: readonly Job[]): Promise<void> {
  const listening = jobs.filter(({ on }) => on === event.name)
  if (listening.length === 0) return
  const dealtWith = await ctx.db
    .select({ handler: jobRuns.handler })
    .from(jobRuns)
    .where(
      and(
        eq(jobRuns.eventId, event.id),
        inArray(
          jobRuns.handler,
          listening.map(({ name }) => name),
        ),
      ),
    )

  const failures: unknown[] = []
  for (const job of listening) {
    if (dealtWith.some(({ handler }) => handler === job.name)) continue
    await deal(ctx, event, job).catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

/** The note stands first: of two deliveries at once, the second fails on it and leaves no effects. */
async function deal(ctx: Context, event: QueuedEvent, job: Job): Promise<void> {
  const emittedBefore = ctx.emitted.length
  try {
    // safe: payloads are records of strings by `defineEvent`
    const statements = (await job.run(ctx, event.payload as Record<string, string>)) ?? []
    const note = ctx.db.insert(jobRuns).values({ id: newId(), eventId: event.id, handler: job.name })
    await commit(ctx, [note, ...statements])
  } catch (error) {
    // Nobody hears of what was rolled back.
    ctx.emitted.length = emittedBefore
    if (!violates(error, 'job_runs_key')) throw error
  }
}
