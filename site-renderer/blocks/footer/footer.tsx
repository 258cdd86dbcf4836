import * as z from 'zod/mini'
import type { Business, MenuItem } from '#workers/sites/snapshot.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { block, type SiteView } from '../block.ts'
import { lines } from '../parts.tsx'
import { area, choice, line } from '../properties.ts'
import { phoneHref, phoneText, safeHref } from '../safe-href.ts'

export const footer = block({
  type: 'footer',
  version: 1,
  label: 'Footer',
  summary: 'Menu, details and copyright, at the end of every page.',
  category: 'structure',
  icon: 'footer',
  styles: ['tone', 'padding', 'width'],
  props: z.object({
    variant: choice('Layout', ['columns', 'line', 'centred'], 'columns'),
    text: area('Text', '', 240),
    legal: line('After the copyright', '', 120),
  }),
  component: ({ variant, text, legal, site, page, edit }) => (
    <div class="foot" data-variant={variant}>
      {variant !== 'line' && (
        <div class="about">
          <p class="name">{site.business.name || site.name}</p>
          {text && <p {...edit('text')}>{lines(text)}</p>}
        </div>
      )}
      <FooterMenu site={site} />
      {variant !== 'line' && <Reach business={site.business} />}
      <p class="legal">
        © {page.year} {site.business.name || site.name}
        {legal && <span {...edit('legal')}> {legal}</span>}
      </p>
    </div>
  ),
})

function FooterMenu({ site }: { site: SiteView }) {
  const items = site.menus.footer
  if (items.length === 0) return null
  const groups = items.filter((item) => item.children?.length)
  const single = items.filter((item) => !item.children?.length)
  return (
    <nav aria-label={wordsFor(site.locale).footer}>
      {single.length > 0 && <Links items={single} />}
      {groups.map((group) => (
        <div key={group.label}>
          <p class="group">{group.label}</p>
          <Links items={group.children ?? []} />
        </div>
      ))}
    </nav>
  )
}

function Links({ items }: { items: MenuItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.label}>
          <a href={safeHref(item.href)}>{item.label}</a>
        </li>
      ))}
    </ul>
  )
}

function Reach({ business: { email, phone, address, hours } }: { business: Business }) {
  if (!email && !phone && !address && !hours) return null
  return (
    <address>
      {address && <p>{lines(address)}</p>}
      {hours && <p>{lines(hours)}</p>}
      {(phone || email) && (
        <p>
          {phone && <a href={phoneHref(phone)}>{phoneText(phone)}</a>}
          {email && <a href={`mailto:${email}`}>{email}</a>}
        </p>
      )}
    </address>
  )
}
