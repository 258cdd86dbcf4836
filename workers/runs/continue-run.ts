import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { runSteps, runs } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { postgresError } from '../core/database-errors.ts'
import { DomainError } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { describeCause, log } from '../core/log.ts'
import { commit } from '../core/statements.ts'
import type { RunDefinition, RunState, StepDefinition, StepResult } from './run-definition.ts'
import { runRequested } from './start-run.ts'

/** How long one delivery works before it hands on to the next: well inside a Worker's limits. */
const SLICE_BUDGET_MS = 20_000
/** How often a step that fails for no reason of its own is tried before a person is asked. */
const MAX_ATTEMPTS = 3

/**
 * Does what is left of a run, step by step. Progress commits together with effects, so a kill at any point continues where
 * the last commit was; of two deliveries at once, the one that finishes a step goes on and the other stops. Throws what the
 * queue should try again later.
 */
export async function continueRun(
  ctx: Context,
  runId: string,
  definitions: readonly RunDefinition[],
): Promise<void> {
  const [[run], steps] = await ctx.db.batch([
    ctx.db.select().from(runs).where(eq(runs.id, runId)),
    ctx.db.select().from(runSteps).where(eq(runSteps.runId, runId)).orderBy(asc(runSteps.position)),
  ])
  if (!run || run.status === 'done') return
  const definition = definitions.find(({ kind }) => kind === run.kind)
  if (!definition) throw new Error(`There is no run of kind ${run.kind}.`)
  const deadline = Date.now() + SLICE_BUDGET_MS

  for (const { key, status, attempts } of steps) {
    const step = definition.steps.find((each) => each.key === key)
    if (!step || status === 'done' || status === 'skipped') continue
    const outcome = await doStep(ctx, run, step, attempts, deadline)
    if (outcome !== 'done') return
  }
  await ctx.db
    .update(runs)
    .set({ status: 'done', finishedAt: new Date() })
    .where(and(eq(runs.id, runId), ne(runs.status, 'done')))
}

async function doStep(ctx: Context, run: RunState, step: StepDefinition, attempts: number, deadline: number) {
  const mine = and(eq(runSteps.runId, run.id), eq(runSteps.key, step.key))
  await ctx.db.batch([
    ctx.db
      .update(runSteps)
      .set({ status: 'running', attempts: attempts + 1 })
      .where(and(mine, ne(runSteps.status, 'done'))),
    ctx.db
      .update(runs)
      .set({ status: 'running', finishedAt: null })
      .where(and(eq(runs.id, run.id), ne(runs.status, 'done'))),
  ])
  const emittedBefore = ctx.emitted.length
  try {
    return await doSlices(ctx, run, step, deadline)
  } catch (error) {
    ctx.emitted.length = emittedBefore
    if (postgresError(error)?.code === OVERTAKEN) return 'overtaken'
    await noteFailure(ctx, run, step, attempts + 1, error)
    return 'failed'
  }

  async function noteFailure(
    ctx: Context,
    run: RunState,
    { key }: StepDefinition,
    attempt: number,
    error: unknown,
  ) {
    const isFinal = error instanceof DomainError || attempt >= MAX_ATTEMPTS
    log('warn', 'A step failed.', { runId: run.id, step: key, attempt, ...describeCause(error) })
    if (!isFinal) throw error
    const message =
      error instanceof DomainError ? error.message : 'Something went wrong. Try this step again.'
    await ctx.db.batch([
      ctx.db
        .update(runSteps)
        .set({ status: 'failed', message, finishedAt: new Date() })
        .where(and(mine, ne(runSteps.status, 'done'))),
      ctx.db
        .update(runs)
        .set({ status: 'failed', finishedAt: new Date() })
        .where(and(eq(runs.id, run.id), ne(runs.status, 'done'))),
    ])
  }
}

async function doSlices(
  ctx: Context,
  run: RunState,
  step: StepDefinition,
  deadline: number,
): Promise<'done' | 'handed on'> {
  const mine = and(eq(runSteps.runId, run.id), eq(runSteps.key, step.key))
  for (;;) {
    const result = await step.run(ctx, run)
    const isOutOfTime = result.isUnfinished === true && Date.now() > deadline
    await commit(ctx, [
      expectRunning(ctx, mine),
      ...(result.effects ?? []),
      ctx.db.update(runSteps).set(progressOf(result)).where(mine),
      ...(isOutOfTime ? [emit(ctx, runRequested, { runId: run.id }, { clientId: run.clientId })] : []),
    ])
    if (!result.isUnfinished) return 'done'
    if (isOutOfTime) return 'handed on'
  }
}

const OVERTAKEN = 'DDRUN'

/** Fails the batch of a step that somebody else has finished meanwhile. */
const expectRunning = (ctx: Context, step: SQL | undefined) =>
  ctx.db.execute(
    sql`select app.expect((select status = 'running' from ${runSteps} where ${step} for update), 'RUN', 'overtaken')`,
  )

/** What a slice changes of its step. One that came through proves the step can be done, so attempts count from there. */
function progressOf({ message, progress, isUnfinished }: StepResult) {
  const state = isUnfinished
    ? { status: 'running' as const, attempts: 1 }
    : { status: 'done' as const, finishedAt: new Date() }
  return {
    ...state,
    ...(message === undefined ? {} : { message }),
    ...(progress === undefined ? {} : { done: progress.done, total: progress.total ?? null }),
  }
}
