import { and, eq, sql } from 'drizzle-orm'
import { importItems, imports } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { idAt, idFollowing } from '../core/ids.ts'
import type { RunState } from '../runs/run-definition.ts'
import type { WxrPosition } from './wordpress/wxr-events.ts'

export type ImportRow = typeof imports.$inferSelect
export type ItemRow = typeof importItems.$inferSelect
export type NewItem = typeof importItems.$inferInsert

/** The two readings of the file: what there is, then what it says. */
export type Pass = 'inventory' | 'content'

export async function readImport(ctx: Context, run: RunState): Promise<ImportRow> {
  const id = run.subjectId ?? ''
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id))
  if (!row) throw notFound('Import', id)
  return row
}

// safe: written by `keepPosition` and nowhere else
export const positionOf = (row: ImportRow, pass: Pass) => row.positions[pass] as WxrPosition | undefined

export const keepPosition = (ctx: Context, { id }: ImportRow, pass: Pass, position: WxrPosition) =>
  ctx.db
    .update(imports)
    .set({ positions: sql`${imports.positions} || ${JSON.stringify({ [pass]: position })}::jsonb` })
    .where(eq(imports.id, id))

/** Ids of what an import makes follow from the import and the item, so that doing a slice twice makes nothing twice. */
export const entityIdOf = (row: ImportRow, sourceKey: string) => idFollowing(row.id, sourceKey)

/** The same for what carries a date of its own: it sorts among the site's by that. */
export function datedEntityIdOf(
  row: ImportRow,
  sourceKey: string,
  date: string | undefined,
): Promise<string> {
  return date ? idAt(new Date(date), row.id, sourceKey) : entityIdOf(row, sourceKey)
}

/** Columns every row beside an import shares with it. */
export const ownerOf = ({ clientId, siteId }: ImportRow) => ({ clientId, siteId })

export async function newItem(
  row: ImportRow,
  item: Pick<NewItem, 'kind' | 'sourceKey' | 'outcome'> & Partial<NewItem>,
): Promise<NewItem> {
  return { id: await idFollowing(row.id, 'item', item.sourceKey), importId: row.id, ...ownerOf(row), ...item }
}

/** Adds items, once each. */
export const addItems = (ctx: Context, items: NewItem[]) =>
  items.length === 0 ? [] : [ctx.db.insert(importItems).values(items).onConflictDoNothing()]

/**
 * What earlier imports of the same site into this one brought, by source key: those things are here already.
 * What was undone is not counted.
 */
export async function readEarlier(ctx: Context, row: ImportRow): Promise<Map<string, ItemRow>> {
  const address = String(row.source?.link ?? '')
  const rows = await ctx.db
    .select({ item: importItems })
    .from(importItems)
    .innerJoin(imports, eq(imports.id, importItems.importId))
    .where(
      and(
        eq(importItems.siteId, row.siteId),
        sql`${imports.id} <> ${row.id} and ${imports.status} in ('done', 'failed', 'running') and ${imports.source} ->> 'link' = ${address}`,
        // A file that could not be fetched yet has its place here all the same.
        sql`(${importItems.outcome} in ('imported', 'merged') or ${importItems.entity} = 'assets') and ${importItems.entityId} is not null`,
      ),
    )
    .orderBy(importItems.id)
  return new Map(rows.map(({ item }) => [item.sourceKey, item]))
}

/** The name each kind goes by in the reconciliation. */
export const kindOf = (type: string) => (type === 'nav_menu_item' ? 'menu item' : type)
