import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import type { ImportRow } from './import-rows.ts'
import type { WxrEvent, WxrPosition } from './wordpress/wxr-events.ts'
import { WxrProblem } from './wordpress/wxr-problem.ts'
import { readWxr } from './wordpress/wxr-reader.ts'

/**
 * The events of an uploaded export from where an earlier slice stopped. The file is streamed from R2: memory holds one item
 * of it. What is no export at all is a sentence for the person who chose the file.
 */
export async function* readEvents(
  ctx: Context,
  row: ImportRow,
  from: WxrPosition | undefined,
): AsyncGenerator<WxrEvent> {
  const offset = from?.offset ?? 0
  if (from && offset >= row.sizeBytes) return
  const file = await ctx.ports.files.get(row.objectKey, offset > 0 ? { offset } : undefined)
  if (!file) throw new DomainError('conflict', 'The uploaded file is not here any more. Upload it again.')
  try {
    yield* readWxr(file.body, from ? { from } : {})
  } catch (error) {
    if (!(error instanceof WxrProblem)) throw error
    throw new DomainError('invalid_input', error.message, { cause: error })
  }
}
