import type { Context } from '../core/context.ts'
import type { RunState, StepResult } from '../runs/run-definition.ts'
import { ContentSlice } from './content-slice.ts'
import { readEvents } from './file-stream.ts'
import { keepPosition, positionOf, readImport } from './import-rows.ts'
import { readLookups } from './lookups.ts'
import type { WxrEvent, WxrPosition } from './wordpress/wxr-events.ts'

/** Step, second reading: posts and pages with their texts, terms, comments and the redirects from their old addresses. */
export async function bringContent(ctx: Context, run: RunState): Promise<StepResult> {
  const row = await readImport(ctx, run)
  const lookups = await readLookups(ctx, row)
  const slice = new ContentSlice(ctx, row, lookups)
  const position = await fill(slice, readEvents(ctx, row, positionOf(row, 'content')))
  return {
    effects: [...slice.effects(), ...(position ? [keepPosition(ctx, row, 'content', position)] : [])],
    progress: { done: position?.offset ?? row.sizeBytes, total: row.sizeBytes },
    isUnfinished: position !== undefined,
  }
}

/** Reads until the slice is full, and says where; undefined at the end of the file. */
async function fill(slice: ContentSlice, events: AsyncGenerator<WxrEvent>): Promise<WxrPosition | undefined> {
  for await (const event of events) {
    if (event.type === 'item') await slice.take(event.item)
    if (slice.isFull && 'position' in event && event.position) return event.position
  }
  return undefined
}
