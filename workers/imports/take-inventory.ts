import { eq } from 'drizzle-orm'
import { imports } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { RunState, StepResult } from '../runs/run-definition.ts'
import { readEvents } from './file-stream.ts'
import { keepPosition, kindOf, positionOf, readImport } from './import-rows.ts'
import { InventorySlice } from './inventory-slice.ts'
import { findKnown } from './known.ts'
import type { WxrEvent, WxrPosition, WxrTotals } from './wordpress/wxr-events.ts'

/** Items of one slice: one transaction's worth. */
const ITEMS_PER_SLICE = 250

/**
 * Step, first reading: what the file holds. Makes authors, terms and files; notes every post, page and menu item with the
 * address it will have, so that the second reading can link to things that stand later in the file.
 */
export async function takeInventory(ctx: Context, run: RunState): Promise<StepResult> {
  const row = await readImport(ctx, run)
  const slice = new InventorySlice(ctx, row, await findKnown(ctx, row))
  const { position, totals, problem } = await fill(slice, readEvents(ctx, row, positionOf(row, 'inventory')))
  const counts = totals && countsOf(totals)
  return {
    effects: [
      ...slice.effects(),
      ...(counts ? [ctx.db.update(imports).set({ counts, problem }).where(eq(imports.id, row.id))] : []),
      ...(position && !totals ? [keepPosition(ctx, row, 'inventory', position)] : []),
    ],
    progress: { done: totals ? row.sizeBytes : (position?.offset ?? 0), total: row.sizeBytes },
    isUnfinished: !totals,
  }
}

/** Reads until the slice is full or the file ends; totals come with the end, and a problem when it breaks off. */
async function fill(slice: InventorySlice, events: AsyncGenerator<WxrEvent>) {
  let position: WxrPosition | undefined
  let problem: string | null = null
  for await (const event of events) {
    await slice.take(event)
    if (event.type === 'end') return { position, totals: event.totals, problem }
    if (event.type === 'problem' && !event.position) problem = event.problem.message
    if ('position' in event && event.position) position = event.position
    if (slice.size >= ITEMS_PER_SLICE && position) break
  }
  return { position, totals: undefined, problem }
}

function countsOf({ authors: a, categories, tags, terms: t, comments, items, unreadable }: WxrTotals) {
  const counts = { author: a, category: categories, tag: tags, term: t, comment: comments, unreadable }
  const byType = Object.entries(items).map(([type, count]) => [kindOf(type), count] as const)
  return Object.fromEntries([...Object.entries(counts), ...byType].filter(([, count]) => count > 0))
}
