import { eq, sql } from 'drizzle-orm'
import { marketSubmissions } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { doneSoFar } from '../runs/run-progress.ts'
import { copyBytes, movedTo } from '../templates/template-files.ts'
import { checkListing } from './check-listing.ts'
import { drawListing } from './draw-listing.ts'
import { contentIn } from './listings.ts'
import { asTemplate } from './present-market.ts'

const FILES_PER_SLICE = 10

/** What was handed in becomes a copy of its own, is drawn as visitors would get it, and looked at by a machine. */
export const marketCheck: RunDefinition = {
  kind: 'market.check',
  steps: [
    { key: 'files', label: 'Copy files', run: takeFiles },
    { key: 'pages', label: 'Draw and check every page', run: checkPages },
  ],
}

async function readSubmission(ctx: Context, { subjectId }: RunState) {
  const id = subjectId ?? ''
  const [row] = await ctx.db.select().from(marketSubmissions).where(eq(marketSubmissions.id, id))
  if (!row) throw notFound('Submission', id)
  return row
}

async function takeFiles(ctx: Context, run: RunState): Promise<StepResult> {
  const { id, files } = await readSubmission(ctx, run)
  const done = await doneSoFar(ctx, run, 'files')
  const slice = files.slice(done, done + FILES_PER_SLICE)
  await copyBytes(ctx, slice, id)
  const isUnfinished = done + slice.length < files.length
  return {
    effects: isUnfinished
      ? []
      : [
          ctx.db
            .update(marketSubmissions)
            .set({ files: movedTo(files, id) })
            .where(eq(marketSubmissions.id, id)),
        ],
    progress: { done: done + slice.length, total: files.length },
    isUnfinished,
  }
}

/** What was withdrawn meanwhile stays so. */
async function checkPages(ctx: Context, run: RunState): Promise<StepResult> {
  const row = await readSubmission(ctx, run)
  const { id, files, licence, kind } = row
  const pages = await drawListing(ctx, id, asTemplate(id, row, row), files)
  const checks = checkListing({ content: contentIn(row), files, pages, licence, kind })
  const failed = checks.filter(({ status }) => status === 'failed').length
  return {
    effects: [
      ctx.db
        .update(marketSubmissions)
        .set({
          checks,
          status: sql`case when status = 'checking' then ${failed > 0 ? 'failed' : 'waiting'} else status end`,
        })
        .where(eq(marketSubmissions.id, id)),
    ],
    message: failed > 0 ? `${failed} of ${checks.length} checks failed` : 'Waits for a person',
    progress: { done: pages.length, total: pages.length },
  }
}
