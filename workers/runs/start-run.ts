import { runSteps, runs } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import { newId } from '../core/ids.ts'
import type { RunDefinition } from './run-definition.ts'

/** That a run has something to do; whoever hears it does all that is left. */
export const runRequested = defineEvent<{ runId: string }>('run.requested')

interface NewRun {
  id: string
  title: string
  clientId: string
  subjectId: string
  input?: Record<string, unknown>
}

/** The rows that start a run, to stand in the batch of whatever asked for it. */
export function startRun(
  ctx: Context,
  { kind, steps }: RunDefinition,
  { id, title, clientId, subjectId, input = {} }: NewRun,
) {
  return [
    ctx.db
      .insert(runs)
      .values({ id, clientId, kind, title, subjectId, input, createdBy: ctx.principal.name }),
    ctx.db
      .insert(runSteps)
      .values(
        steps.map(({ key, label }, position) => ({ id: newId(), clientId, runId: id, key, label, position })),
      ),
    emit(ctx, runRequested, { runId: id }, { clientId }),
  ] as const
}
