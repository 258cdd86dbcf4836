import { and, desc, eq, isNull } from 'drizzle-orm'
import { activities, contacts } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { Activity, contactsApi } from './contacts.contract.ts'
import { clientOfContact } from './contacts.ts'

export async function listActivities(
  ctx: Context,
  contactId: string,
  { cursor, limit }: QueryOf<typeof contactsApi.activities>,
) {
  const [[contact], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.id, contactId), isNull(contacts.deletedAt))),
    ctx.db
      .select()
      .from(activities)
      .where(and(eq(activities.contactId, contactId), before(activities.id, cursor)))
      .orderBy(desc(activities.id))
      .limit(oneMore(limit)),
  ])
  if (!contact) throw notFound('Contact', contactId)
  return toPage(rows, limit, present)
}

export async function addNote(ctx: Context, contactId: string, body: string): Promise<Activity> {
  const id = newId()
  const clientId = clientOfContact(contactId)
  const [, [row]] = await ctx.db.batch([
    expectVersion(ctx, contacts, contactId, undefined, isNull(contacts.deletedAt)),
    ctx.db
      .insert(activities)
      .values({ id, clientId, contactId, kind: 'note', title: 'Note', body, by: ctx.principal.name })
      .returning(),
    ctx.db.update(contacts).set({ lastActivityAt: ctx.now }).where(eq(contacts.id, contactId)),
    audit(ctx, 'contact.noted', contactId, {}, { clientId }),
  ])
  if (!row) throw notFound('Contact', contactId)
  return present(row)
}

function present({
  id,
  kind,
  title,
  body,
  details,
  by,
  createdAt,
}: typeof activities.$inferSelect): Activity {
  return { id, kind, title, body, details, by, createdAt: createdAt.toISOString() }
}
