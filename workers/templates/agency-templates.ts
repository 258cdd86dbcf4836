import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { sites, templates, templateVersions } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import { type Context, clientInScope } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { startRun } from '../runs/start-run.ts'
import type { TemplateCard } from '../sites/templates.contract.ts'
import { withoutUndefined } from '../tenancy/clients.ts'
import type { AgencyTemplate, agencyTemplatesApi, TemplateDifference } from './agency-templates.contract.ts'
import { cardContent } from './card-content.ts'
import { compareTemplates } from './compare-templates.ts'
import { contentOf, templateOf } from './read-template.ts'
import { type SaveInput, templateSave } from './save-run.ts'
import type { TemplateContent } from './template-content.contract.ts'

const MAX_LISTED = 200
const isHere = isNull(templates.deletedAt)

/** The agency's own templates that can be used; newest first. */
export async function listAgencyTemplates(ctx: Context): Promise<TemplateCard[]> {
  const rows = await ctx.db
    .select({ template: templates, content: cardContent(templateVersions.content) })
    .from(templates)
    .innerJoin(templateVersions, eq(templateVersions.id, templates.currentVersionId))
    .where(isHere)
    .orderBy(desc(templates.id))
    .limit(MAX_LISTED)
  return rows.map(({ template, content }) => cardOf(template, content))
}

function cardOf(row: typeof templates.$inferSelect, content: TemplateContent): TemplateCard {
  const { id, name, industry, category, description, preview, pages, theme } = templateOf(row, content)
  return {
    ...{ id, name, industry, category, description, isOwn: true },
    preview: preview.src,
    pages: pages.map(({ title }) => title),
    colors: [theme.colors.brand, theme.colors.ink, theme.colors.muted, theme.colors.background],
  }
}

export async function saveTemplate(
  ctx: Context,
  siteId: string,
  { name, description, industry, category, ...choices }: BodyOf<typeof agencyTemplatesApi.save>,
) {
  const templateId = newId()
  const clientId = clientInScope(ctx)
  const runId = await startSaving(
    ctx,
    { clientId, templateId, siteId, title: `Save ${name} as a template` },
    choices,
    [
      ctx.db.insert(templates).values({
        ...{ id: templateId, name, description, industry, category, source: 'website' },
        ...{ sourceSiteId: siteId, createdBy: ctx.principal.name },
      }),
      audit(ctx, 'template.created', templateId, { name }),
    ],
  )
  return { templateId, runId }
}

export async function renewTemplate(
  ctx: Context,
  id: string,
  { websiteId, ...choices }: BodyOf<typeof agencyTemplatesApi.renew>,
) {
  const [row] = await ctx.db
    .select({ clientId: templates.clientId })
    .from(templates)
    .where(and(eq(templates.id, id), isHere))
  if (!row) throw notFound('Template', id)
  const { clientId } = row
  const runId = await startSaving(
    ctx,
    { clientId, templateId: id, siteId: websiteId, title: 'Save a new version of a template' },
    choices,
    [
      expectVersion(ctx, templates, id, undefined, isHere),
      ctx.db
        .update(templates)
        .set({ source: 'website', sourceSiteId: websiteId })
        .where(eq(templates.id, id)),
    ],
  )
  return { templateId: id, runId }
}

interface Saving {
  clientId: string
  templateId: string
  siteId: string
  title: string
}

/** The batch that begins a run, all or nothing. */
async function startSaving(
  ctx: Context,
  { clientId, templateId, siteId, title }: Saving,
  { paths, ...choices }: Omit<SaveInput, 'siteId' | 'paths'> & { paths?: string[] | undefined },
  [first, ...rest]: [Statement, ...Statement[]],
): Promise<string> {
  const runId = newId()
  const input = { siteId, ...choices, ...(paths && { paths }) }
  await ctx.db.batch([
    expect(
      ctx,
      sql`exists (select from ${sites} where id = ${siteId} and deleted_at is null)`,
      '404',
      notFound('Website', siteId).message,
    ),
    first,
    ...rest,
    ...startRun(ctx, templateSave, { id: runId, title, subjectId: templateId, clientId, input }),
  ])
  return runId
}

