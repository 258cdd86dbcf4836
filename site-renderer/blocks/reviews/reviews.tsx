import * as z from 'zod/mini'
import { fill, wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { iconOutline } from '../icons.ts'
import { Avatar, lines, More, SectionHead } from '../parts.tsx'
import { area, choice, line, link, list, picture } from '../properties.ts'

export const reviews = block({
  type: 'reviews',
  version: 1,
  label: 'Reviews',
  summary: 'What people wrote about you, with stars and where they wrote it.',
  category: 'sections',
  icon: 'reviews',
  props: z.object({
    heading: line('Heading', 'What people write', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Reviews',
      'Review',
      {
        stars: choice('Stars', ['5', '4', '3', '2', '1'], '5'),
        quote: area('Review', 'What they wrote.', 500),
        name: line('Name', '', 60),
        source: line('Where, or when', '', 60),
        image: picture('Portrait'),
      },
      [
        {
          quote: 'Came when they said they would, and left the flat cleaner than they found it.',
          name: 'Jonas Weber',
          source: 'March',
        },
        {
          quote: 'The drawing alone was worth it. The kitchen is better than the drawing.',
          name: 'Ines Duarte',
          source: 'January',
        },
        {
          stars: '4',
          quote: 'A week later than planned, but they called before I had to ask.',
          name: 'Tom Albrecht',
          source: 'November',
        },
      ],
    ),
    link: link('Link to all'),
  }),
  component: ({ heading, text, items, link: more, site, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="reviews">
        {items.map((item, index) => (
          <figure key={index}>
            <Stars count={Number(item.stars)} locale={site.locale} />
            <blockquote {...edit(`items.${index}.quote`)}>{lines(item.quote)}</blockquote>
            {(item.name || item.source) && (
              <figcaption>
                <Avatar name={item.name} image={item.image} />
                <span>
                  {item.name && <b {...edit(`items.${index}.name`)}>{item.name}</b>}
                  {item.source && <span {...edit(`items.${index}.source`)}>{item.source}</span>}
                </span>
              </figcaption>
            )}
          </figure>
        ))}
      </div>
      <More link={more} />
    </>
  ),
})

function Stars({ count, locale }: { count: number; locale: string }) {
  return (
    <p class="stars">
      <span class="hidden">{fill(wordsFor(locale).rating, { count })}</span>
      <svg class="icon" viewBox="0 0 120 24" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((at) => (
          <path
            key={at}
            d={iconOutline('star')}
            transform={`translate(${at * 24})`}
            fill={at < count ? 'currentColor' : undefined}
          />
        ))}
      </svg>
    </p>
  )
}
