import { and, eq, isNull } from 'drizzle-orm'
import { pages, scheduledChanges, sites, tenants, users } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { emit } from '../core/events.ts'
import { idAt } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { queueMail } from '../messaging/mails.ts'
import { startRun } from '../runs/start-run.ts'
import { siteChanged, sitePublication } from '../sites/publications.ts'
import { isAllApproved, type Pending, readPending } from './pending-changes.ts'

/**
 * The moment of something scheduled has come. What was moved or cancelled meanwhile is left. That the moment has come is the
 * queue's word; the clock here may be a little behind it.
 */
export async function makeDueChange(
  ctx: Context,
  { changeId, moment }: { changeId: string; moment: string },
): Promise<Statement[]> {
  const due = await findDue(ctx, changeId, new Date(moment))
  if (!due) return []
  const pending = due.site.approval === 'none' ? undefined : await readPending(ctx, due.site.id)
  const problem = problemOf(due, pending)
  return problem ? fail(ctx, due, problem) : carryOut(ctx, due, await idAt(new Date(moment), 'due', changeId))
}

async function findDue(ctx: Context, changeId: string, at: Date) {
  const [row] = await ctx.db
    .select({
      ...{ change: scheduledChanges, site: sites, page: pages },
      agency: { name: tenants.name, slug: tenants.slug },
      asker: { name: users.name, email: users.email },
    })
    .from(scheduledChanges)
    .innerJoin(sites, and(eq(sites.id, scheduledChanges.siteId), isNull(sites.deletedAt)))
    .innerJoin(tenants, eq(tenants.id, scheduledChanges.tenantId))
    .leftJoin(pages, and(eq(pages.id, scheduledChanges.pageId), isNull(pages.deletedAt)))
    .leftJoin(users, eq(users.id, scheduledChanges.createdById))
    .where(
      and(
        eq(scheduledChanges.id, changeId),
        eq(scheduledChanges.status, 'waiting'),
        eq(scheduledChanges.at, at),
      ),
    )
  return row
}

type Due = NonNullable<Awaited<ReturnType<typeof findDue>>>

function problemOf({ change, page, site }: Due, pending: Pending | undefined): string | undefined {
  if (change.pageId && !page) return 'The page was removed meanwhile.'
  if (site.status === 'suspended') return 'The website is suspended.'
  if (change.pageId && page?.path === '/' && change.action === 'unpublish')
    return 'The page has become the home page, which a website needs.'
  if (change.action === 'unpublish' || !pending) return undefined
  const row = pending.rows.find(({ id }) => id === change.pageId)
  const isApproved = change.pageId ? (row?.isApproved ?? false) : isAllApproved(pending)
  return isApproved ? undefined : 'Not everything that was to be published had been approved.'
}

function carryOut(ctx: Context, due: Due, runId: string): Statement[] {
  const { change, page, site } = due
  const action = `${page ? 'page' : 'site'}.${change.action}_due`
  const done = [
    ctx.db.update(scheduledChanges).set({ status: 'done' }).where(eq(scheduledChanges.id, change.id)),
    audit(ctx, action, page?.id ?? site.id, { scheduledBy: change.createdBy }, { clientId: site.clientId }),
  ]
  if (!page && change.action === 'unpublish') return [...done, ...takeOffline(ctx, site)]
  const status = change.action === 'publish' ? 'published' : 'draft'
  const turned = page ? [ctx.db.update(pages).set({ status }).where(eq(pages.id, page.id))] : []
  // A page is not a reason to put a website online that is not.
  const isOnline = site.status === 'live' || !page
  return [...done, ...turned, ...(isOnline ? publish(ctx, due, runId) : [])]
}

function publish(ctx: Context, { change, page, site }: Due, runId: string): Statement[] {
  const what = page ? `“${page.title}”` : site.name
  return [
    ...startRun(ctx, sitePublication, {
      ...{ id: runId, clientId: site.clientId, subjectId: site.id },
      title:
        change.action === 'publish' ? `Publish ${what} as scheduled` : `Take ${what} offline as scheduled`,
      input: page ? { onlyPageId: page.id } : {},
    }),
  ]
}

const takeOffline = (ctx: Context, { id, clientId }: Due['site']): Statement[] => [
  ctx.db
    .update(sites)
    .set({ status: 'unpublished' })
    .where(and(eq(sites.id, id), eq(sites.status, 'live'))),
  emit(ctx, siteChanged, { siteId: id }, { clientId }),
]

function fail(ctx: Context, { change, page, site, agency, asker }: Due, problem: string): Statement[] {
  const what = page ? `“${page.title}”` : site.name
  const subject = change.action === 'publish' ? `${what} was not published` : `${what} was not taken offline`
  const origin = ctx.addresses.urlOf(ctx.addresses.portalHost(agency.slug))
  const mail = asker
    ? queueMail(ctx, {
        ...{ kind: 'change.failed', to: asker, subject, fromName: agency.name, heading: subject },
        paragraphs: ['You had scheduled this for now.', problem],
        action: { label: 'Open the website', url: `${origin}/websites/${site.id}?tab=review` },
      })
    : []
  return [
    ctx.db
      .update(scheduledChanges)
      .set({ status: 'failed', problem })
      .where(eq(scheduledChanges.id, change.id)),
    audit(ctx, 'change.failed', change.id, { problem }, { clientId: site.clientId }),
    ...mail,
  ]
}
