import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, hasPhoto, Photo, SectionHead, Text } from '../parts.tsx'
import { area, line, list, picture } from '../properties.ts'

export const timeline = block({
  type: 'timeline',
  version: 1,
  label: 'Timeline',
  summary: 'What happened when, along a line.',
  category: 'sections',
  icon: 'timeline',
  props: z.object({
    heading: line('Heading', 'How we got here', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Entries',
      'Entry',
      {
        date: line('When', '', 40),
        title: line('Title', 'New entry', 80),
        text: area('Text', '', 400),
        image: picture('Picture'),
      },
      [
        { date: '1998', title: 'A workshop for two', text: 'It begins in a rented garage, with one order.' },
        { date: '2009', title: 'The first apprentice', text: 'She runs the workshop today.' },
        { date: '2017', title: 'Our own roof', text: 'We move to the old dairy by the river.' },
        { date: 'Today', title: 'Fourteen people', text: 'And still one telephone number for everything.' },
      ],
    ),
  }),
  component: ({ heading, text, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ol class="timeline">
        {items.map((item, index) => (
          <li key={index}>
            {item.date && (
              <p class="when" {...edit(`items.${index}.date`)}>
                {item.date}
              </p>
            )}
            <div>
              <Heading level={below(level, heading)} class="subtitle" {...edit(`items.${index}.title`)}>
                {item.title}
              </Heading>
              <Text text={item.text} {...edit(`items.${index}.text`)} />
              {hasPhoto(item.image) && <Photo image={item.image} />}
            </div>
          </li>
        ))}
      </ol>
    </>
  ),
})
