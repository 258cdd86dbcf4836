import * as z from 'zod/mini'
import { block } from '../block.ts'
import { iconOutline } from '../icons.ts'
import { Missing } from '../parts.tsx'
import { choice, line, list } from '../properties.ts'
import { safeHref } from '../safe-href.ts'
import { networkOf } from './networks.ts'

export const socialLinks = block({
  type: 'social-links',
  version: 1,
  label: 'Social links',
  summary: 'Where else to find you, each with the sign of its network.',
  category: 'business',
  icon: 'social-links',
  props: z.object({
    look: choice('Look', ['icons', 'names'], 'names'),
    items: list(
      'Links',
      'Link',
      { href: line('Address', '', 200), label: line('Name; otherwise the network’s', '', 40) },
      [
        { href: 'https://www.instagram.com/' },
        { href: 'https://www.facebook.com/' },
        { href: 'https://www.linkedin.com/' },
        { href: 'https://www.youtube.com/' },
      ],
    ),
  }),
  component: ({ look, items, edit }) => {
    const links = items.flatMap(({ href, label }, index) => {
      const network = networkOf(href)
      const safe = safeHref(href)
      return safe ? [{ href: safe, index, network, name: label || network?.name || hostOf(href) }] : []
    })
    if (links.length === 0) return <Missing edit={edit} icon="globe" text="Add the address of a profile." />
    return (
      <ul class="social-links" data-look={look}>
        {links.map(({ href, index, network, name }) => (
          <li key={index}>
            <a href={href} rel="me">
              <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d={network?.outline ?? iconOutline('globe')} />
              </svg>
              <span class={look === 'icons' ? 'hidden' : undefined} {...edit(`items.${index}.label`)}>
                {name}
              </span>
            </a>
          </li>
        ))}
      </ul>
    )
  },
})

const hostOf = (href: string): string =>
  URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') || href : href
