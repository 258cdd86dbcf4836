import { sql } from 'drizzle-orm'
import { pages } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { AnswerOf, BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { describeCause, log } from '../core/log.ts'
import type { PresentEditor } from '../core/ports.ts'
import { isThere } from '../sites/pages.ts'
import type { presenceApi } from './presence.contract.ts'

const talkedAt = sql<string | null>`(
  select max(greatest(t.updated_at, c.updated_at)) from page_threads t join thread_comments c on c.thread_id = t.id
  where t.page_id = pages.id)`

/** One request tells who else is there and whether anything has changed, so that being alone costs little. */
export async function announcePresence(
  ctx: Context,
  pageId: string,
  { editor, selected }: BodyOf<typeof presenceApi.announce>,
): Promise<AnswerOf<typeof presenceApi.announce>> {
  const [page] = await ctx.db.select({ version: pages.version, talkedAt }).from(pages).where(isThere(pageId))
  if (!page) throw notFound('Page', pageId)
  const there = await enter(ctx, pageId, { editor, name: ctx.principal.name, selected })
  return {
    version: page.version,
    talkedAt: page.talkedAt && new Date(page.talkedAt).toISOString(),
    others: there.filter((each) => each.editor !== editor),
  }
}

/** Editing goes on when nobody can say who else is there. */
async function enter(ctx: Context, pageId: string, member: PresentEditor): Promise<PresentEditor[]> {
  try {
    return await ctx.ports.presence.enter(pageId, member)
  } catch (error) {
    log('warn', 'Nobody can say who has the page open.', describeCause(error))
    return []
  }
}

export async function leavePage(ctx: Context, pageId: string, editor: string): Promise<void> {
  const [page] = await ctx.db.select({ id: pages.id }).from(pages).where(isThere(pageId))
  if (!page) throw notFound('Page', pageId)
  await ctx.ports.presence.leave(pageId, editor)
}
