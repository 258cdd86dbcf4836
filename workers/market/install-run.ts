import { and, eq } from 'drizzle-orm'
import { marketVersions } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { PLATFORM_TENANT } from '../core/ids.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { finishSaving, insertVersion, takeFiles, versionMadeBy } from '../templates/save-run.ts'

/** What stands on the marketplace as a version of a template of the agency's own. */
export const marketInstall: RunDefinition = {
  kind: 'market.install',
  steps: [
    { key: 'content', label: 'Take over pages, design and forms', run: takeListing },
    { key: 'files', label: 'Copy files', run: takeFiles },
    { key: 'end', label: 'Make it ready', run: finishSaving },
  ],
}

async function takeListing(ctx: Context, run: RunState): Promise<StepResult> {
  const versionId = String(run.input.versionId)
  const [row] = await ctx.db
    .select()
    .from(marketVersions)
    .where(and(eq(marketVersions.id, versionId), eq(marketVersions.tenantId, PLATFORM_TENANT)))
  if (!row) throw notFound('Version', versionId)
  const { content, files, number, note } = row
  const version = { content, files, note, origin: `Version ${number}`, createdBy: run.createdBy }
  return { effects: [insertVersion(ctx, run, await versionMadeBy(run), version)] }
}
