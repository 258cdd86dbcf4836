import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { runSteps, runs } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { Run, runsApi } from './runs.contract.ts'
import { runRequested } from './start-run.ts'

/** The steps of the run in the row, as one JSON column: a run is read in one statement. */
const stepsOfRun = sql<StepRow[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'key', s.key, 'label', s.label, 'status', s.status, 'done', s.done, 'total', s.total,
    'message', s.message, 'attempts', s.attempts, 'finishedAt', s.finished_at) order by s.position), '[]'::jsonb)
  from run_steps s where s.run_id = runs.id)`

type StepRow = Run['steps'][number]
const columns = { run: runs, steps: stepsOfRun }

export async function listRuns(ctx: Context, query: QueryOf<typeof runsApi.list>) {
  const { cursor, limit, status, subjectId } = query
  const rows = await ctx.db
    .select({ id: runs.id, ...columns })
    .from(runs)
    .where(
      and(
        before(runs.id, cursor),
        status && eq(runs.status, status),
        subjectId === undefined ? undefined : eq(runs.subjectId, subjectId),
      ),
    )
    .orderBy(desc(runs.id))
    .limit(oneMore(limit))
  return toPage(rows, limit, present)
}

export async function getRun(ctx: Context, id: string): Promise<Run> {
  const [row] = await ctx.db.select(columns).from(runs).where(eq(runs.id, id))
  if (!row) throw notFound('Run', id)
  return present(row)
}

/** Puts a failed step back to waiting and wakes the run. */
export async function retryStep(ctx: Context, runId: string, stepKey: string): Promise<Run> {
  const isFailed = sql`exists (select from run_steps where run_id = ${runId} and key = ${stepKey} and status = 'failed')`
  const exists = sql`exists (select from runs where id = ${runId})`
  const [, , , , , , [row]] = await ctx.db.batch([
    expect(ctx, exists, '404', notFound('Run', runId).message),
    expect(ctx, isFailed, '409', 'Only a step that has failed can be tried again.'),
    ctx.db
      .update(runSteps)
      .set({ status: 'waiting', message: '', attempts: 0, finishedAt: null })
      .where(and(eq(runSteps.runId, runId), inArray(runSteps.key, [stepKey]))),
    ctx.db.update(runs).set({ status: 'waiting', finishedAt: null }).where(eq(runs.id, runId)),
    emit(ctx, runRequested, { runId }),
    audit(ctx, 'run.retried', runId, { step: stepKey }),
    ctx.db.select(columns).from(runs).where(eq(runs.id, runId)).orderBy(asc(runs.id)),
  ])
  if (!row) throw notFound('Run', runId)
  return present(row)
}

function present({ run, steps }: { run: typeof runs.$inferSelect; steps: StepRow[] }): Run {
  return {
    id: run.id,
    kind: run.kind,
    title: run.title,
    status: run.status,
    subjectId: run.subjectId,
    steps: steps.map((step) => ({
      ...step,
      finishedAt: step.finishedAt && new Date(step.finishedAt).toISOString(),
    })),
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  }
}
