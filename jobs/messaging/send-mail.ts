import { mailQueued } from '#workers/messaging/mails.ts'
import { sendMail } from '#workers/messaging/send-mail.ts'
import { Busy, job } from '../core/job.ts'

export const sendMailJob = job({
  name: 'messaging.send-mail',
  on: mailQueued,
  run: async (ctx, { mailId }) => {
    const outcome = await sendMail(ctx, mailId)
    if (outcome === 'busy') throw new Busy('The mail is being sent.', 15)
    return outcome
  },
})
