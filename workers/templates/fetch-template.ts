import { and, eq, isNull } from 'drizzle-orm'
import { templates } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import { type Context, clientInScope } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { startRun } from '../runs/start-run.ts'
import type { agencyTemplatesApi } from './agency-templates.contract.ts'
import { templateFetch } from './fetch-run.ts'

/** A template that lives in a git repository. What is said of it there takes the place of the address once it has been read. */
export async function fetchTemplate(
  ctx: Context,
  { template_git_url: templateGitUrl, gitRef }: BodyOf<typeof agencyTemplatesApi.fetch>,
) {
  const [templateId, runId, clientId] = [newId(), newId(), clientInScope(ctx)]
  const name = new URL(templateGitUrl).pathname.split('/').filter(Boolean).at(-1)?.slice(0, 80) ?? ''
  await ctx.db.batch([
    ctx.db.insert(templates).values({
      ...{ id: templateId, name, description: '', industry: '', category: 'blank', source: 'git' },
      ...{ templateGitUrl, gitRef, createdBy: ctx.principal.name },
    }),
    audit(ctx, 'template.created', templateId, { name, templateGitUrl, gitRef }),
    ...startRun(ctx, templateFetch, { id: runId, title: `Fetch ${name}`, clientId, subjectId: templateId }),
  ])
  return { templateId, runId }
}

export async function fetchTemplateAgain(
  ctx: Context,
  id: string,
  { gitRef }: BodyOf<typeof agencyTemplatesApi.fetchAgain>,
) {
  const [row] = await ctx.db
    .select()
    .from(templates)
    .where(and(eq(templates.id, id), isNull(templates.deletedAt)))
  if (!row) throw notFound('Template', id)
  if (row.source !== 'git')
    throw new DomainError('conflict', 'This template does not come from a repository.')
  const { name, clientId } = row
  const runId = newId()
  await ctx.db.batch([
    ctx.db
      .update(templates)
      .set({ gitRef: gitRef ?? row.gitRef })
      .where(eq(templates.id, id)),
    ...startRun(ctx, templateFetch, { id: runId, title: `Fetch ${name}`, clientId, subjectId: id }),
  ])
  return { templateId: id, runId }
}
