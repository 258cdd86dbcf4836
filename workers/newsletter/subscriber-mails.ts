import { type SQL, sql } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { brandOf } from '../messaging/mail-layout.ts'
import type { NewMail } from '../messaging/mails.ts'
import { prefixOf } from '../sites/site-addresses.ts'
import { type MailWords, mailWordsFor } from './mail-words.ts'
import { newsletterSettingsOf } from './newsletter.contract.ts'
import { newsletterPath } from './newsletter-path.contract.ts'

/** The host links of a site's mails lead to: its own where it has one. */
export const mainHost = sql<string>`coalesce((
  select d.host from domains d where d.site_id = ${sites.id} order by d.is_platform, d.id limit 1), '')`

/** Where the business of a site is, which mails to many have to say. */
export const businessAddress = sql<string>`coalesce((
  select c.business ->> 'address' from clients c where c.id = ${sites.clientId}), '')`

export interface Sender {
  site: typeof sites.$inferSelect
  host: string
  address: string
}

export const senderColumns: { site: typeof sites; host: SQL<string>; address: SQL<string> } = {
  site: sites,
  host: mainHost,
  address: businessAddress,
}

interface Reader {
  token: string
  language: string
}

/** What all mails of a newsletter have in common: who writes, in which words, and the way out. */
export function mailBase(ctx: Context, { site, host, address }: Sender, { token, language }: Reader) {
  const name = newsletterSettingsOf(site.newsletter).senderName || site.name
  const words: MailWords = mailWordsFor(language || site.locale, name)
  const origin = ctx.addresses.urlOf(host)
  const linkTo = (page: 'confirm' | 'leave') => origin + newsletterPath(page, prefixOf(language), token)
  return {
    ...{ words, origin, linkTo, name },
    common: {
      fromName: name,
      brand: brandOf(site.theme),
      language: language || site.locale,
    } satisfies Partial<NewMail>,
    /** With the headers by which mail programs offer to leave with one press (RFC 8058). */
    wayOut: {
      footnote: [words.because, address].filter(Boolean).join(' · '),
      footlink: { label: words.leave, url: linkTo('leave') },
      headers: {
        'List-Unsubscribe': `<${linkTo('leave')}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    } satisfies Partial<NewMail>,
  }
}
