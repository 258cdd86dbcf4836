import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Heading, Text } from '../parts.tsx'
import { area, line } from '../properties.ts'

export const heading = block({
  type: 'heading',
  version: 1,
  label: 'Section heading',
  summary: 'A heading of its own, with a line above and an introduction below.',
  category: 'content',
  icon: 'heading',
  props: z.object({
    eyebrow: line('Line above', '', 60),
    heading: line('Heading', 'What comes next', 90),
    text: area('Introduction', 'A sentence or two that lead over to it.', 400),
  }),
  component: ({ eyebrow, heading, text, level, edit }) => (
    <div class="head">
      {eyebrow && (
        <p class="eyebrow" {...edit('eyebrow')}>
          {eyebrow}
        </p>
      )}
      {heading && (
        <Heading level={level} class={level === 1 ? 'display' : 'title'} {...edit('heading')}>
          {heading}
        </Heading>
      )}
      <Text class="lead" text={text} {...edit('text')} />
    </div>
  ),
})
