import { mails } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import { newId } from '../core/ids.ts'
import { layOutMail, type MailContent } from './mail-layout.ts'

export const mailQueued = defineEvent<{ mailId: string }>('mail.queued')

export interface NewMail extends MailContent {
  /** Given where the same thing might be told of twice: a mail of an id is queued once. */
  id?: string
  /** What the mail is about, such as `form.submission`. */
  kind: string
  to: { email: string; name: string }
  fromName: string
  subject: string
  /** The row it tells of. */
  subjectId?: string
  /** Whom an answer goes to. */
  replyTo?: string
  /** Further headers, such as how to leave a list. */
  headers?: Record<string, string>
  /** Not before this moment. */
  deliverAfter?: Date
}

/** The rows that send a mail, to stand in the batch of what it tells of: it goes out exactly when that is committed. */
export function queueMail(ctx: Context, mail: NewMail) {
  const { id = newId(), headers = {}, replyTo, deliverAfter } = mail
  const { html, text } = layOutMail(mail)
  return [
    ctx.db
      .insert(mails)
      .values({
        id,
        kind: mail.kind,
        toEmail: mail.to.email,
        toName: mail.to.name,
        fromName: mail.fromName,
        subject: mail.subject,
        html,
        text,
        headers: { ...headers, ...(replyTo && { 'Reply-To': replyTo }) },
        ...(mail.subjectId && { subjectId: mail.subjectId }),
      })
      .onConflictDoNothing(),
    emit(ctx, mailQueued, { mailId: id }, deliverAfter ? { deliverAfter } : {}),
  ] as const
}
