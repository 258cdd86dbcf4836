import * as z from 'zod'
import type { MenuItem } from '#workers/sites/snapshot.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { Button, hasPhoto, hasTarget, Photo } from '../parts.tsx'
import { line, link, picture, toggle } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const navigation = block({
  type: 'navigation',
  version: 1,
  label: 'Navigation',
  summary: 'Name or logo, menu and a button, at the top of every page.',
  category: 'structure',
  icon: 'menu',
  styles: ['tone', 'width'],
  props: z.object({
    brand: line('Name', '', 60),
    logo: picture('Logo'),
    hasMark: toggle('Show a mark beside the name', true),
    cta: link('Button'),
  }),
  component: ({ brand, logo, hasMark, cta, site, page, edit }) => {
    const name = brand || site.name
    const words = wordsFor(site.locale)
    const items = site.menus.primary
    return (
      <div class="bar">
        <a class="brand" href="/">
          {hasPhoto(logo) ? (
            <Photo image={{ ...logo, alt: logo.alt || name }} isFirst />
          ) : (
            <>
              {hasMark && <Mark name={name} />}
              <span {...edit('brand')}>{name}</span>
            </>
          )}
        </a>
        {items.length > 0 && (
          <nav class="wide-menu" aria-label={words.main}>
            <MenuList items={items} path={page.path} isWide />
          </nav>
        )}
        <Button link={cta} look="small" {...edit('cta.label')} />
        {items.length > 0 && (
          <details class="phone-menu">
            <summary>
              <span class="lines" aria-hidden="true" />
              {words.menu}
            </summary>
            <nav aria-label={words.main}>
              <MenuList items={items} path={page.path} />
              {hasTarget(cta) && <Button link={cta} />}
            </nav>
          </details>
        )}
      </div>
    )
  },
})

function Mark({ name }: { name: string }) {
  return (
    <span class="mark" aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase()}
    </span>
  )
}

function MenuList({ items, path, isWide = false }: { items: MenuItem[]; path: string; isWide?: boolean }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.label}>
          {item.children?.length ? (
            <Group item={item} path={path} isWide={isWide} />
          ) : (
            <MenuLink item={item} path={path} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Items below an item: a disclosure in the bar, and simply indented in the phone's menu. */
function Group({ item, path, isWide }: { item: MenuItem; path: string; isWide: boolean }) {
  const children = item.children ?? []
  const own = safeHref(item.href) && item.href !== '#' ? [{ label: item.label, href: item.href }] : []
  if (isWide) {
    return (
      <details name="menu">
        <summary>{item.label}</summary>
        <MenuList items={[...own, ...children.map(withoutChildren)]} path={path} />
      </details>
    )
  }
  return (
    <>
      {own.length > 0 ? <MenuLink item={item} path={path} /> : <span>{item.label}</span>}
      <MenuList items={children.map(withoutChildren)} path={path} />
    </>
  )
}

const withoutChildren = ({ label, href }: MenuItem): MenuItem => ({ label, href })

function MenuLink({ item, path }: { item: MenuItem; path: string }) {
  return (
    <a href={safeHref(item.href)} aria-current={currentness(item.href, path)}>
      {item.label}
    </a>
  )
}

/** Whether a link leads to this page, or to what this page is a part of. */
function currentness(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page'
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined
}
