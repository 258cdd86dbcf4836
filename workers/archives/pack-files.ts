import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { assets } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { ArchivedFile } from './archive-format.contract.ts'

/** The files of a site whose bytes are here, and where those lie. */
export async function packFiles(
  ctx: Context,
  siteId: string,
): Promise<{ file: ArchivedFile; objectKey: string }[]> {
  const rows = await ctx.db
    .select()
    .from(assets)
    .where(
      and(
        eq(assets.siteId, siteId),
        isNull(assets.deletedAt),
        eq(assets.status, 'ready'),
        sql`object_key is not null`,
      ),
    )
    .orderBy(asc(assets.id))
  return rows.map(
    ({ id, fileName, title, alt, caption, width, height, focusX, focusY, tags, objectKey }) => ({
      file: { id, fileName, title, alt, caption, width, height, focus: { x: focusX, y: focusY }, tags },
      objectKey: objectKey ?? '',
    }),
  )
}
