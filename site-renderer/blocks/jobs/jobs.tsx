import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, lines, More, SectionHead } from '../parts.tsx'
import { area, line, link, list } from '../properties.ts'

export const jobs = block({
  type: 'jobs',
  version: 1,
  label: 'Job openings',
  summary: 'Open positions with place, hours and a link to apply.',
  category: 'business',
  icon: 'jobs',
  props: z.object({
    heading: line('Heading', 'Work with us', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Positions',
      'Position',
      {
        title: line('Title', 'New position', 80),
        place: line('Place', '', 60),
        hours: line('Hours', '', 60),
        text: area('Text', '', 400),
        link: link('Link', { label: 'Apply', href: '/contact' }),
      },
      [
        {
          title: 'Joiner',
          place: 'Workshop',
          hours: 'Full time',
          text: 'You build what we draw, and tell us when the drawing is wrong.',
        },
        {
          title: 'Apprentice',
          place: 'Workshop and on site',
          hours: 'From September',
          text: 'Three years, four people to learn from, and your own bench from the first day.',
        },
      ],
    ),
    empty: line('When there is none', 'Nothing is open right now. Write to us all the same.', 160),
  }),
  component: ({ heading, text, items, empty, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      {items.length === 0 && empty && <p {...edit('empty')}>{empty}</p>}
      <ul class="jobs">
        {items.map((item, index) => (
          <li key={index}>
            <Heading level={below(level, heading)} class="subtitle" {...edit(`items.${index}.title`)}>
              {item.title}
            </Heading>
            {(item.place || item.hours) && (
              <p class="meta">
                {item.place && <span {...edit(`items.${index}.place`)}>{item.place}</span>}
                {item.hours && <span {...edit(`items.${index}.hours`)}>{item.hours}</span>}
              </p>
            )}
            {item.text && <p {...edit(`items.${index}.text`)}>{lines(item.text)}</p>}
            <More link={item.link} />
          </li>
        ))}
      </ul>
    </>
  ),
})
