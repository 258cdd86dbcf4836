import { eq, isNull } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { startRun } from '../runs/start-run.ts'
import { sitePublication } from '../sites/publications.ts'
import { clientOfSite } from '../sites/websites.ts'
import type { Approval, ApprovalBy } from './approvals.contract.ts'
import { presentApproval, readPending } from './pending-changes.ts'

export const readApproval = async (ctx: Context, siteId: string): Promise<Approval> =>
  presentApproval(await readPending(ctx, siteId))

export async function chooseApproval(ctx: Context, siteId: string, approval: ApprovalBy): Promise<Approval> {
  await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    ctx.db.update(sites).set({ approval }).where(eq(sites.id, siteId)),
    audit(ctx, 'site.approval_chosen', siteId, { approval }, { clientId: clientOfSite(siteId) }),
  ])
  return readApproval(ctx, siteId)
}

/** Publishes what nobody has approved, and keeps who did so and what it was. */
export async function publishAnyway(ctx: Context, siteId: string): Promise<{ runId: string }> {
  const { site, pages } = await readPending(ctx, siteId)
  const { name, clientId } = site
  const runId = newId()
  const unapproved = pages.flatMap(({ path, isApproved }) => (isApproved ? [] : [path]))
  await ctx.db.batch([
    ...startRun(ctx, sitePublication, {
      ...{ id: runId, title: `Publish ${name}`, clientId, subjectId: siteId },
      input: { isUnapproved: true },
    }),
    audit(ctx, 'site.published_unapproved', siteId, { paths: unapproved.slice(0, 100) }, { clientId }),
  ])
  return { runId }
}
