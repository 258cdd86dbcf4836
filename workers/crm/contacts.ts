import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { activities, clients, contacts } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, readCursor, toPage } from '../core/pagination.ts'
import type { Contact, ContactChange, ContactQuery, NewContact } from './contacts.contract.ts'

export const contactCreated = defineEvent<{ contactId: string }>('contact.created')

const columns = { id: contacts.id, contact: contacts, clientName: clients.name }
const select = (ctx: Context) =>
  ctx.db.select(columns).from(contacts).innerJoin(clients, eq(clients.id, contacts.clientId)).$dynamic()

/** One page of the rows a list asks for. Words and tags are searched past row security, where their indexes work. */
export function contactPage({ search, tag, source, cursor, limit }: Omit<ContactQuery, 'clientId'>) {
  if (!search && tag === undefined)
    return and(
      isNull(contacts.deletedAt),
      source === undefined ? undefined : eq(contacts.source, source),
      before(contacts.id, cursor),
    )
  const after = cursor === undefined ? null : readCursor(cursor)
  return sql`${contacts.id} = any(array(
    select app.find_contacts(${search || null}, ${tag ?? null}, ${source ?? null}, ${after}, ${limit})))`
}

export async function listContacts(ctx: Context, query: ContactQuery) {
  const rows = await select(ctx)
    .where(contactPage({ ...query, limit: oneMore(query.limit) }))
    .orderBy(desc(contacts.id))
    .limit(oneMore(query.limit))
  return toPage(rows, query.limit, present)
}

export async function getContact(ctx: Context, id: string): Promise<Contact> {
  const [row] = await select(ctx).where(and(eq(contacts.id, id), isNull(contacts.deletedAt)))
  if (!row) throw notFound('Contact', id)
  return present(row)
}

export async function createContact(ctx: Context, input: NewContact): Promise<Contact> {
  const id = newId()
  const [, , , , [row]] = await refusingTwins(input.email, () =>
    ctx.db.batch([
      ctx.db.insert(contacts).values({ id, ...input, ...keysOf(input), source: 'api' }),
      ctx.db
        .insert(activities)
        .values({ id: newId(), contactId: id, kind: 'created', title: 'Added', by: ctx.principal.name }),
      emit(ctx, contactCreated, { contactId: id }),
      audit(ctx, 'contact.created', id),
      select(ctx).where(eq(contacts.id, id)),
    ]),
  )
  if (!row) throw notFound('Contact', id)
  return present(row)
}

export async function updateContact(
  ctx: Context,
  id: string,
  { version, ...change }: ContactChange,
): Promise<Contact> {
  const fields = Object.keys(change)
  const clientId = clientOfContact(id)
  const [, , , , [row]] = await refusingTwins(change.email ?? undefined, () =>
    ctx.db.batch([
      expectVersion(ctx, contacts, id, version, isNull(contacts.deletedAt)),
      ctx.db
        .update(contacts)
        .set({ ...change, ...emailKeyOf(change), searchText: mergedSearchText(change) })
        .where(eq(contacts.id, id)),
      ctx.db.insert(activities).values({
        ...{
          id: newId(),
          clientId,
          contactId: id,
          kind: 'changed',
          title: 'Changed',
          by: ctx.principal.name,
        },
        body: fields.join(', '),
      }),
      audit(ctx, 'contact.changed', id, { fields }, { clientId }),
      select(ctx).where(eq(contacts.id, id)),
    ]),
  )
  if (!row) throw notFound('Contact', id)
  return present(row)
}

export const clientOfContact = (id: string) => sql<string>`(select client_id from contacts where id = ${id})`

export async function removeContact(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expectVersion(ctx, contacts, id, undefined, isNull(contacts.deletedAt)),
    setRemoved(ctx, [id]),
    audit(ctx, 'contact.removed', id),
  ])
}

