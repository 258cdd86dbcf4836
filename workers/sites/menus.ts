import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { menus, sites } from '#db/schema/index.ts'
import type { MenuChoices } from '#db/schema/sites.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { type Menu, MenuPlace, type menusApi } from './menus.contract.ts'
import type { MenuItem } from './snapshot.contract.ts'
import { clientOfSite } from './websites.ts'

type MenuRow = typeof menus.$inferSelect

export async function listMenus(ctx: Context, siteId: string) {
  const [[site], rows] = await ctx.db.batch([selectChoices(ctx, siteId), selectMenus(ctx, siteId)])
  if (!site) throw notFound('Website', siteId)
  return presentMenus(site.menuChoices, rows)
}

export async function chooseMenus(ctx: Context, siteId: string, choices: BodyOf<typeof menusApi.choose>) {
  const wanted = [...new Set(Object.values(choices).filter((id) => id !== undefined))]
  const areThere = sql`(select count(*) from ${menus} where ${and(eq(menus.siteId, siteId), inArray(menus.id, wanted))}) = ${wanted.length}`
  const [, , , , [site], rows] = await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    expect(ctx, areThere, '404', 'The website has no such menu.'),
    ctx.db
      .update(sites)
      .set({
        menuChoices: sql`${sites.menuChoices} || ${JSON.stringify(choices)}::jsonb`,
        contentChangedAt: ctx.now,
      })
      .where(eq(sites.id, siteId)),
    audit(ctx, 'site.menus_chosen', siteId, choices, { clientId: clientOfSite(siteId) }),
    selectChoices(ctx, siteId),
    selectMenus(ctx, siteId),
  ])
  if (!site) throw notFound('Website', siteId)
  return presentMenus(site.menuChoices, rows)
}

/** The menu a place draws: the chosen one, or the place's own where nothing was chosen or an undone import took it away. */
export function menuAt<Row extends Pick<MenuRow, 'id' | 'location'>>(
  place: MenuPlace,
  choices: MenuChoices,
  rows: Row[],
): Row | undefined {
  return rows.find(({ id }) => id === choices[place]) ?? rows.find(({ location }) => location === place)
}

const selectChoices = (ctx: Context, siteId: string) =>
  ctx.db
    .select({ menuChoices: sites.menuChoices })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))

const selectMenus = (ctx: Context, siteId: string) =>
  ctx.db.select().from(menus).where(eq(menus.siteId, siteId)).orderBy(asc(menus.id))

function presentMenus(choices: MenuChoices, rows: MenuRow[]) {
  const items = rows.map(
    (row): Menu => ({
      id: row.id,
      name: row.name,
      isImported: !MenuPlace.safeParse(row.location).success,
      places: MenuPlace.options.filter((place) => menuAt(place, choices, rows) === row),
      // safe: menus are only written from templates and imports, which are typed
      entries: flatten(row.items as MenuItem[]),
    }),
  )
  return { items }
}

function flatten(items: MenuItem[], depth = 0): Menu['entries'] {
  return items.flatMap(({ label, href, children = [] }) => [
    { label, href, depth },
    ...flatten(children, depth + 1),
  ])
}
