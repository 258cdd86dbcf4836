import { and, eq } from 'drizzle-orm'
import { runSteps } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { RunState } from './run-definition.ts'

/** How far the slices of a step have come: where the next one goes on. */
export async function doneSoFar(ctx: Context, run: RunState, key: string): Promise<number> {
  const [step] = await ctx.db
    .select({ done: runSteps.done })
    .from(runSteps)
    .where(and(eq(runSteps.runId, run.id), eq(runSteps.key, key)))
  return step?.done ?? 0
}
