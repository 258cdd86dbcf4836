import { and, eq, isNull, sql } from 'drizzle-orm'
import { activities, contacts, sites, subscribers } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { keysOf } from '../crm/contacts.ts'

/** The contact of a subscriber, new or known by its address, and on its timeline what was agreed to or ended, and when. */
export async function recordSubscriber(
  ctx: Context,
  subscriberId: string,
  happened: 'confirmed' | 'unsubscribed',
): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({
      subscriber: subscribers,
      siteName: sites.name,
      contactId: sql<string | null>`coalesce(${subscribers.contactId}, (
        select c.id from contacts c where c.client_id = ${subscribers.clientId}
          and c.email_key = ${subscribers.emailKey} and c.deleted_at is null))`,
    })
    .from(subscribers)
    .innerJoin(sites, eq(sites.id, subscribers.siteId))
    .where(eq(subscribers.id, subscriberId))
  if (!found || (happened === 'unsubscribed' && !found.contactId)) return []
  const { subscriber, siteName } = found
  const { clientId, email } = subscriber
  const moment = (happened === 'confirmed' ? subscriber.confirmedAt : subscriber.unsubscribedAt) ?? ctx.now
  const contactId = found.contactId ?? (await idFollowing(subscriberId, 'contact'))
  return [
    ...(found.contactId
      ? []
      : [
          ctx.db
            .insert(contacts)
            .values({
              id: contactId,
              clientId,
              email,
              ...keysOf({ email }),
              source: 'form',
              lastActivityAt: ctx.now,
            })
            .onConflictDoNothing(),
        ]),
    ctx.db
      .insert(activities)
      .values({
        ...{ id: await idFollowing(subscriberId, happened, moment.toISOString()), clientId, contactId },
        ...{ kind: 'changed', by: email, body: happened === 'confirmed' ? subscriber.consent : '' },
        title: happened === 'confirmed' ? `Subscribed to ${siteName}` : `Unsubscribed from ${siteName}`,
        details: { Address: email, When: moment.toISOString() },
      })
      .onConflictDoNothing(),
    ctx.db
      .update(subscribers)
      .set({ contactId })
      .where(and(eq(subscribers.id, subscriberId), isNull(subscribers.contactId))),
  ]
}
