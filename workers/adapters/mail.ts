import type { MailSender } from '../core/ports.ts'

const TIMEOUT_MS = 10_000
/** The custom argument that carries our id through SendGrid. */
const ID_ARGUMENT = 'dde_mail_id'

/**
 * SendGrid as the mail sender (https://www.twilio.com/docs/sendgrid/api-reference/mail-send). It has no idempotency keys, so
 * an interrupted send is looked up in its Email Activity feed before it is repeated.
 */
export function createMailSender(config: { url: string; apiKey: string; from: string }): MailSender {
  const headers = { authorization: `Bearer ${config.apiKey}`, 'content-type': 'application/json' }
  return {
    async send(mail) {
      const { 'Reply-To': replyTo, ...further } = mail.headers
      const response = await fetch(`${config.url}/v3/mail/send`, {
        method: 'POST',
        headers,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        body: JSON.stringify({
          personalizations: [
            {
              to: [{ email: mail.to.email, name: mail.to.name || undefined }],
              custom_args: { [ID_ARGUMENT]: mail.id },
            },
          ],
          from: { email: config.from, name: mail.fromName },
          subject: mail.subject,
          ...(replyTo && { reply_to: { email: replyTo } }),
          headers: { ...further, 'Message-ID': `<${mail.id}@${config.from.split('@')[1]}>` },
          content: [
            { type: 'text/plain', value: mail.text },
            { type: 'text/html', value: mail.html },
          ],
          tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
        }),
      })
      if (!response.ok)
        throw new Error(
          `SendGrid refused a mail with ${response.status}: ${(await response.text()).slice(0, 300)}`,
        )
    },
    async wasSent(id) {
      const query = encodeURIComponent(`unique_args['${ID_ARGUMENT}']="${id}"`)
      const response = await fetch(`${config.url}/v3/messages?limit=1&query=${query}`, {
        headers,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      if (!response.ok) return undefined
      // safe: SendGrid's documented answer
      const { messages } = (await response.json()) as { messages: unknown[] }
      return messages.length > 0
    },
  }
}
