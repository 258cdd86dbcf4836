import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { mails, sites, submissions } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import { oneMore, toPage } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import { formSubmitted } from './events.ts'
import { matching, presentSubmission, selectSubmissions } from './submission-rows.ts'
import type { SubmissionDetail, SubmissionQuery, submissionsApi } from './submissions.contract.ts'

/** Entries were deleted; after a day they go for good. */
export const submissionsRemoved = defineEvent<{ removedAt: string }>('submissions.removed')

const DAY_MS = 86_400_000

export async function listSubmissions(ctx: Context, siteId: string, query: SubmissionQuery) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectSubmissions(ctx)
      .where(matching(siteId, query))
      .orderBy(desc(submissions.id))
      .limit(oneMore(query.limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, query.limit, presentSubmission)
}

export async function getSubmission(ctx: Context, id: string): Promise<SubmissionDetail> {
  const [[row], told] = await ctx.db.batch([
    selectSubmissions(ctx).where(and(eq(submissions.id, id), isNull(submissions.deletedAt))),
    ctx.db.select().from(mails).where(eq(mails.subjectId, id)).orderBy(asc(mails.id)).limit(100),
  ])
  if (!row) throw notFound('Entry', id)
  return {
    ...presentSubmission(row),
    userAgent: row.submission.userAgent,
    mails: told.map(({ kind, toEmail, status, problem, sentAt }) => ({
      ...{ kind, to: toEmail, status, problem, sentAt: sentAt?.toISOString() ?? null },
    })),
  }
}

type Change = BodyOf<typeof submissionsApi.change>

export async function changeSubmissions(
  ctx: Context,
  { ids, status, assigneeId }: Change,
): Promise<{ count: number }> {
  const touched = await ctx.db
    .select({ id: submissions.id, status: submissions.status, clientId: submissions.clientId })
    .from(submissions)
    .where(and(inArray(submissions.id, ids), isNull(submissions.deletedAt)))
  const letIn = touched.filter((row) => row.status === 'spam' && status && status !== 'spam')
  const [, changed] = await ctx.db.batch([
    expectMembers(ctx, assigneeId),
    ctx.db
      .update(submissions)
      .set({
        ...(status && { status, ...(status !== 'spam' && { spamReason: '' }) }),
        ...(assigneeId !== undefined && { assigneeId }),
      })
      .where(and(inArray(submissions.id, ids), isNull(submissions.deletedAt)))
      .returning({ id: submissions.id }),
    ...letIn.map(({ id, clientId }) => emit(ctx, formSubmitted, { submissionId: id }, { clientId })),
    audit(ctx, 'submissions.changed', ctx.scope.tenantId, { ids, status, assigneeId }),
  ])
  return { count: changed.length }
}

const expectMembers = (ctx: Context, userId: string | null | undefined) =>
  expect(
    ctx,
    userId ? sql`exists (select from memberships where user_id = ${userId})` : sql`true`,
    '404',
    notFound('Person', userId ?? '').message,
  )

export function removeSubmissions(ctx: Context, ids: string[]): Promise<{ count: number }> {
  const removedAt = ctx.now.toISOString()
  const deliverAfter = new Date(ctx.now.getTime() + DAY_MS)
  return setRemoved(ctx, ids, isNull(submissions.deletedAt), ctx.now, [
    emit(ctx, submissionsRemoved, { removedAt }, { deliverAfter }),
    audit(ctx, 'submissions.removed', ctx.scope.tenantId, { ids }),
  ])
}

export const restoreSubmissions = (ctx: Context, ids: string[]): Promise<{ count: number }> =>
  setRemoved(ctx, ids, isNotNull(submissions.deletedAt), null, [
    audit(ctx, 'submissions.restored', ctx.scope.tenantId, { ids }),
  ])

async function setRemoved(
  ctx: Context,
  ids: string[],
  which: SQL,
  deletedAt: Date | null,
  rest: Statement[],
): Promise<{ count: number }> {
  const [changed] = await ctx.db.batch([
    ctx.db
      .update(submissions)
      .set({ deletedAt })
      .where(and(inArray(submissions.id, ids), which))
      .returning({ id: submissions.id }),
    ...rest,
  ])
  return { count: changed.length }
}

/** What nobody has brought back for a day goes for good. */
export const purgeSubmissions = async (ctx: Context, removedAt: string): Promise<Statement[]> => [
  ctx.db.delete(submissions).where(lte(submissions.deletedAt, new Date(removedAt))),
]
