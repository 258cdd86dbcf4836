import { sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'
import type { PluginProblem } from './plugin-drawer.ts'

/** What went wrong with a website's plugins in one go; those that ran well have no problem any more. */
export const noteProblems = (ctx: Context, siteId: string, problems: readonly PluginProblem[]): Statement =>
  ctx.db.execute(sql`update plugin_instances i
    set problem = p.problem, problem_at = case when p.problem is null then null else now() end
    from (select * from jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) as p (key text, problem text)) p
    where i.site_id = ${siteId} and i.key = p.key and i.problem is distinct from p.problem`)
