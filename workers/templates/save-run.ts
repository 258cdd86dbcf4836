import { eq, sql } from 'drizzle-orm'
import { templates, templateVersions } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { doneSoFar } from '../runs/run-progress.ts'
import { copyBytes, filesOfSite, movedTo } from './template-files.ts'
import { filesNamedIn, type TemplateChoices, templateFromSite } from './template-from-site.ts'

const FILES_PER_SLICE = 10

/** What a run that saves a template was given. */
export interface SaveInput extends TemplateChoices {
  siteId: string
  note: string
}

/** A website into a version of a template, which new websites begin with once it is whole. */
export const templateSave: RunDefinition = {
  kind: 'template.save',
  steps: [
    { key: 'content', label: 'Take over pages, design and forms', run: takeContent },
    { key: 'files', label: 'Copy files', run: takeFiles },
    { key: 'end', label: 'Make it ready', run: finishSaving },
  ],
}

/** The version a run makes, which follows from the run. */
export const versionMadeBy = ({ id }: Pick<RunState, 'id'>) => idFollowing(id, 'template-version')

// safe: whoever starts the run gives it these
const inputOf = ({ input }: RunState) => input as unknown as SaveInput

async function takeContent(ctx: Context, run: RunState): Promise<StepResult> {
  const { siteId, note, ...choices } = inputOf(run)
  const content = await templateFromSite(ctx, siteId, choices)
  // As they lie with the website, until the next step has copied them.
  const files = await filesOfSite(ctx, siteId, filesNamedIn(content))
  const id = await versionMadeBy(run)
  const version = { content: { ...content }, files, note, createdBy: run.createdBy }
  return {
    effects: [insertVersion(ctx, run, id, version)],
    message: `${content.pages.length} pages, ${content.posts.length} posts`,
  }
}

type NewVersion = Pick<
  typeof templateVersions.$inferInsert,
  'content' | 'files' | 'note' | 'origin' | 'createdBy'
>

/** The next version of the template a run is about; the same run makes it once. */
export function insertVersion(ctx: Context, run: RunState, id: string, version: NewVersion): Statement {
  const templateId = run.subjectId ?? ''
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from template_versions where template_id = ${templateId})`
  return ctx.db
    .insert(templateVersions)
    .values({ id, clientId: run.clientId, templateId, number, ...version })
    .onConflictDoNothing({ target: templateVersions.id })
}

async function readMade(ctx: Context, run: RunState) {
  const id = await versionMadeBy(run)
  const [row] = await ctx.db.select().from(templateVersions).where(eq(templateVersions.id, id))
  if (!row) throw notFound('Template', run.subjectId ?? '')
  return row
}

/** Step: copies what the version still finds with whom it was taken from. */
export async function takeFiles(ctx: Context, run: RunState): Promise<StepResult> {
  const { id, files } = await readMade(ctx, run)
  const done = await doneSoFar(ctx, run, 'files')
  const slice = files.slice(done, done + FILES_PER_SLICE)
  await copyBytes(ctx, slice, id)
  return {
    progress: { done: done + slice.length, total: files.length },
    isUnfinished: done + slice.length < files.length,
  }
}

/** Step: the version is whole, and in use from now on. */
export async function finishSaving(ctx: Context, run: RunState): Promise<StepResult> {
  return { effects: putInUse(ctx, run, await readMade(ctx, run)) }
}

/** Its files are its own from now on. */
function putInUse(
  ctx: Context,
  run: RunState,
  { id, files, number }: typeof templateVersions.$inferSelect,
): Statement[] {
  const templateId = run.subjectId ?? ''
  return [
    ctx.db
      .update(templateVersions)
      .set({ files: movedTo(files, id) })
      .where(eq(templateVersions.id, id)),
    ctx.db.update(templates).set({ currentVersionId: id }).where(eq(templates.id, templateId)),
    audit(ctx, 'template.saved', templateId, { number }, { clientId: run.clientId }),
  ]
}
