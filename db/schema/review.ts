import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { clientColumns, clientPolicy, time, version } from './columns.ts'
import { pageKey, siteColumns, siteKey } from './sites.ts'

/** The pages a review is about, each with a mark of what it said when it was shown. */
export interface ReviewedPage {
  id: string
  mark: string
}

/** Asking people without an account to approve what a publish would bring. */
export const siteReviews = pgTable(
  'site_reviews',
  {
    ...siteColumns(),
    /** Set for a review of one page; otherwise it is about everything that waits to be published. */
    pageId: uuid(),
    message: text().notNull().default(''),
    status: text({ enum: ['open', 'approved', 'changes_requested', 'withdrawn'] })
      .notNull()
      .default('open'),
    /** What was approved; before that, what was there when it was sent. */
    pages: jsonb().$type<ReviewedPage[]>().notNull().default([]),
    /** Fingerprint of what all pages share: design, menus, header and footer. Empty for a review of one page. */
    shared: text().notNull().default(''),
    createdBy: text().notNull(),
    createdById: uuid(),
    expiresAt: time().notNull(),
    decidedAt: time(),
  },
  (t) => [
    unique('site_reviews_scope_key').on(t.tenantId, t.clientId, t.id),
    index('site_reviews_newest_idx').on(t.tenantId, t.siteId, t.id),
    check('site_reviews_status_check', sql`status in ('open', 'approved', 'changes_requested', 'withdrawn')`),
    siteKey('site_reviews', t),
    clientPolicy('site_reviews'),
  ],
)

const reviewKey = (
  table: string,
  // biome-ignore lint/suspicious/noExplicitAny: Drizzle's own column types differ per table; only their order matters here.
  t: { tenantId: any; clientId: any; reviewId: any },
) =>
  foreignKey({
    name: `${table}_review_fk`,
    columns: [t.tenantId, t.clientId, t.reviewId],
    foreignColumns: [siteReviews.tenantId, siteReviews.clientId, siteReviews.id],
  }).onDelete('cascade')

/** Whom a review was sent to, each with a link of their own. Of the link only a hash is kept. */
export const reviewers = pgTable(
  'reviewers',
  {
    ...clientColumns(),
    reviewId: uuid().notNull(),
    email: text().notNull(),
    tokenHash: text().notNull(),
    decision: text({ enum: ['approved', 'changes_requested'] }),
    note: text().notNull().default(''),
    openedAt: time(),
    decidedAt: time(),
    remindedAt: time(),
  },
  (t) => [
    unique('reviewers_email_key').on(t.tenantId, t.clientId, t.reviewId, t.email),
    unique('reviewers_token_key').on(t.tenantId, t.clientId, t.tokenHash),
    check('reviewers_decision_check', sql`decision in ('approved', 'changes_requested')`),
    reviewKey('reviewers', t),
    clientPolicy('reviewers'),
  ],
)

/** A conversation about a block of a page, or about the page. It names its block by id, so it follows it wherever it is moved. */
export const pageThreads = pgTable(
  'page_threads',
  {
    ...clientColumns(),
    pageId: uuid().notNull(),
    /** Empty for one about the whole page. */
    nodeId: text(),
    /** Set when someone asked for a review began it: they see those of their review and no others. */
    reviewId: uuid(),
    resolvedAt: time(),
    resolvedBy: text().notNull().default(''),
    /** Up to when people were told of its comments by mail. */
    toldUntil: time(),
  },
  (t) => [
    unique('page_threads_scope_key').on(t.tenantId, t.clientId, t.id),
    index('page_threads_page_idx').on(t.tenantId, t.pageId, t.id),
    pageKey('page_threads', t),
    reviewKey('page_threads', t),
    clientPolicy('page_threads'),
  ],
)

const threadKey = (
  table: string,
  // biome-ignore lint/suspicious/noExplicitAny: Drizzle's own column types differ per table; only their order matters here.
  t: { tenantId: any; clientId: any; threadId: any },
) =>
  foreignKey({
    name: `${table}_thread_fk`,
    columns: [t.tenantId, t.clientId, t.threadId],
    foreignColumns: [pageThreads.tenantId, pageThreads.clientId, pageThreads.id],
  }).onDelete('cascade')

export const threadComments = pgTable(
  'thread_comments',
  {
    ...clientColumns(),
    threadId: uuid().notNull(),
    body: text().notNull(),
    by: text().notNull(),
    /** Who wrote it: someone who signs in, or else a reviewer. */
    userId: uuid(),
    reviewerId: uuid(),
    mentions: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    editedAt: time(),
  },
  (t) => [
    index('thread_comments_thread_idx').on(t.tenantId, t.threadId, t.id),
    threadKey('thread_comments', t),
    clientPolicy('thread_comments'),
  ],
)

/** Up to when someone has read a conversation. */
export const threadReads = pgTable(
  'thread_reads',
  { ...clientColumns(), threadId: uuid().notNull(), userId: uuid().notNull(), readAt: time().notNull() },
  (t) => [
    unique('thread_reads_key').on(t.tenantId, t.clientId, t.threadId, t.userId),
    threadKey('thread_reads', t),
    clientPolicy('thread_reads'),
  ],
)

/** A link by which anybody sees a website as it would be if it were published now. Of the link only a hash is kept. */
export const previewLinks = pgTable(
  'preview_links',
  {
    ...siteColumns(),
    /** The draft it shows besides what is published; without one it shows every draft. */
    pageId: uuid(),
    name: text().notNull().default(''),
    tokenHash: text().notNull(),
    /** Argon2id; empty when anybody with the link may look. */
    passwordHash: text().notNull().default(''),
    expiresAt: time().notNull(),
    revokedAt: time(),
    openedAt: time(),
    createdBy: text().notNull(),
    /** The snapshot drawn last, and the state of the website it was made from. */
    manifest: text(),
    contentAt: time(),
  },
  (t) => [
    unique('preview_links_token_key').on(t.tenantId, t.clientId, t.tokenHash),
    index('preview_links_newest_idx').on(t.tenantId, t.siteId, t.id),
    siteKey('preview_links', t),
    clientPolicy('preview_links'),
  ],
)

/** What happens to a page, or to a whole website, at a moment that was set for it. */
export const scheduledChanges = pgTable(
  'scheduled_changes',
  {
    ...siteColumns(),
    /** Empty for the website as a whole. */
    pageId: uuid(),
    action: text({ enum: ['publish', 'unpublish'] }).notNull(),
    at: time().notNull(),
    status: text({ enum: ['waiting', 'done', 'failed', 'cancelled'] })
      .notNull()
      .default('waiting'),
    /** Why it could not be done. */
    problem: text().notNull().default(''),
    createdBy: text().notNull(),
    createdById: uuid(),
    version: version(),
  },
  (t) => [
    index('scheduled_changes_next_idx').on(t.tenantId, t.siteId, t.at),
    check('scheduled_changes_action_check', sql`action in ('publish', 'unpublish')`),
    check('scheduled_changes_status_check', sql`status in ('waiting', 'done', 'failed', 'cancelled')`),
    siteKey('scheduled_changes', t),
    clientPolicy('scheduled_changes'),
  ],
)
