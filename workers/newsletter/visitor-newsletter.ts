import { and, eq, ne, sql } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { subscribers } from '#db/schema/index.ts'
import type { RequestContext, SiteHost } from '#edge/context.contract.ts'
import { handOnAfterAnswer } from '../core/after-answer.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { isId } from '../core/ids.ts'
import type { RateLimit } from '../core/ports.ts'
import { createContext, type Deps } from '../deps.ts'
import { redirectTo } from '../forms/visitor-request.ts'
import { subscriberConfirmed, subscriberUnsubscribed } from './events.ts'
import { newsletterPath, TOKEN_PARAMETER } from './newsletter-path.contract.ts'

const flood: RateLimit = { name: 'newsletter', tokens: 30, windowSeconds: 60 }

/** The button in the mail leads to a page, the button there posts here: mail programs that look at links confirm nothing. */
export async function confirmSubscription(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const { ctx, subscriber } = await findSubscriber(deps, http, request)
  if (subscriber.status === 'pending') {
    await ctx.db.batch([
      ctx.db
        .update(subscribers)
        .set({ status: 'subscribed', confirmedAt: ctx.now, unsubscribedAt: null })
        .where(and(eq(subscribers.id, subscriber.id), eq(subscribers.status, 'pending'))),
      emit(ctx, subscriberConfirmed, { subscriberId: subscriber.id }),
    ])
    handOnAfterAnswer(deps, http, ctx.emitted)
  }
  // Whoever has left is not brought back by an old mail.
  return redirectTo(
    newsletterPath(subscriber.status === 'unsubscribed' ? 'left' : 'confirmed', prefixIn(http)),
  )
}

/** Leaving takes one press: on the page, or in a mail program that posts here by itself (RFC 8058). */
export async function leaveNewsletter(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const { ctx, subscriber } = await findSubscriber(deps, http, request)
  if (subscriber.status !== 'unsubscribed') {
    await ctx.db.batch([
      ctx.db
        .update(subscribers)
        .set({ status: 'unsubscribed', unsubscribedAt: ctx.now })
        .where(and(eq(subscribers.id, subscriber.id), ne(subscribers.status, 'unsubscribed'))),
      emit(ctx, subscriberUnsubscribed, { subscriberId: subscriber.id }),
    ])
    handOnAfterAnswer(deps, http, ctx.emitted)
  }
  return redirectTo(newsletterPath('left', prefixIn(http)))
}

async function findSubscriber(deps: Deps, http: HonoContext, request: RequestContext) {
  const { target, requestId, ip } = request
  const token = http.req.query(TOKEN_PARAMETER) ?? ''
  if (target.kind !== 'site' || !isId(token)) throw notFound('Subscription', token.slice(0, 40))
  const ctx = contextOf(deps, target, requestId)
  if (!(await ctx.ports.limiter.allow(flood, `${target.siteId} ${ip}`)))
    throw new DomainError('rate_limited', 'Too much at once. Wait a minute and try again.')
  const [subscriber] = await ctx.db
    .select({ id: subscribers.id, status: subscribers.status })
    .from(subscribers)
    .where(and(eq(subscribers.siteId, target.siteId), sql`${subscribers.token} = ${token}::uuid`))
  if (!subscriber) throw notFound('Subscription', token)
  return { ctx, subscriber }
}

const contextOf = (deps: Deps, { tenantId, clientId }: SiteHost, requestId: string): Context =>
  createContext(deps, {
    scope: { tenantId, clientId },
    principal: { kind: 'visitor', name: 'Visitor', permissions: [] },
    requestId,
  })

/** The language of the page, as its address has it. */
const prefixIn = (http: HonoContext): string => {
  const language = http.req.param('language') ?? ''
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(language) ? `/${language}` : ''
}
