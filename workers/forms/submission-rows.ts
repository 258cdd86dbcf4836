import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { forms, submissions, users } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { before } from '../core/pagination.ts'
import { fieldsOf } from './form-rows.ts'
import { formSettingsOf } from './form-settings.contract.ts'
import { senderOf } from './sender.ts'
import type { Submission, SubmissionQuery } from './submissions.contract.ts'

const DAY_MS = 86_400_000

const columns = {
  id: submissions.id,
  submission: submissions,
  formName: forms.name,
  fields: forms.fields,
  settings: forms.settings,
  assigneeName: users.name,
}
export const selectSubmissions = (ctx: Context) =>
  ctx.db
    .select(columns)
    .from(submissions)
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .leftJoin(users, eq(users.id, submissions.assigneeId))
    .$dynamic()

type Row = Awaited<ReturnType<typeof selectSubmissions>>[number]

/** The rows a list or an export asks for. */
export function matching(siteId: string, query: Omit<SubmissionQuery, 'limit'>) {
  const { cursor, formId, status, assigneeId, search, from, to, field, value } = query
  return and(
    eq(submissions.siteId, siteId),
    isNull(submissions.deletedAt),
    before(submissions.id, cursor),
    formId === undefined ? undefined : eq(submissions.formId, formId),
    status ? eq(submissions.status, status) : ne(submissions.status, 'spam'),
    assigneeId === undefined ? undefined : eq(submissions.assigneeId, assigneeId),
    search ? sql`position(${search.toLowerCase()} in ${submissions.searchText}) > 0` : undefined,
    from === undefined ? undefined : sql`${submissions.createdAt} >= ${from}::date`,
    to === undefined
      ? undefined
      : sql`${submissions.createdAt} < ${new Date(Date.parse(to) + DAY_MS).toISOString()}::timestamptz`,
    field && value !== undefined
      ? sql`${value} = any(string_to_array(${submissions.values} ->> ${field}, E'\n'))`
      : undefined,
  )
}

/** What was asked of whoever sent it; of old ones the form as it is now. */
export function askedIn({ submission, fields }: Pick<Row, 'submission' | 'fields'>) {
  return submission.asked.length > 0 ? submission.asked : fieldsOf({ fields })
}

export function presentSubmission(row: Row): Submission {
  const { submission, formName, settings, assigneeName } = row
  const { id, formId, values, contactId, status, spamReason, path, language } = submission
  const sender = senderOf(values, formSettingsOf(settings))
  return {
    ...{ id, formId, formName, values, contactId, status, spamReason, path, language },
    answers: askedIn(row).flatMap(({ name, label, kind }) => {
      const value = values[name]
      return value ? [{ name, label, kind, value }] : []
    }),
    sender: sender.name || sender.email || '',
    assignee:
      submission.assigneeId && assigneeName !== null
        ? { id: submission.assigneeId, name: assigneeName }
        : null,
    createdAt: submission.createdAt.toISOString(),
  }
}
