import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { posts, runs, sites, subscribers } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { idFollowing, newId } from '../core/ids.ts'
import { commit, type Statement } from '../core/statements.ts'
import { layOutMail } from '../messaging/mail-layout.ts'
import { type NewMail, queueMail } from '../messaging/mails.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { startRun } from '../runs/start-run.ts'
import { postPath, prefixOf } from '../sites/site-addresses.ts'
import type { PostAnnouncement } from './announcements.contract.ts'
import { newsletterSettingsOf } from './newsletter.contract.ts'
import { mailBase, senderColumns } from './subscriber-mails.ts'

/** Mails queued in one slice, and how far apart slices go out: three hundred a minute. */
const MAILS_PER_SLICE = 50
const SLICE_APART_MS = 10_000

/** Mails a post to the subscribers of its language, some at a time. */
export const postMailing: RunDefinition = {
  kind: 'newsletter.post',
  steps: [{ key: 'mails', label: 'Mail the post to subscribers', run: mailSlice }],
}

const columns = {
  ...senderColumns,
  post: {
    ...{ id: posts.id, clientId: posts.clientId, siteId: posts.siteId, slug: posts.slug, title: posts.title },
    ...{ language: posts.language, excerpt: posts.excerpt, announcedAt: posts.announcedAt },
  },
  recipients: sql<number>`(select count(*)::int from subscribers s
    where s.site_id = ${posts.siteId} and s.status = 'subscribed' and s.language = ${posts.language})`,
}

const selectPost = (ctx: Context, postId: string) =>
  ctx.db
    .select(columns)
    .from(posts)
    .innerJoin(sites, and(eq(sites.id, posts.siteId), isNull(sites.deletedAt)))
    .where(and(eq(posts.id, postId), isNull(posts.deletedAt)))

type Mailed = Awaited<ReturnType<typeof selectPost>>[number]

/** A post goes out by one run only, whose id follows from it. */
const runOf = (postId: string) => idFollowing(postId, 'mailing')

/** Visitors can read a post for the first time: it goes to the subscribers, where the website does so by itself. */
export async function mailNewPost(ctx: Context, postId: string): Promise<readonly Statement[]> {
  const [found] = await selectPost(ctx, postId)
  if (!found || !newsletterSettingsOf(found.site.newsletter).announcesPosts) return []
  const [begun] = await ctx.db
    .select({ id: runs.id })
    .from(runs)
    .where(eq(runs.id, await runOf(postId)))
  return begun ? [] : beginMailing(ctx, found)
}

async function beginMailing(ctx: Context, { post }: Mailed): Promise<readonly Statement[]> {
  const { clientId, id, title } = post
  return startRun(ctx, postMailing, {
    ...{ id: await runOf(id), title: `Mail “${title}” to subscribers`, clientId, subjectId: id },
  })
}

/** Whoever subscribes while it is under way may still get it; whoever leaves does not. */
async function mailSlice(ctx: Context, run: RunState): Promise<StepResult> {
  const [[fresh], [found]] = await ctx.db.batch([
    ctx.db.select({ input: runs.input }).from(runs).where(eq(runs.id, run.id)),
    selectPost(ctx, run.subjectId ?? ''),
  ])
  if (!found) return { message: 'The post is not there any more.' }
  // safe: written below
  const { after, done = 0 } = (fresh?.input ?? {}) as { after?: string; done?: number }
  const rows = await ctx.db
    .select()
    .from(subscribers)
    .where(
      and(
        ...[eq(subscribers.siteId, found.post.siteId), eq(subscribers.status, 'subscribed')],
        ...[eq(subscribers.language, found.post.language), after ? gt(subscribers.id, after) : undefined],
      ),
    )
    .orderBy(asc(subscribers.id))
    .limit(MAILS_PER_SLICE)
  const deliverAfter = new Date(ctx.now.getTime() + (done / MAILS_PER_SLICE) * SLICE_APART_MS)
  const queued = await Promise.all(
    rows.map(async (subscriber) =>
      queueMail(ctx, {
        ...mailAbout(ctx, found, subscriber),
        id: await idFollowing(found.post.id, 'mailing', subscriber.id),
        ...(done > 0 && { deliverAfter }),
      }),
    ),
  )
  const next = { after: rows.at(-1)?.id ?? after, done: done + rows.length }
  return {
    effects: [
      ...queued.flat(),
      ctx.db
        .update(runs)
        .set({ input: sql`${runs.input} || ${JSON.stringify(next)}::jsonb` })
        .where(eq(runs.id, run.id)),
    ],
    progress: { done: next.done, total: Math.max(found.recipients, next.done) },
    message: next.done === 1 ? 'One mail' : `${next.done} mails`,
    isUnfinished: rows.length === MAILS_PER_SLICE,
  }
}

interface Reader {
  email: string
  token: string
  language: string
}

function mailAbout(ctx: Context, found: Mailed, { email, token, language }: Reader): NewMail {
  const { post } = found
  const { words, origin, common, wayOut } = mailBase(ctx, found, { token, language })
  const url = origin + encodeURI(postPath(post.slug, prefixOf(post.language)))
  return {
    ...{ ...common, ...wayOut, kind: 'newsletter.post', subjectId: post.id, to: { email, name: '' } },
    ...{ subject: post.title, heading: post.title, paragraphs: post.excerpt ? [post.excerpt] : [] },
    action: { label: words.readOn, url },
  }
}

export async function previewMailing(ctx: Context, postId: string): Promise<PostAnnouncement> {
  const id = await runOf(postId)
  const [[found], [run]] = await ctx.db.batch([
    selectPost(ctx, postId),
    ctx.db.select({ id: runs.id }).from(runs).where(eq(runs.id, id)),
  ])
  if (!found) throw notFound('Post', postId)
  const { post, recipients } = found
  const mail = mailAbout(ctx, found, { email: '', token: newId(), language: post.language })
  return {
    ...{ subject: mail.subject, html: layOutMail(mail).html, recipients, runId: run?.id ?? null },
    problem: problemWith(found),
  }
}

function problemWith({ post, recipients }: Mailed): string | null {
  if (!post.announcedAt) return 'Visitors cannot read this post yet. Publish it first.'
  return recipients === 0 ? 'Nobody is subscribed in the language of this post.' : null
}

/** Sends a post by hand that did not go out by itself. */
export async function sendMailing(ctx: Context, postId: string): Promise<{ runId: string }> {
  const [found] = await selectPost(ctx, postId)
  if (!found) throw notFound('Post', postId)
  const problem = problemWith(found)
  if (problem) throw new DomainError('conflict', problem)
  const runId = await runOf(postId)
  try {
    await commit(ctx, [
      ...(await beginMailing(ctx, found)),
      audit(ctx, 'post.mailed', postId, { recipients: found.recipients }, { clientId: found.post.clientId }),
    ])
  } catch (error) {
    if (!violates(error, 'runs_pkey')) throw error
    throw new DomainError('conflict', 'This post has been mailed already.', { cause: error })
  }
  return { runId }
}

/** The link to leave in a test leaves nothing: it is nobody's. */
export async function tryMailing(
  ctx: Context,
  postId: string,
  to: { email: string; name: string },
): Promise<{ to: string }> {
  const [found] = await selectPost(ctx, postId)
  if (!found) throw notFound('Post', postId)
  const { language } = found.post
  const mail = mailAbout(ctx, found, { email: to.email, token: newId(), language })
  await commit(ctx, queueMail(ctx, { ...mail, kind: 'newsletter.test', to }))
  return { to: to.email }
}
