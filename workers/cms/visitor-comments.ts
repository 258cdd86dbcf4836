import { and, eq, sql } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { comments, posts, sites } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { handOnAfterAnswer } from '../core/after-answer.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { newId, sha256Hex } from '../core/ids.ts'
import type { RateLimit } from '../core/ports.ts'
import type { Deps } from '../deps.ts'
import { checkFields } from '../forms/check-fields.ts'
import { pathIn, readVisitorForm, redirectTo, showErrors } from '../forms/visitor-request.ts'
import { blogSettingsOf } from './blog.contract.ts'
import { COMMENT_FORM, commentFields } from './comment-form.contract.ts'
import { commentHtml, linksIn } from './comment-html.ts'
import { announce } from './comments.ts'
import { isPublishedAt } from './posts.ts'

export const commentReceived = defineEvent<{ commentId: string }>('comment.received')

const flood: RateLimit = { name: 'comment', tokens: 5, windowSeconds: 60 }
/** More is advertising. */
const MAX_LINKS = 2
const DOUBLE_SEND_MS = 30_000

/** Receives what a visitor writes below a post; works without JavaScript, and nothing of it appears before it was read. */
export async function receiveComment(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const { ctx, target, values, isTrapped } = await readVisitorForm(deps, http, request, flood)
  const path = pathIn(values)
  const done = redirectTo(`${encodeURI(path)}#comment-sent`)
  if (isTrapped) return done

  const post = await findPost(ctx, target.siteId, path)
  const { answers: written, errors } = checkFields(commentFields, values)
  if (linksIn(written.comment ?? '') > MAX_LINKS) errors.comment = 'too_many_links'
  const answered = values.get('answers') ?? ''
  if (Object.keys(errors).length > 0)
    return showErrors(deps, http, {
      ...{ path, formId: COMMENT_FORM, errors },
      values: { ...written, answers: answered.slice(0, 40) },
    })
  await keepComment(ctx, post, { name: '', email: '', comment: '', ...written, answered })
  handOnAfterAnswer(deps, http, ctx.emitted)
  return done
}

async function findPost(ctx: Context, siteId: string, path: string) {
  const [post] = await ctx.db
    .select({ id: posts.id, siteId: posts.siteId, takesComments: posts.takesComments, blog: sites.blog })
    .from(posts)
    .innerJoin(sites, eq(sites.id, posts.siteId))
    .where(isPublishedAt(siteId, path))
  const settings = blogSettingsOf(post?.blog)
  if (!post?.takesComments || settings.comments === 'closed') throw notFound('Post', path)
  return { ...post, settings }
}

type Post = Awaited<ReturnType<typeof findPost>>
interface Written {
  name: string
  email: string
  comment: string
  /** When the comment it answers was written, if it answers one. */
  answered: string
}

async function keepComment(
  ctx: Context,
  { id: postId, siteId, settings }: Post,
  written: Written,
): Promise<void> {
  const { name, email, comment } = written
  const id = newId()
  const moment = Math.floor(ctx.now.getTime() / DOUBLE_SEND_MS)
  const fingerprint = await sha256Hex(`${moment} ${email} ${comment}`)
  const [known, parentId] = await contextOf(ctx, postId, written)
  const status = settings.trustsKnown && known ? 'approved' : 'pending'
  await ctx.db.batch([
    ctx.db
      .insert(comments)
      .values({
        ...{ id, siteId, postId, parentId, status, fingerprint },
        ...{ authorName: name, authorEmail: email, contentHtml: commentHtml(comment) },
        ...{ writtenAt: ctx.now, updatedAt: ctx.now },
        searchText: `${name} ${email} ${comment}`.toLowerCase(),
      })
      .onConflictDoNothing(),
    emit(ctx, commentReceived, { commentId: id }),
    ...(status === 'approved' ? [announce(ctx, postId, ctx.scope.clientId ?? ctx.scope.tenantId)] : []),
  ])
}

/** Whether a comment from this address was approved before, and the comment this one stands below. */
async function contextOf(
  ctx: Context,
  postId: string,
  { email, answered }: Written,
): Promise<[known: boolean, parentId: string | null]> {
  const instant = Number.isNaN(Date.parse(answered)) ? null : new Date(answered)
  const [[known], [parent]] = await ctx.db.batch([
    ctx.db
      .select({ id: comments.id })
      .from(comments)
      .where(
        and(eq(comments.status, 'approved'), sql`lower(${comments.authorEmail}) = ${email.toLowerCase()}`),
      )
      .limit(1),
    ctx.db
      .select({ id: comments.id, parentId: comments.parentId })
      .from(comments)
      .where(
        and(
          eq(comments.postId, postId),
          eq(comments.status, 'approved'),
          instant
            ? sql`date_trunc('milliseconds', ${comments.writtenAt}) = ${instant.toISOString()}::timestamptz`
            : sql`false`,
        ),
      )
      .limit(1),
  ])
  return [known !== undefined, parent ? (parent.parentId ?? parent.id) : null]
}
