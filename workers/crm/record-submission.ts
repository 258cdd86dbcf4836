import { and, eq, isNull, sql } from 'drizzle-orm'
import {
  activities,
  clients,
  contacts,
  forms,
  memberships,
  submissions,
  tenants,
  users,
} from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { queueMail } from '../messaging/mails.ts'
import type { FormField } from '../sites/snapshot.contract.ts'
import { keysOf } from './contacts.ts'

/**
 * What follows from a visitor's form: the contact it came from, new or known by its address, an entry on its timeline, and
 * a mail to the agency. Returns the statements; ids follow from the submission's, so that they can only be made once.
 */
export async function recordSubmission(ctx: Context, submissionId: string): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({
      submission: submissions,
      form: forms,
      clientName: clients.name,
      tenantName: tenants.name,
      ownerId: tenants.ownerId,
    })
    .from(submissions)
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .innerJoin(clients, eq(clients.id, submissions.clientId))
    .innerJoin(tenants, eq(tenants.id, submissions.tenantId))
    .where(eq(submissions.id, submissionId))
  if (!found || found.submission.contactId) return []
  const { submission, form } = found
  const person = personIn(submission.values)
  const { emailKey } = keysOf(person)
  const [[known], staff] = await ctx.db.batch([
    ctx.db
      .select({ id: contacts.id })
      .from(contacts)
      .where(
        and(
          eq(contacts.clientId, submission.clientId),
          emailKey === null ? sql`false` : eq(contacts.emailKey, emailKey),
          isNull(contacts.deletedAt),
        ),
      ),
    ctx.db
      .select({ id: users.id, name: users.name, email: users.email })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.clientId, submission.tenantId), eq(memberships.role, 'agency_admin'))),
  ])

  const contactId = known?.id ?? (await idFollowing(submissionId, 'contact'))
  const owner = { clientId: submission.clientId }
  // safe: forms are only written through their contract
  const details = labelled(form.fields as FormField[], submission.values)
  const recipients = staff.filter(({ id }) => id === found.ownerId)
  return [
    known ? refreshContact(ctx, contactId, person) : addContact(ctx, contactId, owner, person),
    ctx.db.insert(activities).values({
      ...{
        id: await idFollowing(submissionId, 'activity'),
        ...owner,
        contactId,
        kind: 'submission',
        details,
      },
      ...{
        title: `Sent “${form.name}”`,
        body: submission.values.message ?? '',
        by: person.name || person.email || 'Visitor',
      },
    }),
    ctx.db.update(submissions).set({ contactId }).where(eq(submissions.id, submissionId)),
    ...(recipients.length > 0 ? recipients : staff).flatMap((to) =>
      queueMail(ctx, {
        ...{ kind: 'form.submission', to, fromName: found.tenantName, details: Object.entries(details) },
        subject: `${found.clientName}: new message from ${person.name || person.email || 'a visitor'}`,
        heading: `New message for ${found.clientName}`,
        paragraphs: [`Someone has sent the form “${form.name}”.`],
        action: { label: 'Open the contact', url: `${ctx.addresses.platform}/contacts?contact=${contactId}` },
      }),
    ),
  ]
}

interface Person {
  name: string
  email: string | null
  firstName: string
  lastName: string
  phone: string
  company: string
}

/** Who wrote, from the names forms give their fields. */
function personIn(values: Record<string, string>): Person {
  const given = values.name ?? [values.first_name, values.last_name].filter(Boolean).join(' ')
  const name = given.replaceAll(/\s+/g, ' ').slice(0, 240)
  const [firstName = '', ...rest] = name.split(' ')
  return {
    name,
    email: values.email ?? null,
    firstName: firstName.slice(0, 120),
    lastName: rest.join(' ').slice(0, 120),
    phone: (values.phone ?? '').slice(0, 40),
    company: (values.company ?? '').slice(0, 120),
  }
}

function addContact(ctx: Context, id: string, owner: { clientId: string }, person: Person) {
  const { name, ...fields } = person
  return ctx.db
    .insert(contacts)
    .values({ id, ...owner, ...fields, ...keysOf(person), source: 'form', lastActivityAt: ctx.now })
}

/** What a known contact tells anew fills gaps; it never overwrites what someone has put right. */
function refreshContact(ctx: Context, id: string, { firstName, lastName, phone, company }: Person) {
  const keep = (column: string, value: string) => sql`coalesce(nullif(${sql.raw(column)}, ''), ${value})`
  return ctx.db
    .update(contacts)
    .set({
      firstName: keep('first_name', firstName),
      lastName: keep('last_name', lastName),
      phone: keep('phone', phone),
      company: keep('company', company),
      lastActivityAt: ctx.now,
    })
    .where(eq(contacts.id, id))
}

function labelled(fields: FormField[], values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name, label }) => (values[name] ? [[label, values[name]]] : [])),
  )
}
