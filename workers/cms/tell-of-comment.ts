import { and, eq, gt, sql } from 'drizzle-orm'
import { authors, clients, comments, memberships, posts, sites, tenants, users } from '#db/schema/index.ts'
import { textOf } from '../content/plain-text.ts'
import type { Context } from '../core/context.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { queueMail } from '../messaging/mails.ts'
import { blogSettingsOf } from './blog.contract.ts'

const HOUR_MS = 3_600_000
/** Beyond this many an hour, mails would only tell that spam comes in waves. */
const MAILS_AN_HOUR = 10

/** Tells who runs the site, and whoever wrote the post, that a comment waits to be read. */
export async function tellOfComment(ctx: Context, commentId: string): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({
      comment: comments,
      postTitle: posts.title,
      authorEmail: authors.email,
      authorName: authors.name,
      blog: sites.blog,
      clientName: clients.name,
      tenantName: tenants.name,
      ownerId: tenants.ownerId,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(sites, eq(sites.id, comments.siteId))
    .innerJoin(clients, eq(clients.id, comments.clientId))
    .innerJoin(tenants, eq(tenants.id, comments.tenantId))
    .leftJoin(authors, eq(authors.id, posts.authorId))
    .where(eq(comments.id, commentId))
  if (!found || !blogSettingsOf(found.blog).tellsOfComments) return []
  const { comment } = found
  const [[recent], staff] = await ctx.db.batch([
    ctx.db
      .select({ count: sql<number>`count(*)::int` })
      .from(comments)
      .where(
        and(
          eq(comments.siteId, comment.siteId),
          gt(comments.createdAt, new Date(ctx.now.getTime() - HOUR_MS)),
        ),
      ),
    ctx.db
      .select({ id: users.id, name: users.name, email: users.email })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.clientId, comment.tenantId), eq(memberships.role, 'agency_admin'))),
  ])
  if ((recent?.count ?? 0) > MAILS_AN_HOUR) return []
  const owner = staff.filter(({ id }) => id === found.ownerId)
  const recipients = new Map((owner.length > 0 ? owner : staff).map((to) => [to.email.toLowerCase(), to]))
  if (found.authorEmail)
    recipients.set(found.authorEmail.toLowerCase(), {
      ...{ id: '', name: found.authorName ?? '', email: found.authorEmail },
    })
  const named = await Promise.all(
    [...recipients.values()].map(async (to) => ({ to, id: await idFollowing(comment.id, 'told', to.email) })),
  )
  return named.flatMap(({ id, to }) =>
    queueMail(ctx, {
      ...{ id, kind: 'comment.received', to, fromName: found.tenantName },
      subject: `${found.clientName}: ${comment.authorName} commented on “${found.postTitle}”`,
      heading: `A comment on “${found.postTitle}”`,
      paragraphs: [textOf(comment.contentHtml)],
      details: [['From', `${comment.authorName} (${comment.authorEmail ?? ''})`]],
      action: { label: 'Read and approve', url: `${ctx.addresses.platform}/comments?status=pending` },
    }),
  )
}
