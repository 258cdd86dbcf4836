import { and, eq } from 'drizzle-orm'
import { mails } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { OutgoingMail } from '../core/ports.ts'
import type { Statement } from '../core/statements.ts'

/** Longer than a send may take: an older claim was left by a process that is gone. */
const CLAIM_MS = 15_000

/**
 * Sends a queued mail. The row is claimed first; finding a claim somebody left, the provider is asked whether the mail went
 * out before it is sent again. Returns the statements that mark it sent, or `busy` while another claim is fresh.
 */
export async function sendMail(ctx: Context, id: string): Promise<Statement[] | 'busy'> {
  const [claimed] = await ctx.db
    .update(mails)
    .set({ status: 'sending', updatedAt: ctx.now })
    .where(and(eq(mails.id, id), eq(mails.status, 'queued')))
    .returning()
  if (claimed) return deliver(ctx, claimed)

  const [mail] = await ctx.db.select().from(mails).where(eq(mails.id, id))
  if (mail?.status !== 'sending') return []
  if (ctx.now.getTime() - mail.updatedAt.getTime() < CLAIM_MS) return 'busy'
  if (await ctx.ports.mail.wasSent(id)) return [markSent(ctx, id)]
  await ctx.db.update(mails).set({ updatedAt: ctx.now }).where(eq(mails.id, id))
  return deliver(ctx, mail)
}

async function deliver(ctx: Context, mail: typeof mails.$inferSelect): Promise<Statement[]> {
  const { id, toEmail, toName, fromName, subject, html, text, headers } = mail
  const outgoing: OutgoingMail = {
    ...{ id, to: { email: toEmail, name: toName }, fromName, subject, html, text, headers },
  }
  try {
    await ctx.ports.mail.send(outgoing)
  } catch (error) {
    // Refused, not interrupted: nothing went out, so the next attempt may begin anew.
    await ctx.db
      .update(mails)
      .set({ status: 'queued', problem: String(error).slice(0, 500) })
      .where(eq(mails.id, id))
    throw error
  }
  return [markSent(ctx, id)]
}

const markSent = (ctx: Context, id: string) =>
  ctx.db.update(mails).set({ status: 'sent', sentAt: new Date(), problem: '' }).where(eq(mails.id, id))
