import type { Message } from './messages.ts'

/** SendGrid follows each recipient of a mail on its own. */
export type MailRecipient = { email: string; messageId: string; isBouncing: boolean }

/** Everybody a mail went to; an address that starts with "bounce" does not exist. */
export function findMailRecipients({ seq, vendorId, to, cc, bcc }: Message): MailRecipient[] {
  return [...to, ...cc, ...bcc].map(({ email }, index) => ({
    email,
    messageId: `${vendorId}.recvd-local-${seq}.${index}`,
    isBouncing: /^bounce/i.test(email),
  }))
}
