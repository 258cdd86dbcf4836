import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { posts } from './cms.ts'
import { clientColumns, clientPolicy, time } from './columns.ts'
import { contacts } from './crm.ts'
import { siteColumns, siteKey } from './sites.ts'

interface PostOwned {
  // biome-ignore lint/suspicious/noExplicitAny: Drizzle's own column types differ per table; only their order matters here.
  tenantId: any
  // biome-ignore lint/suspicious/noExplicitAny: As above.
  clientId: any
  // biome-ignore lint/suspicious/noExplicitAny: As above.
  postId: any
}
/** A row of a post goes with it. */
const postKey = (table: string, t: PostOwned) =>
  foreignKey({
    name: `${table}_post_fk`,
    columns: [t.tenantId, t.clientId, t.postId],
    foreignColumns: [posts.tenantId, posts.clientId, posts.id],
  }).onDelete('cascade')

/** A post as it once was, kept when someone begins to change it, restores another one, or asks for it. */
export const postRevisions = pgTable(
  'post_revisions',
  {
    ...clientColumns(),
    postId: uuid().notNull(),
    title: text().notNull(),
    contentHtml: text().notNull(),
    /** Who had last changed the post, and when that was. */
    by: text().notNull(),
    asOf: time().notNull(),
  },
  (t) => [
    index('post_revisions_newest_idx').on(t.tenantId, t.postId, t.id),
    postKey('post_revisions', t),
    clientPolicy('post_revisions'),
  ],
)

/** What visitors write below a post, and what the site answers them. Only approved ones are published. */
export const comments = pgTable(
  'comments',
  {
    ...siteColumns(),
    postId: uuid().notNull(),
    parentId: uuid(),
    authorName: text().notNull(),
    authorEmail: text(),
    /** Written by someone of the site, who signed in. */
    isFromSite: boolean().notNull().default(false),
    contentHtml: text().notNull(),
    status: text({ enum: ['approved', 'pending', 'spam', 'removed'] })
      .notNull()
      .default('pending'),
    writtenAt: time().notNull(),
    searchText: text().notNull().default(''),
    /** The same words from the same visitor within half a minute: one press of the button too many. */
    fingerprint: text(),
  },
  (t) => [
    index('comments_post_idx').on(t.tenantId, t.postId, t.writtenAt),
    index('comments_status_idx').on(t.tenantId, t.status, t.id),
    unique('comments_fingerprint_key').on(t.tenantId, t.clientId, t.postId, t.fingerprint),
    check('comments_status_check', sql`status in ('approved', 'pending', 'spam', 'removed')`),
    siteKey('comments', t),
    postKey('comments', t),
    clientPolicy('comments'),
  ],
)

/** How often one visitor has applauded a post. */
export const claps = pgTable(
  'claps',
  {
    ...siteColumns(),
    postId: uuid().notNull(),
    /** Tells visitors apart for a day, and never who they are. */
    visitor: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    unique('claps_visitor_key').on(t.tenantId, t.clientId, t.postId, t.visitor),
    index('claps_site_idx').on(t.tenantId, t.siteId, t.postId),
    check('claps_count_check', sql`count between 1 and 50`),
    siteKey('claps', t),
    postKey('claps', t),
    clientPolicy('claps'),
  ],
)

/** Who wants to hear of new posts. Nobody is on the list who has not confirmed it by mail. */
export const subscribers = pgTable(
  'subscribers',
  {
    ...siteColumns(),
    email: text().notNull(),
    /** Lower-cased; plain text so that its index works under row security. */
    emailKey: text().notNull(),
    status: text({ enum: ['pending', 'subscribed', 'unsubscribed'] })
      .notNull()
      .default('pending'),
    /** What the links in mails carry instead of an address. */
    token: uuid().notNull(),
    contactId: uuid(),
    /** Language they read the site in; empty for the site's own. */
    language: text().notNull().default(''),
    /** Where the address came from: a form of the site, or a file somebody brought. */
    source: text({ enum: ['form', 'import'] })
      .notNull()
      .default('form'),
    /** What they agreed to, or what whoever brought the address says they did. */
    consent: text().notNull().default(''),
    consentedAt: time(),
    confirmedAt: time(),
    unsubscribedAt: time(),
  },
  (t) => [
    unique('subscribers_email_key').on(t.tenantId, t.clientId, t.siteId, t.emailKey),
    index('subscribers_site_idx').on(t.tenantId, t.siteId, t.status, t.id),
    check('subscribers_status_check', sql`status in ('pending', 'subscribed', 'unsubscribed')`),
    siteKey('subscribers', t),
    foreignKey({
      name: 'subscribers_contact_fk',
      columns: [t.tenantId, t.clientId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.clientId, contacts.id],
    }),
    clientPolicy('subscribers'),
  ],
)
