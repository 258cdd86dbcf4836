import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, Icon, lines, More, SectionHead } from '../parts.tsx'
import { area, icon, line, link, list } from '../properties.ts'

export const services = block({
  type: 'services',
  version: 1,
  label: 'Services',
  summary: 'What you offer, row by row, with what it costs and where to read more.',
  category: 'business',
  icon: 'services',
  props: z.object({
    heading: line('Heading', 'What we do', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Services',
      'Service',
      {
        icon: icon('Icon', 'tools'),
        title: line('Title', 'New service', 80),
        text: area('Text', '', 300),
        price: line('Price', '', 40),
        link: link('Link'),
      },
      [
        {
          icon: 'ruler',
          title: 'Planning',
          text: 'We measure, draw and count, until you can see it and know what it costs.',
          price: 'from € 240',
        },
        {
          icon: 'tools',
          title: 'Building',
          text: 'In our own workshop and then at your place, by the same people.',
          price: 'by offer',
        },
        {
          icon: 'heart',
          title: 'Looking after it',
          text: 'Once a year we come by, tighten what is loose and oil what is dry.',
          price: '€ 120 a year',
        },
      ],
    ),
  }),
  component: ({ heading, text, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ul class="services">
        {items.map((item, index) => (
          <li key={index}>
            <Icon name={item.icon} />
            <div>
              <Heading level={below(level, heading)} class="subtitle" {...edit(`items.${index}.title`)}>
                {item.title}
              </Heading>
              {item.text && <p {...edit(`items.${index}.text`)}>{lines(item.text)}</p>}
              <More link={item.link} />
            </div>
            {item.price && (
              <p class="price" {...edit(`items.${index}.price`)}>
                {item.price}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  ),
})
