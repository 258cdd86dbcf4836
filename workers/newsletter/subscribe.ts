import { and, eq, sql } from 'drizzle-orm'
import { clients, forms, sites, submissions, subscribers } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idFollowing, newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { fieldsOf } from '../forms/form-rows.ts'
import { formSettingsOf } from '../forms/form-settings.contract.ts'
import { senderOf } from '../forms/sender.ts'
import { queueMail } from '../messaging/mails.ts'
import { mailBase, senderColumns } from './subscriber-mails.ts'

/**
 * Whoever sent a form that subscribes is asked by mail whether it was them. Someone on the list already hears nothing, and so
 * does whoever was asked within the last day: nobody can be flooded by means of a form.
 */
export async function subscribe(ctx: Context, submissionId: string): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({ ...senderColumns, submission: submissions, form: forms })
    .from(submissions)
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .innerJoin(sites, eq(sites.id, submissions.siteId))
    .innerJoin(clients, eq(clients.id, submissions.clientId))
    .where(eq(submissions.id, submissionId))
  if (!found) return []
  const { submission, form, site } = found
  const settings = formSettingsOf(form.settings)
  const { email } = senderOf(submission.values, settings)
  if (!settings.subscribes || !email) return []
  const emailKey = email.toLowerCase()
  const [known] = await ctx.db
    .select()
    .from(subscribers)
    .where(and(eq(subscribers.siteId, site.id), eq(subscribers.emailKey, emailKey)))
  if (known?.status === 'subscribed' || (known?.status === 'pending' && isRecent(ctx, known.updatedAt)))
    return []

  const id = known?.id ?? (await idFollowing(submissionId, 'subscriber'))
  const token = newId()
  const asked = {
    ...{ email, token, status: 'pending' as const, language: submission.language, source: 'form' as const },
    ...{ consent: consentIn(form, submission), consentedAt: submission.createdAt, updatedAt: ctx.now },
  }
  const { words, linkTo, common } = mailBase(ctx, found, { token, language: submission.language })
  return [
    ctx.db
      .insert(subscribers)
      .values({ id, clientId: site.clientId, siteId: site.id, emailKey, ...asked })
      .onConflictDoUpdate({
        target: [subscribers.tenantId, subscribers.clientId, subscribers.siteId, subscribers.emailKey],
        set: asked,
        setWhere: sql`${subscribers.status} <> 'subscribed'`,
      }),
    ...queueMail(ctx, {
      id: await idFollowing(submissionId, 'confirmation'),
      ...{ ...common, kind: 'subscriber.confirmation', subjectId: submissionId, to: { email, name: '' } },
      ...{ subject: words.confirmSubject, heading: words.confirmHeading, paragraphs: [words.confirmText] },
      action: { label: words.confirmButton, url: linkTo('confirm') },
      footnote: words.confirmIgnore,
    }),
  ]
}

const DAY_MS = 86_400_000
const isRecent = (ctx: Context, at: Date): boolean => ctx.now.getTime() - at.getTime() < DAY_MS

/** What they agreed to: the words beside the box they ticked, else those on the button they pressed. */
function consentIn(
  form: typeof forms.$inferSelect,
  { values, path }: typeof submissions.$inferSelect,
): string {
  const ticked = fieldsOf(form)
    .filter(({ kind, name }) => (kind === 'consent' || kind === 'checkbox') && values[name])
    .map(({ label }) => `“${label}”`)
  return `${[...ticked, `“${form.submitLabel}”`].join(', ')} on ${path}`
}