const selectTemplate = (ctx: Context, id: string) =>
  [
    ctx.db
      .select()
      .from(templates)
      .where(and(eq(templates.id, id), isHere)),
    ctx.db
      .select({
        ...{ id: templateVersions.id, number: templateVersions.number, note: templateVersions.note },
        ...{ origin: templateVersions.origin, createdBy: templateVersions.createdBy },
        createdAt: templateVersions.createdAt,
      })
      .from(templateVersions)
      .where(eq(templateVersions.templateId, id))
      .orderBy(desc(templateVersions.number)),
    ctx.db
      .select({ content: cardContent(templateVersions.content) })
      .from(templateVersions)
      .innerJoin(templates, eq(templates.currentVersionId, templateVersions.id))
      .where(eq(templates.id, id)),
    ctx.db
      .select({ count: sql<number>`count(*)::int` })
      .from(sites)
      .where(and(eq(sites.template, id), isNull(sites.deletedAt))),
  ] as const

type Selected = [
  (typeof templates.$inferSelect)[],
  Omit<typeof templateVersions.$inferSelect, 'tenantId' | 'updatedAt' | 'templateId' | 'content' | 'files'>[],
  { content: TemplateContent }[],
  { count: number }[],
]

export async function getAgencyTemplate(ctx: Context, id: string): Promise<AgencyTemplate> {
  // safe: the statements are those of the tuple
  return present(id, (await ctx.db.batch(selectTemplate(ctx, id))) as unknown as Selected)
}

/** A template that is still being made has a card with nothing on it. */
const nothingYet = (): Pick<AgencyTemplate, 'preview' | 'pages' | 'colors'> => ({
  ...{ preview: '', pages: [], colors: [] },
})

function present(id: string, [[row], versions, [current], [count]]: Selected): AgencyTemplate {
  if (!row) throw notFound('Template', id)
  const { name, description, industry, source, sourceSiteId, gitRef, listingId, version } = row
  return {
    ...{ id, name, description, industry, source, sourceSiteId, gitRef, listingId, version, isOwn: true },
    // safe: categories are only written through their contract
    category: row.category as AgencyTemplate['category'],
    ...(current ? lookOf(cardOf(row, current.content)) : nothingYet()),
    template_git_url: row.templateGitUrl,
    websites: count?.count ?? 0,
    versions: versions.map(({ createdAt, ...each }) => ({
      ...each,
      isCurrent: each.id === row.currentVersionId,
      createdAt: createdAt.toISOString(),
    })),
    createdAt: row.createdAt.toISOString(),
  }
}

const lookOf = ({ preview, pages, colors }: TemplateCard) => ({ preview, pages, colors })

export async function changeTemplate(
  ctx: Context,
  id: string,
  { version, currentVersion, ...facts }: BodyOf<typeof agencyTemplatesApi.change>,
): Promise<AgencyTemplate> {
  const said = withoutUndefined(facts)
  const named = sql<string>`(select id from template_versions where template_id = ${id} and number = ${currentVersion ?? null})`
  const results: unknown[] = await ctx.db.batch([
    expectVersion(ctx, templates, id, version, isHere),
    ...(currentVersion
      ? [expect(ctx, sql`${named} is not null`, '404', notFound('Version', String(currentVersion)).message)]
      : []),
    ctx.db
      .update(templates)
      .set({ ...said, ...(currentVersion && { currentVersionId: named }) })
      .where(eq(templates.id, id)),
    audit(ctx, 'template.changed', id, {
      fields: Object.keys(said),
      ...(currentVersion && { currentVersion }),
    }),
    ...selectTemplate(ctx, id),
  ])
  // safe: the last statements of the batch are those of the tuple
  return present(id, results.slice(-4) as unknown as Selected)
}

export async function compareVersions(
  ctx: Context,
  id: string,
  wanted: QueryOf<typeof agencyTemplatesApi.compare>,
): Promise<TemplateDifference> {
  const newest = sql<number>`(select max(number) from template_versions where template_id = ${id})`
  const to = sql<number>`coalesce(${wanted.to ?? null}::integer, ${newest})`
  const from = sql<number>`coalesce(${wanted.from ?? null}::integer, greatest(${to} - 1, 1))`
  const [[template], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: templates.id })
      .from(templates)
      .where(and(eq(templates.id, id), isHere)),
    ctx.db
      .select({
        ...{ content: templateVersions.content, files: templateVersions.files },
        ...{ isFrom: sql<boolean>`number = ${from}`, isTo: sql<boolean>`number = ${to}` },
      })
      .from(templateVersions)
      .where(and(eq(templateVersions.templateId, id), sql`number in (${from}, ${to})`)),
  ])
  if (!template) throw notFound('Template', id)
  const [before, after] = [rows.find(({ isFrom }) => isFrom), rows.find(({ isTo }) => isTo)]
  if (!before || !after) throw notFound('Version', String((before ? wanted.to : wanted.from) ?? 1))
  return compareTemplates(
    { content: contentOf(before), files: before.files },
    { content: contentOf(after), files: after.files },
  )
}
