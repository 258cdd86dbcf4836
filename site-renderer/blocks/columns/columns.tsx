import * as z from 'zod/mini'
import { block } from '../block.ts'
import { SectionHead } from '../parts.tsx'
import { area, choice, line } from '../properties.ts'

export const columns = block({
  type: 'columns',
  version: 1,
  label: 'Columns',
  summary: 'Two or three columns for other blocks.',
  category: 'structure',
  icon: 'columns',
  slots: { first: 'First column', second: 'Second column', third: 'Third column' },
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    split: choice('Widths', ['even', 'wide-first', 'wide-second', 'three'], 'even'),
  }),
  component: ({ heading, text, split, slots, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="columns" data-split={split}>
        <div data-slot="first">{slots.first}</div>
        <div data-slot="second">{slots.second}</div>
        {split === 'three' && <div data-slot="third">{slots.third}</div>}
      </div>
    </>
  ),
})
