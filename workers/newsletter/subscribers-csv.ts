import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { sites, subscribers } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { csvFile, toLine } from '../core/csv.ts'
import { notFound } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { readQuery } from '../core/input.ts'
import { admitted, type Deps } from '../deps.ts'
import { newsletterApi, SubscriberQuery } from './newsletter.contract.ts'
import { matchingSubscribers, presentSubscriber } from './subscribers.ts'

const ROWS_PER_READ = 1000
const header = ['Email', 'State', 'Language', 'Source', 'Consent', 'Agreed', 'Confirmed', 'Left']
const Filter = SubscriberQuery.omit({ cursor: true, limit: true })

/** Subscribers as CSV, streamed page by page, with the same filters as the list. */
export async function exportSubscribers(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const ctx = admitted(deps, request, newsletterApi.subscribers.needs)
  const siteId = http.req.param('id') ?? ''
  const [site] = isId(siteId)
    ? await ctx.db
        .select({ id: sites.id })
        .from(sites)
        .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
    : []
  if (!site) throw notFound('Website', siteId)
  const filter = readQuery(Filter, http)
  return csvFile('subscribers.csv', readRows(ctx, siteId, filter))
}

async function* readRows(
  ctx: Context,
  siteId: string,
  filter: Omit<SubscriberQuery, 'cursor' | 'limit'>,
): AsyncGenerator<string, void> {
  yield toLine(header)
  let cursor: string | undefined
  for (;;) {
    const rows = await ctx.db
      .select()
      .from(subscribers)
      .where(matchingSubscribers(siteId, { ...filter, cursor }))
      .orderBy(desc(subscribers.id))
      .limit(ROWS_PER_READ)
    yield rows
      .map(presentSubscriber)
      .map(({ email, status, language, source, consent, consentedAt, confirmedAt, unsubscribedAt }) =>
        toLine([
          ...[email, status, language, source, consent],
          ...[consentedAt ?? '', confirmedAt ?? '', unsubscribedAt ?? ''],
        ]),
      )
      .join('')
    cursor = rows.at(-1)?.id
    if (rows.length < ROWS_PER_READ) return
  }
}
