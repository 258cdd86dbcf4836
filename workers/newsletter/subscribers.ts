import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { sites, subscribers } from '#db/schema/index.ts'
import { requireSite } from '../cms/named-rows.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { clientOfSite } from '../sites/websites.ts'
import { subscriberUnsubscribed } from './events.ts'
import {
  type Newsletter,
  type NewsletterSettings,
  type newsletterApi,
  newsletterSettingsOf,
  type Subscriber,
  type SubscriberQuery,
} from './newsletter.contract.ts'

/** The site's column is written out: in a select of one table it would be taken for that of the inner one. */
const counts = sql<Newsletter['counts']>`(
  select jsonb_build_object('pending', count(*) filter (where s.status = 'pending'),
    'subscribed', count(*) filter (where s.status = 'subscribed'),
    'unsubscribed', count(*) filter (where s.status = 'unsubscribed'))
  from subscribers s where s.site_id = sites.id)`

const selectNewsletter = (ctx: Context, siteId: string) =>
  ctx.db
    .select({ newsletter: sites.newsletter, counts })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))

export async function getNewsletter(ctx: Context, siteId: string): Promise<Newsletter> {
  const [row] = await selectNewsletter(ctx, siteId)
  if (!row) throw notFound('Website', siteId)
  return { ...newsletterSettingsOf(row.newsletter), counts: row.counts }
}

export async function setNewsletter(
  ctx: Context,
  siteId: string,
  settings: NewsletterSettings,
): Promise<Newsletter> {
  const [, , , [row]] = await ctx.db.batch([
    requireSite(ctx, siteId),
    ctx.db
      .update(sites)
      .set({ newsletter: { ...settings } })
      .where(eq(sites.id, siteId)),
    audit(ctx, 'newsletter.changed', siteId, { ...settings }, { clientId: clientOfSite(siteId) }),
    selectNewsletter(ctx, siteId),
  ])
  if (!row) throw notFound('Website', siteId)
  return { ...settings, counts: row.counts }
}

/** The rows a list or an export asks for. */
export const matchingSubscribers = (
  siteId: string,
  { cursor, status, search }: Omit<SubscriberQuery, 'limit'>,
) =>
  and(
    eq(subscribers.siteId, siteId),
    before(subscribers.id, cursor),
    status && eq(subscribers.status, status),
    search ? sql`position(${search.toLowerCase()} in ${subscribers.emailKey}) > 0` : undefined,
  )

export async function listSubscribers(ctx: Context, siteId: string, query: SubscriberQuery) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    ctx.db
      .select()
      .from(subscribers)
      .where(matchingSubscribers(siteId, query))
      .orderBy(desc(subscribers.id))
      .limit(oneMore(query.limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, query.limit, presentSubscriber)
}

export function presentSubscriber(row: typeof subscribers.$inferSelect): Subscriber {
  const { id, email, status, language, source, consent, contactId } = row
  const at = (moment: Date | null) => moment?.toISOString() ?? null
  return {
    ...{ id, email, status, language, source, consent, contactId },
    ...{ consentedAt: at(row.consentedAt), confirmedAt: at(row.confirmedAt) },
    ...{ unsubscribedAt: at(row.unsubscribedAt), createdAt: row.createdAt.toISOString() },
  }
}

/** Who is known stays as they are: who has left stays away, who was asked to confirm still is. */
export async function importSubscribers(
  ctx: Context,
  siteId: string,
  { emails, consent }: BodyOf<typeof newsletterApi.import>,
): Promise<{ added: number; known: number }> {
  const unique = [...new Map(emails.toReversed().map((email) => [email.toLowerCase(), email]))]
  const said = `${consent} (said by ${ctx.principal.name})`
  const [, added] = await ctx.db.batch([
    requireSite(ctx, siteId),
    ctx.db
      .insert(subscribers)
      .values(
        unique.map(([emailKey, email]) => ({
          ...{ id: newId(), clientId: clientOfSite(siteId), siteId, email, emailKey, token: newId() },
          ...{ status: 'subscribed' as const, source: 'import' as const, consent: said },
          ...{ consentedAt: ctx.now, confirmedAt: ctx.now },
        })),
      )
      .onConflictDoNothing({
        target: [subscribers.tenantId, subscribers.clientId, subscribers.siteId, subscribers.emailKey],
      })
      .returning({ id: subscribers.id }),
    audit(
      ctx,
      'subscribers.imported',
      siteId,
      { count: unique.length, consent },
      { clientId: clientOfSite(siteId) },
    ),
  ])
  return { added: added.length, known: unique.length - added.length }
}

export async function unsubscribe(ctx: Context, ids: string[]): Promise<{ count: number }> {
  const on = await ctx.db
    .select({ id: subscribers.id, clientId: subscribers.clientId })
    .from(subscribers)
    .where(and(inArray(subscribers.id, ids), ne(subscribers.status, 'unsubscribed')))
  const [changed] = await ctx.db.batch([
    ctx.db
      .update(subscribers)
      .set({ status: 'unsubscribed', unsubscribedAt: ctx.now })
      .where(and(inArray(subscribers.id, ids), ne(subscribers.status, 'unsubscribed')))
      .returning({ id: subscribers.id }),
    ...on.map(({ id, clientId }) => emit(ctx, subscriberUnsubscribed, { subscriberId: id }, { clientId })),
    audit(ctx, 'subscribers.unsubscribed', ctx.scope.tenantId, { ids }),
  ])
  return { count: changed.length }
}

export async function eraseSubscribers(ctx: Context, ids: string[]): Promise<{ count: number }> {
  const [erased] = await ctx.db.batch([
    ctx.db.delete(subscribers).where(inArray(subscribers.id, ids)).returning({ id: subscribers.id }),
    audit(ctx, 'subscribers.erased', ctx.scope.tenantId, { count: ids.length }),
  ])
  return { count: erased.length }
}
