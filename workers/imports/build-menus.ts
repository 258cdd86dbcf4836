import { and, eq, inArray, sql } from 'drizzle-orm'
import { importItems, menus } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'
import type { RunState, StepResult } from '../runs/run-definition.ts'
import type { MenuItem } from '../sites/snapshot.contract.ts'
import { entityIdOf, ownerOf, readImport } from './import-rows.ts'
import { readLookups } from './lookups.ts'
import { buildMenus, type MenuEntry, type MenuSource } from './wordpress/menus.ts'

/** Step: menus as trees that lead to the new addresses. They stand beside the site's own until someone chooses them. */
export async function bringMenus(ctx: Context, run: RunState): Promise<StepResult> {
  const row = await readImport(ctx, run)
  const items = await ctx.db
    .select()
    .from(importItems)
    .where(and(eq(importItems.importId, row.id), inArray(importItems.kind, ['menu item', 'term'])))
  // safe: the inventory wrote the menu source as facts
  const sources = items
    .filter(({ kind, outcome }) => kind === 'menu item' && outcome === 'failed')
    .map(({ facts }) => facts as unknown as MenuSource)
  const { menuTargets } = await readLookups(ctx, row)
  const built = buildMenus(sources, menuTargets)

  const rows = await Promise.all(
    built.map(async ({ slug, name, entries }) => ({
      ...{ id: await entityIdOf(row, `menu:${slug}`), ...ownerOf(row) },
      ...{ location: `wordpress:${slug}`, name: name || slug, items: entries.map(toMenuItem) },
    })),
  )
  const skipped = new Map(
    built.flatMap((menu) =>
      menu.skipped.map(({ sourceId, reason }) => [`nav_menu_item:${sourceId}`, reason]),
    ),
  )
  const settled = await Promise.all(
    items
      .filter(
        ({ outcome, kind, facts }) =>
          outcome === 'failed' && (kind === 'menu item' || facts.taxonomy === 'nav_menu'),
      )
      .map(async ({ sourceKey, kind, facts }) => ({
        key: sourceKey,
        reason: skipped.get(sourceKey) ?? '',
        menu: await entityIdOf(row, `menu:${kind === 'term' ? facts.slug : facts.menu}`),
      })),
  )
  return {
    effects: [
      ...(rows.length > 0 ? [ctx.db.insert(menus).values(rows).onConflictDoNothing()] : []),
      ...settle(ctx, row.id, settled),
    ],
    message: `${rows.length} menus`,
  }
}

function toMenuItem({ label, href, children }: MenuEntry): MenuItem {
  return { label, href, ...(children.length > 0 ? { children: children.map(toMenuItem) } : {}) }
}

interface Settled {
  key: string
  /** Why it was left out; empty when it was not. */
  reason: string
  menu: string
}

function settle(ctx: Context, importId: string, settled: Settled[]): Statement[] {
  if (settled.length === 0) return []
  const column = (name: keyof Settled) => sql.param(settled.map((each) => each[name]))
  return [
    ctx.db.execute(sql`
      update import_items i set reason = s.reason,
        outcome = case when s.reason = '' then 'imported' else 'skipped' end,
        entity = case when s.reason = '' then 'menus' end, entity_id = case when s.reason = '' then s.menu end
      from unnest(${column('key')}::text[], ${column('reason')}::text[], ${column('menu')}::uuid[]) as s (key, reason, menu)
      where i.import_id = ${importId} and i.source_key = s.key`),
  ]
}