export async function removeContacts(ctx: Context, ids: string[]): Promise<{ count: number }> {
  const [removed] = await ctx.db.batch([
    setRemoved(ctx, ids),
    audit(ctx, 'contacts.removed', ctx.scope.tenantId, { ids }),
  ])
  return { count: removed.length }
}

/** A removed contact gives its address up, so that the person can be added again. */
function setRemoved(ctx: Context, ids: string[]) {
  return ctx.db
    .update(contacts)
    .set({ deletedAt: ctx.now, emailKey: null })
    .where(and(inArray(contacts.id, ids), isNull(contacts.deletedAt)))
    .returning({ id: contacts.id })
}

export async function restoreContacts(ctx: Context, ids: string[]): Promise<{ count: number }> {
  const [restored] = await refusingTwins(undefined, () =>
    ctx.db.batch([
      ctx.db
        .update(contacts)
        .set({ deletedAt: null, emailKey: sql`lower(${contacts.email})` })
        .where(and(inArray(contacts.id, ids), isNotNull(contacts.deletedAt)))
        .returning({ id: contacts.id }),
      audit(ctx, 'contacts.restored', ctx.scope.tenantId, { ids }),
    ]),
  )
  return { count: restored.length }
}

interface Tagging {
  ids: string[]
  add: string[]
  remove: string[]
}
export async function tagContacts(ctx: Context, { ids, add, remove }: Tagging): Promise<{ count: number }> {
  const tags = sql`(
    select coalesce(array_agg(distinct tag order by tag), '{}')
    from unnest(${contacts.tags} || ${asTextArray(add)}) tag where tag <> all(${asTextArray(remove)}))`
  const [changed] = await ctx.db.batch([
    ctx.db
      .update(contacts)
      .set({ tags })
      .where(and(inArray(contacts.id, ids), isNull(contacts.deletedAt)))
      .returning({ id: contacts.id }),
    audit(ctx, 'contacts.tagged', ctx.scope.tenantId, { ids, add, remove }),
  ])
  return { count: changed.length }
}

export const asTextArray = (values: string[]) => sql`${sql.param(values)}::text[]`

async function refusingTwins<T>(email: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!violates(error, 'contacts_email_key')) throw error
    throw new DomainError(
      'conflict',
      `A contact with the address ${email ?? 'of one of these'} exists already.`,
      { cause: error },
    )
  }
}

interface Named {
  email?: string | null | undefined
  firstName?: string | undefined
  lastName?: string | undefined
  company?: string | undefined
}
export const keysOf = (contact: Named) => ({
  emailKey: contact.email?.toLowerCase() ?? null,
  searchText: searchTextOf([contact.firstName, contact.lastName, contact.email, contact.company]),
})
const searchTextOf = (parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ').toLowerCase()

const emailKeyOf = ({ email }: Named) =>
  email === undefined ? {} : { emailKey: email?.toLowerCase() ?? null }

/** The search text after a change, from what the change brings and what the row keeps. */
function mergedSearchText(change: Named) {
  const part = (value: string | null | undefined, column: string) =>
    value === undefined ? sql.raw(column) : sql`${value}::text`
  return sql<string>`lower(concat_ws(' ', ${part(change.firstName, 'first_name')}, ${part(change.lastName, 'last_name')}, ${part(change.email, 'email')}, ${part(change.company, 'company')}))`
}

export function present({
  contact,
  clientName,
}: {
  contact: typeof contacts.$inferSelect
  clientName: string
}): Contact {
  return {
    id: contact.id,
    clientId: contact.clientId,
    clientName,
    email: contact.email,
    firstName: contact.firstName,
    lastName: contact.lastName,
    phone: contact.phone,
    company: contact.company,
    tags: contact.tags,
    customFields: contact.customFields,
    source: contact.source,
    lastActivityAt: contact.lastActivityAt.toISOString(),
    createdAt: contact.createdAt.toISOString(),
    version: contact.version,
  }
}
