import * as z from 'zod/mini'
import type { Business } from '#workers/sites/snapshot.contract.ts'
import { type Words, wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { Icon, lines, Missing, SectionHead } from '../parts.tsx'
import { area, line, toggle } from '../properties.ts'
import { phoneHref, phoneText } from '../safe-href.ts'

export const contactCards = block({
  type: 'contact-cards',
  version: 1,
  label: 'Contact cards',
  summary: 'Phone, email and address of the business as large cards to tap.',
  category: 'business',
  icon: 'contact-cards',
  props: z.object({
    heading: line('Heading', 'Talk to us', 90),
    text: area('Introduction', '', 300),
    hasAddress: toggle('Show the address', true),
  }),
  component: ({ heading, text, hasAddress, site, level, edit }) => {
    const cards = cardsOf(site.business, wordsFor(site.locale)).filter(
      ({ icon }) => hasAddress || icon !== 'pin',
    )
    if (cards.length === 0)
      return (
        <Missing edit={edit} icon="phone" text="Fill in the details of the business, and they stand here." />
      )
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <ul class="contact-cards">
          {cards.map(({ icon, label, value, href }) => (
            <li key={label}>
              <Icon name={icon} />
              <span>{label}</span>
              <a href={href}>{lines(value)}</a>
            </li>
          ))}
        </ul>
      </>
    )
  },
})

function cardsOf({ phone, email, address }: Business, words: Words) {
  const query = encodeURIComponent((address ?? '').replace(/\s*\n\s*/g, ', '))
  return [
    ...(phone
      ? [{ icon: 'phone' as const, label: words.phone, value: phoneText(phone), href: phoneHref(phone) }]
      : []),
    ...(email ? [{ icon: 'mail' as const, label: words.email, value: email, href: `mailto:${email}` }] : []),
    ...(address
      ? [
          {
            icon: 'pin' as const,
            label: words.address,
            value: address,
            href: `https://www.openstreetmap.org/search?query=${query}`,
          },
        ]
      : []),
  ]
}
