import * as z from 'zod/mini'
import { block } from '../block.ts'
import { SectionHead } from '../parts.tsx'
import { area, choice, line } from '../properties.ts'

export const grid = block({
  type: 'grid',
  version: 1,
  label: 'Grid',
  summary: 'Any blocks side by side; they move below one another where it gets narrow.',
  category: 'structure',
  icon: 'grid',
  slots: { items: 'Cells' },
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    columns: choice('Columns', ['2', '3', '4'], '3'),
    gap: choice('Space between', ['small', 'medium', 'large'], 'medium'),
  }),
  component: ({ heading, text, columns, gap, slots, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="grid" data-columns={columns} data-gap={gap} data-slot="items">
        {slots.items}
      </div>
    </>
  ),
})
