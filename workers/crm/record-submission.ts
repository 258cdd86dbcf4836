import { and, eq, isNull, sql } from 'drizzle-orm'
import { activities, contacts, forms, submissions } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { fieldsOf } from '../forms/form-rows.ts'
import { formSettingsOf } from '../forms/form-settings.contract.ts'
import { labelled, type Sender, senderOf } from '../forms/sender.ts'
import { asTextArray, keysOf } from './contacts.ts'

/**
 * What follows from a visitor's form in the CRM: the contact it came from, new or known by its address, and an entry on its
 * timeline. Returns the statements; ids follow from the submission's, so that they can only be made once.
 */
export async function recordSubmission(ctx: Context, submissionId: string): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({ submission: submissions, form: forms })
    .from(submissions)
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .where(eq(submissions.id, submissionId))
  if (!found || found.submission.contactId) return []
  const { submission, form } = found
  const settings = formSettingsOf(form.settings)
  if (!settings.contact.isOn) return []
  const person = senderOf(submission.values, settings)
  const { emailKey } = keysOf(person)
  const [known] = await ctx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.clientId, submission.clientId),
        emailKey === null ? sql`false` : eq(contacts.emailKey, emailKey),
        isNull(contacts.deletedAt),
      ),
    )

  const contactId = known?.id ?? (await idFollowing(submissionId, 'contact'))
  const owner = { clientId: submission.clientId }
  const { tags } = settings.contact
  const asked = submission.asked.length > 0 ? submission.asked : fieldsOf(form)
  return [
    known
      ? refreshContact(ctx, contactId, person, tags)
      : addContact(ctx, contactId, { ...owner, tags }, person),
    ctx.db
      .insert(activities)
      .values({
        ...{ id: await idFollowing(submissionId, 'activity'), ...owner, contactId, kind: 'submission' },
        details: Object.fromEntries(labelled(asked, submission.values)),
        ...{ title: `Sent “${form.name}”`, body: submission.values.message ?? '' },
        by: person.name || person.email || 'Visitor',
      })
      .onConflictDoNothing(),
    ctx.db.update(submissions).set({ contactId }).where(eq(submissions.id, submissionId)),
  ]
}

function addContact(ctx: Context, id: string, owner: { clientId: string; tags: string[] }, person: Sender) {
  const { name, ...fields } = person
  return ctx.db
    .insert(contacts)
    .values({ id, ...owner, ...fields, ...keysOf(person), source: 'form', lastActivityAt: ctx.now })
}

/** What a known contact tells anew fills gaps; it never overwrites what someone has put right. */
function refreshContact(ctx: Context, id: string, person: Sender, tags: string[]) {
  const { firstName, lastName, phone, company } = person
  const keep = (column: string, value: string) => sql`coalesce(nullif(${sql.raw(column)}, ''), ${value})`
  return ctx.db
    .update(contacts)
    .set({
      firstName: keep('first_name', firstName),
      lastName: keep('last_name', lastName),
      phone: keep('phone', phone),
      company: keep('company', company),
      lastActivityAt: ctx.now,
      ...(tags.length > 0 && {
        tags: sql`(select array_agg(distinct tag order by tag) from unnest(${contacts.tags} || ${asTextArray(tags)}) tag)`,
      }),
    })
    .where(eq(contacts.id, id))
}
