import { and, eq, inArray } from 'drizzle-orm'
import { clients, forms, memberships, sites, submissions, tenants, users } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { queueMail } from '../messaging/mails.ts'
import { clientOfForm, fieldsOf } from './form-rows.ts'
import { type FormSettings, formSettingsOf } from './form-settings.contract.ts'
import { selectPeople } from './forms.ts'
import { replyTo } from './replies.ts'
import { labelled, senderOf } from './sender.ts'

/** Tells those whom the form names that something was sent, and answers whoever sent it where the form does. */
export async function tellOfSubmission(ctx: Context, submissionId: string): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({
      ...{ submission: submissions, form: forms, site: sites, clientName: clients.name },
      ...{ tenantName: tenants.name, ownerId: tenants.ownerId },
    })
    .from(submissions)
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .innerJoin(sites, eq(sites.id, submissions.siteId))
    .innerJoin(clients, eq(clients.id, submissions.clientId))
    .innerJoin(tenants, eq(tenants.id, submissions.tenantId))
    .where(eq(submissions.id, submissionId))
  if (!found) return []
  const { submission, form, site, clientName, tenantName } = found
  const settings = formSettingsOf(form.settings)
  const sender = senderOf(submission.values, settings)
  const who = sender.name || sender.email || 'a visitor'
  const asked = submission.asked.length > 0 ? submission.asked : fieldsOf(form)
  const recipients = await findRecipients(ctx, form.id, settings, found.ownerId)
  const told = await Promise.all(
    recipients.map(async (to) =>
      queueMail(ctx, {
        id: await idFollowing(submissionId, 'told', to.email),
        ...{ kind: 'form.submission', subjectId: submissionId, to, fromName: tenantName },
        ...(sender.email && { replyTo: sender.email }),
        subject: `${clientName}: new message from ${who}`,
        heading: `New message for ${clientName}`,
        paragraphs: [`Someone has sent the form “${form.name}”.`],
        details: labelled(asked, submission.values),
        action: {
          label: 'Read it',
          url: `${ctx.addresses.platform}/websites/${site.id}/entries?entry=${submissionId}`,
        },
      }),
    ),
  )
  return [...told.flat(), ...(await replyTo(ctx, { submission, form, site, settings, sender }))]
}

interface Recipient {
  name: string
  email: string
}

/** Each address once. Who has left since they were named is told nothing; an agency without an owner is told by its admins. */
async function findRecipients(
  ctx: Context,
  formId: string,
  { notify }: FormSettings,
  ownerId: string | null,
): Promise<Recipient[]> {
  const people = selectPeople(ctx, clientOfForm(formId))
  const [members, admins] = await ctx.db.batch([
    people,
    ctx.db
      .select({ id: users.id, name: users.name, email: users.email })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(eq(memberships.clientId, memberships.tenantId), inArray(memberships.role, ['agency_admin'])),
      ),
  ])
  const owner = admins.filter(({ id }) => id === ownerId)
  const all: Recipient[] = [
    ...(notify.owner ? (owner.length > 0 ? owner : admins) : []),
    ...members.filter(({ id }) => notify.memberIds.includes(id)),
    ...notify.emails.map((email) => ({ name: '', email })),
  ]
  return [...new Map(all.map((each) => [each.email.toLowerCase(), each])).values()]
}
