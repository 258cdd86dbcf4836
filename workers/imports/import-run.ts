import { eq, sql } from 'drizzle-orm'
import { imports, sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { bringContent } from './bring-content.ts'
import { bringMenus } from './build-menus.ts'
import { fetchAttachments } from './fetch-attachments.ts'
import { readEvents } from './file-stream.ts'
import { readImport } from './import-rows.ts'
import { UNDECLARED } from './inventory-slice.ts'
import { takeInventory } from './take-inventory.ts'
import type { WxrSite } from './wordpress/wxr-events.ts'

/** Moving a WordPress site here. Two readings of the file, since things refer to what stands later in it. */
export const wordpressImport: RunDefinition = {
  kind: 'wordpress.import',
  steps: [
    { key: 'check', label: 'Check the file', run: checkFile },
    { key: 'inventory', label: 'Take stock of what it holds', run: takeInventory },
    { key: 'content', label: 'Bring in posts, pages and comments', run: bringContent },
    { key: 'menus', label: 'Bring in menus', run: bringMenus },
    { key: 'attachments', label: 'Fetch pictures and files', run: fetchAttachments },
    { key: 'reconciliation', label: 'Account for everything', run: reconcileAll },
  ],
}

/** Fetching again what could not be reached is a run of its own. */
export const attachmentRetry: RunDefinition = {
  kind: 'wordpress.attachments',
  steps: [
    { key: 'attachments', label: 'Fetch pictures and files', run: fetchAttachments },
    { key: 'reconciliation', label: 'Account for everything', run: reconcileAll },
  ],
}

/** Reads no further than the file's head; what is no WordPress export ends the import with a sentence that says so. */
async function checkFile(ctx: Context, run: RunState): Promise<StepResult> {
  const row = await readImport(ctx, run)
  try {
    const site = await readHead(ctx, row)
    const effects = [
      ctx.db
        .update(imports)
        .set({ source: { ...site }, status: 'running' })
        .where(eq(imports.id, row.id)),
    ]
    return { effects, message: site.title || site.link }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    await ctx.db
      .update(imports)
      .set({ status: 'failed', problem: error.message })
      .where(eq(imports.id, row.id))
    throw error
  }
}

async function readHead(ctx: Context, row: Awaited<ReturnType<typeof readImport>>): Promise<WxrSite> {
  for await (const event of readEvents(ctx, row, undefined)) {
    if (event.type === 'site') return event.site
    if (event.type === 'item') return event.position.site
    if (event.type === 'problem' && !event.position)
      throw new DomainError('invalid_input', event.problem.message)
  }
  throw new DomainError('invalid_input', 'The file holds nothing that could be imported.')
}

async function reconcileAll(ctx: Context, run: RunState): Promise<StepResult> {
  const id = run.subjectId ?? ''
  const undeclared = sql`(select count(*) from import_items where import_id = ${id} and kind = ${UNDECLARED})`
  const effects = [
    ctx.db
      .update(imports)
      .set({
        status: 'done',
        counts: sql`case when ${undeclared} = 0 then counts else counts || jsonb_build_object(${UNDECLARED}::text, ${undeclared}) end`,
      })
      .where(eq(imports.id, id)),
    ctx.db
      .update(sites)
      .set({ contentChangedAt: new Date() })
      .where(sql`id = (select site_id from imports where id = ${id})`),
  ]
  return { effects }
}
