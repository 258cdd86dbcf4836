import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Icon, SectionHead } from '../parts.tsx'
import { area, choice, line, list } from '../properties.ts'

export const checklist = block({
  type: 'checklist',
  version: 1,
  label: 'Checklist',
  summary: 'Short points with ticks, in one, two or three columns.',
  category: 'lists',
  icon: 'checklist',
  props: z.object({
    heading: line('Heading', 'What you get', 90),
    text: area('Introduction', '', 300),
    columns: choice('Columns', ['1', '2', '3'], '2'),
    items: list(
      'Points',
      'Point',
      { text: line('Text', 'New point', 120), note: line('Below it', '', 160) },
      [
        { text: 'A visit on site', note: 'Within a week of your call.' },
        { text: 'A written offer', note: 'With a price that holds.' },
        { text: 'One person to talk to', note: 'From the first day to the last.' },
        { text: 'Everything left clean', note: 'We take what we unpack.' },
      ],
    ),
  }),
  component: ({ heading, text, columns, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ul class="checklist" data-columns={columns}>
        {items.map((item, index) => (
          <li key={index}>
            <Icon name="check" />
            <p>
              <b {...edit(`items.${index}.text`)}>{item.text}</b>
              {item.note && <span {...edit(`items.${index}.note`)}>{item.note}</span>}
            </p>
          </li>
        ))}
      </ul>
    </>
  ),
})
