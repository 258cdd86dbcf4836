import * as z from 'zod/mini'
import { homeOf, type MenuItem } from '#workers/sites/snapshot.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { LanguageMenu, speaksSeveral } from '../language-switch/language-links.tsx'
import { Button, hasPhoto, hasTarget, Photo } from '../parts.tsx'
import { choice, line, link, picture, toggle } from '../properties.ts'
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
    languages: choice('Languages', ['codes', 'names', 'none'], 'codes'),
  }),
  component: ({ brand, logo, hasMark, cta, languages, site, page, edit }) => {
    const name = brand || site.name
    const words = wordsFor(site.locale)
    const items = site.menus.primary
    const home = homeOf(site)
    return (
      <div class="bar">
        <a class="brand" href={home}>
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
            <MenuList items={items} path={page.path} home={home} isWide />
          </nav>
        )}
        {languages !== 'none' && speaksSeveral(page) && (
          <LanguageMenu site={site} page={page} look={languages} />
        )}
        <Button link={cta} look="small" {...edit('cta.label')} />
        {items.length > 0 && (
          <details class="phone-menu">
            <summary>
              <span class="lines" aria-hidden="true" />
              {words.menu}
            </summary>
            <nav aria-label={words.menu}>
              <MenuList items={items} path={page.path} home={home} />
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

interface MenuProps {
  items: MenuItem[]
  path: string
  home: string
  isWide?: boolean
}

function MenuList({ items, path, home, isWide = false }: MenuProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.label}>
          {item.children?.length ? (
            <Group item={item} path={path} home={home} isWide={isWide} />
          ) : (
            <MenuLink item={item} path={path} home={home} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Items below an item: a disclosure in the bar, and simply indented in the phone's menu. */
type ItemProps = Omit<MenuProps, 'items'> & { item: MenuItem }

function Group({ item, path, home, isWide = false }: ItemProps) {
  const children = item.children ?? []
  const own = safeHref(item.href) && item.href !== '#' ? [{ label: item.label, href: item.href }] : []
  if (isWide) {
    return (
      <details name="menu">
        <summary>{item.label}</summary>
        <MenuList items={[...own, ...children.map(withoutChildren)]} path={path} home={home} />
      </details>
    )
  }
  return (
    <>
      {own.length > 0 ? <MenuLink item={item} path={path} home={home} /> : <span>{item.label}</span>}
      <MenuList items={children.map(withoutChildren)} path={path} home={home} />
    </>
  )
}

const withoutChildren = ({ label, href }: MenuItem): MenuItem => ({ label, href })

function MenuLink({ item, path, home }: ItemProps) {
  return (
    <a href={safeHref(item.href)} aria-current={currentness(item.href, path, home)}>
      {item.label}
    </a>
  )
}

/** Whether a link leads to this page, or to what this page is a part of. */
function currentness(href: string, path: string, home: string): 'page' | 'true' | undefined {
  if (href === path) return 'page'
  return href !== home && path.startsWith(`${href}/`) ? 'true' : undefined
}
