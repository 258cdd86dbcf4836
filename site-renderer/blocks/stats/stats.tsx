import * as z from 'zod/mini'
import { block } from '../block.ts'
import { SectionHead } from '../parts.tsx'
import { line, list } from '../properties.ts'

export const stats = block({
  type: 'stats',
  version: 1,
  label: 'Figures',
  summary: 'A few large figures and what they count.',
  category: 'sections',
  icon: 'stats',
  props: z.object({
    heading: line('Heading', '', 90),
    items: list(
      'Figures',
      'Figure',
      { value: line('Figure', '0', 16), label: line('What it counts', 'of something', 60) },
      [
        { value: '12', label: 'years in business' },
        { value: '40+', label: 'projects a year' },
        { value: '1', label: 'person to talk to' },
      ],
    ),
  }),
  component: ({ heading, items, level, edit }) => (
    <>
      <SectionHead heading={heading} level={level} edit={edit} />
      <dl class="stats">
        {items.map((item, index) => (
          <div key={index}>
            <dt {...edit(`items.${index}.label`)}>{item.label}</dt>
            <dd {...edit(`items.${index}.value`)}>{item.value}</dd>
          </div>
        ))}
      </dl>
    </>
  ),
})
