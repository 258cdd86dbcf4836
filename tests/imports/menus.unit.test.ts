import { describe, expect, test } from 'vitest'
import {
  buildMenus,
  type MenuEntry,
  type MenuSource,
  type MenuTargets,
  menuSourceOf,
} from '#workers/imports/wordpress/menus.ts'
import { metaXml, readItem } from './wxr-fixtures.ts'

const source = (id: number, more: Partial<MenuSource> = {}): MenuSource => ({
  id,
  menu: 'main',
  menuName: 'Main',
  title: '',
  parentId: 0,
  order: id,
  type: 'custom',
  object: 'custom',
  objectId: 0,
  url: 'https://else.example/',
  opensWindow: false,
  ...more,
})
const targets: MenuTargets = {
  post: (id) => (id === 10 ? { href: '/about', title: 'About' } : undefined),
  term: (taxonomy, id) =>
    taxonomy === 'category' && id === 5 ? { href: '/category/bread', title: 'Bread' } : undefined,
  url: (url) => url.replace('https://old.example', ''),
}
const shape = (entries: MenuEntry[]): unknown[] =>
  entries.map(({ label, href, children }) =>
    children.length > 0 ? [label, href, shape(children)] : [label, href],
  )
const first = (...sources: MenuSource[]) => {
  const [menu] = buildMenus(sources, targets)
  return { entries: shape(menu?.entries ?? []), skipped: menu?.skipped ?? [] }
}

describe('menus', () => {
  test('lead to pages, terms and addresses, in their own order', () => {
    expect(
      first(
        source(3, { title: 'Shop', url: 'https://old.example/shop/', order: 3 }),
        source(1, { type: 'post_type', object: 'page', objectId: 10, order: 1 }),
        source(2, { type: 'taxonomy', object: 'category', objectId: 5, title: 'Our bread', order: 2 }),
      ),
    ).toEqual({
      entries: [
        ['About', '/about'],
        ['Our bread', '/category/bread'],
        ['Shop', '/shop/'],
      ],
      skipped: [],
    })
  })

  test('nest, even when a parent comes later', () => {
    expect(
      first(
        source(1, { title: 'C', parentId: 2, order: 3 }),
        source(2, { title: 'B', parentId: 3, order: 2, url: '#' }),
        source(3, { title: 'A', order: 1 }),
      ).entries,
    ).toEqual([['A', 'https://else.example/', [['B', '#', [['C', 'https://else.example/']]]]]])
  })

  test('leave out what leads nowhere, unless it holds others', () => {
    const { entries, skipped } = first(
      source(1, { type: 'post_type', object: 'page', objectId: 99, title: 'Gone' }),
      source(2, { type: 'post_type', object: 'page', objectId: 98, title: 'Heading' }),
      source(3, { title: 'Below', parentId: 2 }),
      source(4, { title: 'Bad', url: 'javascript:alert(1)' }),
      source(5),
    )
    expect(entries).toEqual([['Heading', '#', [['Below', 'https://else.example/']]]])
    expect(skipped).toEqual([
      { sourceId: 1, reason: 'It leads to a page that was not imported.' },
      { sourceId: 4, reason: 'Its address “javascript:alert(1)” cannot be linked to.' },
      { sourceId: 5, reason: 'It has no label.' },
    ])
  })

  test('put items of a missing parent or a circle at the top, once', () => {
    expect(
      first(
        source(1, { title: 'A', parentId: 2 }),
        source(2, { title: 'B', parentId: 1 }),
        source(3, { title: 'C', parentId: 99 }),
      ).entries.map((entry) => (entry as string[])[0]),
    ).toEqual(['A', 'B', 'C'])
  })

  test('are kept apart', () => {
    expect(
      buildMenus(
        [source(1, { title: 'A' }), source(2, { title: 'B', menu: 'foot', menuName: 'Foot' })],
        targets,
      ).map(({ slug, name }) => [slug, name]),
    ).toEqual([
      ['main', 'Main'],
      ['foot', 'Foot'],
    ])
  })

  test('are read from items', async () => {
    const item = await readItem({
      id: 8,
      type: 'nav_menu_item',
      title: 'A &amp; B',
      order: 4,
      more:
        '<category domain="nav_menu" nicename="main">Main</category>' +
        metaXml('_menu_item_type', 'post_type') +
        metaXml('_menu_item_object', 'page') +
        metaXml('_menu_item_object_id', '10') +
        metaXml('_menu_item_menu_item_parent', '7') +
        metaXml('_menu_item_target', '_blank') +
        metaXml('_menu_item_url', ''),
    })
    expect(menuSourceOf(item)).toEqual({
      id: 8,
      menu: 'main',
      menuName: 'Main',
      title: 'A & B',
      parentId: 7,
      order: 4,
      type: 'post_type',
      object: 'page',
      objectId: 10,
      url: '',
      opensWindow: true,
    })
    expect(menuSourceOf(await readItem({ type: 'nav_menu_item' }))).toBeUndefined()
  })
})
