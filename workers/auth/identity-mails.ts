import type { Context } from '../core/context.ts'
import { queueMail } from '../messaging/mails.ts'
import { type IdentityMail, LINK_HOURS } from './identity.ts'

const words = {
  verification: {
    subject: 'Confirm your e-mail address',
    heading: 'One click and you are in',
    paragraphs: ['Confirm that this address is yours, and your agency is ready.'],
    action: 'Confirm my address',
    path: '/verify-email',
  },
  password_reset: {
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    paragraphs: ['Someone, hopefully you, has asked to choose a new password for this address.'],
    action: 'Choose a new password',
    path: '/reset-password',
  },
  already_registered: {
    subject: 'You already have an account',
    heading: 'You already have an account',
    paragraphs: [
      'Someone, hopefully you, has tried to sign up with this address. It is registered already: just log in.',
    ],
    action: 'Log in',
    path: '/login',
  },
}

/** The mail for what better-auth wants said, as the statements that queue it. */
export function identityMail(ctx: Context, { kind, email, name, token }: IdentityMail) {
  const { path, action, ...content } = words[kind]
  const query = token ? `?token=${encodeURIComponent(token)}` : ''
  return queueMail(ctx, {
    ...content,
    kind: `auth.${kind}`,
    to: { email, name },
    fromName: 'DDE',
    action: { label: action, url: `${ctx.addresses.platform}${path}${query}` },
    footnote: token
      ? `The link is good for ${LINK_HOURS} hours. If this was not you, ignore this mail.`
      : 'If this was not you, ignore this mail.',
  })
}
