import { and, eq } from 'drizzle-orm'
import { forms, siteLanguages, sites, type submissions } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { idFollowing } from '../core/ids.ts'
import { commit, type Statement } from '../core/statements.ts'
import { brandOf } from '../messaging/mail-layout.ts'
import { queueMail } from '../messaging/mails.ts'
import { fillReply } from './fill-reply.contract.ts'
import { fieldsOf } from './form-rows.ts'
import { type FormSettings, formSettingsOf } from './form-settings.contract.ts'
import type { FormField } from './published-form.contract.ts'
import type { Sender } from './sender.ts'

export interface Recipient {
  email: string
  name: string
}

interface Answered {
  submission: typeof submissions.$inferSelect
  form: typeof forms.$inferSelect
  site: typeof sites.$inferSelect
  settings: FormSettings
  sender: Sender
}

/** The form's own answer to whoever sent it, in the language they read the site in. */
export async function replyTo(ctx: Context, answered: Answered): Promise<readonly Statement[]> {
  const { submission, form, site, settings, sender } = answered
  if (!settings.reply.isOn || !sender.email) return []
  const texts = await textsIn(ctx, site.id, submission.language)
  const said = (text: string) => (Object.hasOwn(texts, text) && texts[text]) || text
  const values = { ...submission.values, form: form.name, website: site.name }
  return queueMail(ctx, {
    id: await idFollowing(submission.id, 'reply'),
    ...{ kind: 'form.reply', subjectId: submission.id, to: { name: sender.name, email: sender.email } },
    ...replyContent(said(settings.reply.subject), said(settings.reply.text), { values, site }),
  })
}

/** What shared texts of a site are in one of its languages. */
async function textsIn(ctx: Context, siteId: string, code: string): Promise<Record<string, string>> {
  if (!code) return {}
  const [language] = await ctx.db
    .select({ texts: siteLanguages.texts })
    .from(siteLanguages)
    .where(and(eq(siteLanguages.siteId, siteId), eq(siteLanguages.code, code)))
  return language?.texts ?? {}
}

interface Filling {
  values: Record<string, string>
  site: typeof sites.$inferSelect
}

function replyContent(subject: string, text: string, { values, site }: Filling) {
  const filled = fillReply(subject, values).replaceAll(/\s+/g, ' ').trim()
  return {
    ...{ subject: filled, heading: filled, fromName: site.name },
    paragraphs: fillReply(text, values)
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    brand: brandOf(site.theme),
  }
}

/** What a field may be filled in with, for a test. */
const exampleOf = ({ kind, label, options = [] }: FormField): string => {
  const examples: Partial<Record<FormField['kind'], string>> = {
    ...{ email: 'visitor@example.com', tel: '+1 555 0100', number: '3', date: '2030-05-04', rating: '5' },
  }
  return examples[kind] ?? options[0] ?? label
}

/** Sends the answer to whoever asks for it, filled with examples. */
export async function tryReply(ctx: Context, formId: string, to: Recipient): Promise<{ to: string }> {
  const [found] = await ctx.db
    .select({ form: forms, site: sites })
    .from(forms)
    .innerJoin(sites, eq(sites.id, forms.siteId))
    .where(eq(forms.id, formId))
  if (!found) throw notFound('Form', formId)
  const { reply } = formSettingsOf(found.form.settings)
  if (!reply.text) throw new DomainError('conflict', 'Write the answer and save the form first.')
  const values = {
    ...Object.fromEntries(fieldsOf(found.form).map((field) => [field.name, exampleOf(field)])),
    ...{ form: found.form.name, website: found.site.name },
  }
  await commit(
    ctx,
    queueMail(ctx, {
      ...{ kind: 'form.reply_test', to },
      ...replyContent(reply.subject, reply.text, { values, site: found.site }),
    }),
  )
  return { to: to.email }
}
