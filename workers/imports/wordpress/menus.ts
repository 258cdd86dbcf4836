import { textOf } from '#workers/content/plain-text.ts'
import { safeUrl } from '#workers/content/safe-url.ts'
import { metaOf } from './attachments.ts'
import type { WxrItem } from './wxr-events.ts'

/** What of a menu item is kept until all targets are known. */
export interface MenuSource {
  id: number
  /** Slug of the menu. */
  menu: string
  menuName: string
  title: string
  parentId: number
  order: number
  /** `post_type`, `taxonomy`, `custom` or `post_type_archive`. */
  type: string
  /** `page`, `post`, `category`, …; the number is that of the post or term. */
  object: string
  objectId: number
  url: string
  opensWindow: boolean
}

export interface MenuTarget {
  href: string
  title: string
}
/** Where the old site's things are on the new one; undefined for what was not imported. */
export interface MenuTargets {
  post: (id: number) => MenuTarget | undefined
  term: (taxonomy: string, id: number) => MenuTarget | undefined
  /** The new address of an old one, or the same when it leads elsewhere. */
  url: (url: string) => string
}
export interface MenuEntry {
  sourceId: number
  label: string
  href: string
  opensWindow: boolean
  children: MenuEntry[]
}
export interface Menu {
  slug: string
  name: string
  entries: MenuEntry[]
  skipped: { sourceId: number; reason: string }[]
}

export function menuSourceOf(item: WxrItem): MenuSource | undefined {
  const menu = item.terms.find(({ taxonomy }) => taxonomy === 'nav_menu')
  if (item.id === undefined || !menu) return undefined
  return {
    id: item.id,
    menu: menu.slug,
    menuName: menu.name,
    title: textOf(item.title).replaceAll('\n', ' '),
    parentId: Number(metaOf(item, '_menu_item_menu_item_parent')) || 0,
    order: item.menuOrder,
    type: metaOf(item, '_menu_item_type').trim(),
    object: metaOf(item, '_menu_item_object').trim(),
    objectId: Number(metaOf(item, '_menu_item_object_id')) || 0,
    url: metaOf(item, '_menu_item_url').trim(),
    opensWindow: metaOf(item, '_menu_item_target').trim() === '_blank',
  }
}

/** The menus of an export as trees in their own order. Items below a missing one, or in a circle, stand at the top. */
export function buildMenus(sources: Iterable<MenuSource>, targets: MenuTargets): Menu[] {
  const menus = new Map<string, { name: string; items: Map<number, MenuSource> }>()
  for (const source of sources) {
    const menu = menus.get(source.menu) ?? { name: source.menuName, items: new Map() }
    menu.items.set(source.id, source)
    menus.set(source.menu, menu)
  }
  return [...menus].map(([slug, { name, items }]) => ({ slug, name, ...treeOf(items, targets) }))
}

function treeOf(
  items: ReadonlyMap<number, MenuSource>,
  targets: MenuTargets,
): Pick<Menu, 'entries' | 'skipped'> {
  const ordered = [...items.values()].sort((a, b) => a.order - b.order || a.id - b.id)
  const children = new Map<number, MenuSource[]>()
  for (const item of ordered) {
    const parent = isRooted(item, items) && items.has(item.parentId) ? item.parentId : 0
    const siblings = children.get(parent) ?? []
    siblings.push(item)
    children.set(parent, siblings)
  }
  const skipped: Menu['skipped'] = []
  const entriesBelow = (parent: number): MenuEntry[] =>
    (children.get(parent) ?? []).flatMap((item) => entryOf(item, entriesBelow(item.id), { targets, skipped }))
  return { entries: entriesBelow(0), skipped }
}

/** Whether its line of parents ends; the bound also keeps trees shallow. */
function isRooted(item: MenuSource, items: ReadonlyMap<number, MenuSource>): boolean {
  let at: MenuSource | undefined = item
  for (let step = 0; step < 12 && at; step++) at = items.get(at.parentId)
  return at === undefined
}

interface Building {
  targets: MenuTargets
  skipped: Menu['skipped']
}

/** Without a target an item that holds others stays as their heading; one that holds none is left out. */
function entryOf(item: MenuSource, children: MenuEntry[], { targets, skipped }: Building): MenuEntry[] {
  const target = targetOf(item, targets)
  const label = item.title || target?.title || ''
  if ((!target && children.length === 0) || label === '') {
    skipped.push({ sourceId: item.id, reason: reasonFor(item, label) })
    return children
  }
  return [{ sourceId: item.id, label, href: target?.href ?? '#', opensWindow: item.opensWindow, children }]
}

function targetOf(item: MenuSource, targets: MenuTargets): MenuTarget | undefined {
  if (item.type === 'post_type') return targets.post(item.objectId)
  if (item.type === 'taxonomy') return targets.term(item.object, item.objectId)
  const href = safeUrl(item.url, 'link')
  return href === undefined ? undefined : { href: targets.url(href), title: '' }
}

function reasonFor(item: MenuSource, label: string): string {
  if (label === '') return 'It has no label.'
  if (item.type === 'post_type' || item.type === 'taxonomy')
    return `It leads to a ${item.object || 'thing'} that was not imported.`
  return `Its address “${item.url.slice(0, 200)}” cannot be linked to.`
}
