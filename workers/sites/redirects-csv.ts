import { asc, eq, isNull, sql } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import Papa from 'papaparse'
import { redirects, sites } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { csvFile } from '../core/csv.ts'
import type { AnswerOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { isId, newId } from '../core/ids.ts'
import { admitted, type Deps } from '../deps.ts'
import { findLoop, type RedirectRule } from './redirect-rules.contract.ts'
import { NewRedirect, redirectsApi } from './redirects.contract.ts'
import { selectRules, touch } from './redirects.ts'
import { clientOfSite } from './websites.ts'

const ROWS_PER_STATEMENT = 500

/** Adds what a file holds; what cannot be used is named by its line and left out. A second time changes nothing. */
export async function importRedirects(
  ctx: Context,
  siteId: string,
  csv: string,
): Promise<AnswerOf<typeof redirectsApi.import>> {
  const existing = await selectRules(ctx, siteId)
  // safe: the database takes no other status
  const { rules, problems } = readRedirects(csv, existing as RedirectRule[])
  const before = new Set(existing.map(({ from }) => from))
  const changed = rules.filter(({ from }) => before.has(from)).length
  const clientId = clientOfSite(siteId)
  const rows = rules.map(({ from, to, status }) => ({
    id: newId(),
    siteId,
    clientId,
    fromPath: from,
    toPath: to,
    status,
  }))
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_PER_STATEMENT) }, (_, part) =>
    rows.slice(part * ROWS_PER_STATEMENT, (part + 1) * ROWS_PER_STATEMENT),
  )
  const { siteId: s, tenantId: t, clientId: c, fromPath: f } = redirects
  await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    ...parts.map((part) =>
      ctx.db
        .insert(redirects)
        .values(part)
        .onConflictDoUpdate({
          target: [t, c, s, f],
          set: { toPath: sql`excluded.to_path`, status: sql`excluded.status` },
        }),
    ),
    touch(ctx, siteId),
    audit(ctx, 'redirects.imported', siteId, { rows: rules.length }, { clientId }),
  ])
  return { added: rules.length - changed, changed, problems }
}

/** The rules a file holds, each checked as if it had been typed, and that it leads nobody in a circle. */
export function readRedirects(csv: string, existing: RedirectRule[]) {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: false })
  const rules = new Map<string, RedirectRule>()
  const problems: { line: number; message: string }[] = []
  for (const [at, cells] of data.entries()) {
    const [from = '', to = '', status = ''] = cells.map((cell) => cell.trim())
    if (from === '' || (at === 0 && !from.startsWith('/'))) continue
    const read = readRule({ from, to, status }, [...existing, ...rules.values()])
    if (typeof read === 'string') problems.push({ line: at + 1, message: read })
    else rules.set(read.from, read)
  }
  return { rules: [...rules.values()], problems }
}

/** One line as a rule, or what is wrong with it. */
function readRule(
  { from, to, status }: { from: string; to: string; status: string },
  others: RedirectRule[],
): RedirectRule | string {
  const read = NewRedirect.safeParse({ from, to, status: status === '' ? 301 : Number(status) })
  if (!read.success) return read.error.issues[0]?.message ?? 'This is not a redirect.'
  const loop = findLoop(others, read.data)
  return loop ? `This leads visitors in a circle: ${loop.join(' → ')}.` : read.data
}

/** A site's redirects as CSV, in the form an import takes. */
export async function exportRedirects(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const ctx = admitted(deps, request, redirectsApi.list.needs)
  const siteId = http.req.param('id') ?? ''
  if (!isId(siteId)) throw notFound('Website', siteId)
  const [[site], rows] = await ctx.db.batch([
    ctx.db.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)),
    ctx.db.select().from(redirects).where(eq(redirects.siteId, siteId)).orderBy(asc(redirects.fromPath)),
  ])
  if (!site) throw notFound('Website', siteId)
  const csv = Papa.unparse(
    [
      ['from', 'to', 'status', 'hits'],
      ...rows.map((row) => [row.fromPath, row.toPath, row.status, row.hits]),
    ],
    { escapeFormulae: true },
  )
  return csvFile('redirects.csv', `${csv}\r\n`)
}
