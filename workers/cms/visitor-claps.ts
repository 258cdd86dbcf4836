import { eq, sql } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { posts, sites } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { notFound } from '../core/errors.ts'
import { newId, sha256Hex } from '../core/ids.ts'
import type { RateLimit } from '../core/ports.ts'
import type { Deps } from '../deps.ts'
import { pathIn, readVisitorForm, redirectTo } from '../forms/visitor-request.ts'
import { blogSettingsOf } from './blog.contract.ts'
import { isPublishedAt } from './posts.ts'

const flood: RateLimit = { name: 'clap', tokens: 30, windowSeconds: 60 }
/** What one reader can give one post in a day. */
const MOST = 50

/** Counts one more clap for a post. Who gave it is kept as a hash that means nothing the day after. */
export async function receiveClap(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response> {
  const { ctx, target, values, isTrapped } = await readVisitorForm(deps, http, request, flood)
  const path = pathIn(values)
  const done = redirectTo(`${encodeURI(path)}#clapped`)
  if (isTrapped) return done
  const [post] = await ctx.db
    .select({ id: posts.id, blog: sites.blog })
    .from(posts)
    .innerJoin(sites, eq(sites.id, posts.siteId))
    .where(isPublishedAt(target.siteId, path))
  if (!post || !blogSettingsOf(post.blog).hasClaps) throw notFound('Post', path)

  const day = ctx.now.toISOString().slice(0, 10)
  const visitor = await sha256Hex(`${deps.env.CONTEXT_SECRET} ${day} ${target.siteId} ${request.ip}`)
  await ctx.db.execute(sql`
    insert into claps (id, site_id, post_id, visitor, count)
    values (${newId()}::uuid, ${target.siteId}::uuid, ${post.id}::uuid, ${visitor}, 1)
    on conflict on constraint claps_visitor_key do update set count = least(claps.count + 1, ${MOST}::int)`)
  return done
}
