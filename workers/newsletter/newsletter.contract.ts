import * as z from 'zod'
import { Email, endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

/** What is mailed to the subscribers of a website. */
export const NewsletterSettings = z.strictObject({
  announcesPosts: z.boolean().default(false).describe('Each new post is mailed once visitors can read it'),
  senderName: z.string().trim().max(120).default('').describe('The website’s name when empty'),
})
export type NewsletterSettings = z.infer<typeof NewsletterSettings>

/** Settings as they are stored: what was never chosen is as it is by default. */
export const newsletterSettingsOf = (stored: unknown): NewsletterSettings => {
  const { success, data } = NewsletterSettings.safeParse(stored)
  return success ? data : NewsletterSettings.parse({})
}

export const SubscriberStatus = z.enum(['pending', 'subscribed', 'unsubscribed'])
export type SubscriberStatus = z.infer<typeof SubscriberStatus>

export const Subscriber = z.object({
  id: Id,
  email: z.string(),
  status: SubscriberStatus,
  language: z.string().describe('Empty for the website’s own'),
  source: z.enum(['form', 'import']),
  consent: z.string().describe('What they agreed to, or what whoever brought the address says they did'),
  consentedAt: Timestamp.nullable(),
  confirmedAt: Timestamp.nullable(),
  unsubscribedAt: Timestamp.nullable(),
  contactId: Id.nullable(),
  createdAt: Timestamp,
})
export type Subscriber = z.infer<typeof Subscriber>

export const SubscriberQuery = PageQuery.extend({
  status: SubscriberStatus.optional(),
  search: z.string().trim().max(100).optional(),
})
export type SubscriberQuery = z.infer<typeof SubscriberQuery>

export const Newsletter = NewsletterSettings.extend({
  counts: z.object({ pending: z.int(), subscribed: z.int(), unsubscribed: z.int() }),
})
export type Newsletter = z.infer<typeof Newsletter>

/** As much of a file as is taken at once. */
export const MAX_IMPORTED = 5000

export const subscribersCsvPath = (websiteId: string) => `/websites/${websiteId}/subscribers.csv`

export const newsletterApi = {
  get: endpoint({
    method: 'get',
    path: '/websites/{id}/newsletter',
    needs: 'contacts:read',
    noun: 'Website',
    summary: 'What is mailed to the subscribers of a website, and how many there are.',
    returns: Newsletter,
  }),
  set: endpoint({
    method: 'put',
    path: '/websites/{id}/newsletter',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Set what is mailed to the subscribers of a website.',
    body: NewsletterSettings,
    returns: Newsletter,
  }),
  subscribers: endpoint({
    method: 'get',
    path: '/websites/{id}/subscribers',
    needs: 'contacts:read',
    noun: 'Website',
    summary: 'Who asked a website for its news, newest first.',
    query: SubscriberQuery,
    returns: page(Subscriber),
  }),
  import: endpoint({
    method: 'post',
    path: '/websites/{id}/subscriber-imports',
    needs: 'contacts:write',
    noun: 'Website',
    summary:
      'Bring subscribers who agreed elsewhere. Nobody who has left is subscribed again, and nobody twice.',
    body: z.strictObject({
      emails: z
        .array(Email)
        .min(1, 'The file names no address.')
        .max(MAX_IMPORTED, `Bring at most ${MAX_IMPORTED} addresses at once.`),
      consent: z
        .string()
        .trim()
        .min(10, 'Say in a sentence where and when these people agreed to get your news.')
        .max(1000),
    }),
    returns: z.object({ added: z.int(), known: z.int() }),
    status: 200,
  }),
  unsubscribe: endpoint({
    method: 'post',
    path: '/subscriber-removals',
    needs: 'contacts:write',
    summary: 'Take subscribers off their list. Their addresses stay, so that nobody subscribes them again.',
    body: z.strictObject({ ids: z.array(Id).min(1).max(500) }),
    returns: z.object({ count: z.int() }),
    status: 200,
  }),
  erase: endpoint({
    method: 'post',
    path: '/subscriber-erasures',
    needs: 'contacts:write',
    summary: 'Delete subscribers for good, with all that is known of their consent.',
    body: z.strictObject({ ids: z.array(Id).min(1).max(500) }),
    returns: z.object({ count: z.int() }),
    status: 200,
  }),
}
