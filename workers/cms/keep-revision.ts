import { sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import { newId } from '../core/ids.ts'

/** Who goes on writing within this time is still writing the same version. */
const CHAPTER_MS = 10 * 60_000

/** Keeps a post's words before they are changed, unless the same person has just been changing them. */
export function keepRevision(ctx: Context, postId: string, isNewChapter: boolean) {
  const since = new Date(ctx.now.getTime() - CHAPTER_MS).toISOString()
  return ctx.db.execute(sql`
    insert into post_revisions (id, client_id, post_id, title, content_html, by, as_of)
    select ${newId()}::uuid, p.client_id, p.id, p.title, p.content_html,
      coalesce(nullif(p.edited_by, ''), (select a.name from authors a where a.id = p.author_id), ''),
      coalesce(p.edited_at, p.created_at)
    from posts p
    where p.id = ${postId} and p.content_html <> '' and (${isNewChapter} or p.edited_at is null
      or p.edited_by <> ${ctx.principal.name} or p.edited_at < ${since}::timestamptz)`)
}
