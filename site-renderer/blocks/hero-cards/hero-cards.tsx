import * as z from 'zod/mini'
import { block } from '../block.ts'
import { HeroWords, heroWords } from '../hero/hero-words.tsx'
import { below, Heading, Icon, lines } from '../parts.tsx'
import { area, icon, line, link, list } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const heroCards = block({
  type: 'hero-cards',
  version: 1,
  label: 'Hero with cards',
  summary: 'Opens a page with a headline and the few ways on from there as cards.',
  category: 'hero',
  icon: 'hero-cards',
  uses: ['hero'],
  props: z.object({
    ...heroWords,
    cards: list(
      'Cards',
      'Card',
      {
        icon: icon('Icon', 'arrow'),
        title: line('Title', 'New card', 60),
        text: area('Text', '', 160),
        link: link('Link'),
      },
      [
        {
          icon: 'calendar',
          title: 'Come by',
          text: 'See when we are open and how to find us.',
          link: { label: 'Find us', href: '/contact' },
        },
        {
          icon: 'chat',
          title: 'Ask us',
          text: 'Tell us what you need and hear back within a day.',
          link: { label: 'Write to us', href: '/contact' },
        },
        {
          icon: 'star',
          title: 'Look around',
          text: 'What we have done for people like you.',
          link: { label: 'See our work', href: '/' },
        },
      ],
    ),
  }),
  component: ({ cards, level, edit, ...words }) => (
    <div class="hero">
      <HeroWords {...words} level={level} edit={edit} />
      <ul class="hero-cards">
        {cards.map((card, index) => (
          <li key={index}>
            <Icon name={card.icon} />
            <Heading level={below(level, words.heading)} class="subtitle" {...edit(`cards.${index}.title`)}>
              {safeHref(card.link.href) ? <a href={safeHref(card.link.href)}>{card.title}</a> : card.title}
            </Heading>
            {card.text && <p {...edit(`cards.${index}.text`)}>{lines(card.text)}</p>}
            {card.link.label && safeHref(card.link.href) && (
              <span class="more" aria-hidden="true">
                {card.link.label}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  ),
})
