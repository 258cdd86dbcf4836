import * as z from 'zod/mini'
import { homeOf } from '#workers/sites/snapshot.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { block, type SiteView } from '../block.ts'
import { findItem } from '../menu-items.ts'
import { line } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const breadcrumbs = block({
  type: 'breadcrumbs',
  version: 1,
  label: 'Breadcrumbs',
  summary: 'The way from the home page to this one.',
  category: 'structure',
  icon: 'breadcrumbs',
  styles: ['tone', 'width', 'align'],
  props: z.object({
    home: line('First link; otherwise “Home page”', '', 40),
    current: line('This page; otherwise its name in the menu', '', 80),
  }),
  component: ({ home, current, site, page, edit }) => {
    const words = wordsFor(site.locale)
    const trail = trailOf(page.path, site)
    const last = trail.pop()
    return (
      <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
        <ol>
          <li>
            <a href={homeOf(site)} {...edit('home')}>
              {home || words.home}
            </a>
          </li>
          {trail.map(({ label, href }) => (
            <li key={label}>{href ? <a href={safeHref(href)}>{label}</a> : label}</li>
          ))}
          {last && (
            <li>
              <span aria-current="page" {...edit('current')}>
                {current || last.label}
              </span>
            </li>
          )}
        </ol>
      </nav>
    )
  },
})

interface Step {
  label: string
  href?: string
}

/** The parts of a path by their names in the menu; only those are linked, as nothing else says that there is a page. */
function trailOf(path: string, { menus, prefix = '' }: Pick<SiteView, 'menus' | 'prefix'>): Step[] {
  const parts = path.slice(prefix.length).split('/').filter(Boolean)
  return parts.map((part, index) => {
    const href = `${prefix}/${parts.slice(0, index + 1).join('/')}`
    const item = findItem(href, menus.primary)
    return item ? { label: item.label, href } : { label: readable(part) }
  })
}

const readable = (part: string): string => {
  const words = part.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
