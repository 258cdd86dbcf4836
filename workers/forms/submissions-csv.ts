import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { sites, submissions } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { csvFile, toLine } from '../core/csv.ts'
import { notFound } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { readQuery } from '../core/input.ts'
import { admitted, type Deps } from '../deps.ts'
import { BETWEEN_ANSWERS } from './published-form.contract.ts'
import { askedIn, matching, presentSubmission, selectSubmissions } from './submission-rows.ts'
import { SubmissionQuery, submissionsApi } from './submissions.contract.ts'

const ROWS_PER_READ = 500
const Filter = SubmissionQuery.omit({ cursor: true, limit: true })
type Filter = Omit<SubmissionQuery, 'cursor' | 'limit'>

/** Entries as CSV, streamed page by page, with the same filters as the list and a column for each field. */
export async function exportSubmissions(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const ctx = admitted(deps, request, submissionsApi.list.needs)
  const siteId = http.req.param('id') ?? ''
  const [site] = isId(siteId)
    ? await ctx.db
        .select({ id: sites.id })
        .from(sites)
        .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
    : []
  if (!site) throw notFound('Website', siteId)
  const filter = readQuery(Filter, http)
  return csvFile('entries.csv', readRows(ctx, siteId, filter))
}

/** The columns are those of all that is exported, so it is read twice: first what was asked, then what was answered. */
async function* readRows(ctx: Context, siteId: string, filter: Filter): AsyncGenerator<string, void> {
  const columns = new Map<string, string>()
  for await (const rows of readParts(ctx, siteId, filter))
    for (const row of rows.toReversed())
      for (const { name, label } of askedIn(row))
        if (row.submission.values[name] !== undefined) columns.set(name, label)

  yield toLine(['Sent', 'Form', 'State', ...columns.values(), 'Page', 'Assigned to'])
  for await (const rows of readParts(ctx, siteId, filter))
    yield rows
      .map(presentSubmission)
      .map(({ createdAt, formName, status, values, path, assignee }) =>
        toLine([
          ...[createdAt, formName, status],
          ...[...columns.keys()].map((name) => (values[name] ?? '').replaceAll(BETWEEN_ANSWERS, '; ')),
          ...[path, assignee?.name ?? ''],
        ]),
      )
      .join('')
}

async function* readParts(ctx: Context, siteId: string, filter: Filter) {
  let cursor: string | undefined
  for (;;) {
    const rows = await selectSubmissions(ctx)
      .where(matching(siteId, { ...filter, cursor }))
      .orderBy(desc(submissions.id))
      .limit(ROWS_PER_READ)
    if (rows.length > 0) yield rows
    cursor = rows.at(-1)?.id
    if (rows.length < ROWS_PER_READ) return
  }
}
