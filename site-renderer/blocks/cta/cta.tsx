import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Buttons, SectionHead } from '../parts.tsx'
import { area, line, link } from '../properties.ts'

export const cta = block({
  type: 'cta',
  version: 1,
  label: 'Call to action',
  summary: 'One sentence and a button that say what to do next.',
  category: 'sections',
  icon: 'cta',
  props: z.object({
    heading: line('Heading', 'Ready when you are', 90),
    text: area('Text', '', 240),
    primary: link('Main button', { label: 'Get in touch', href: '/contact' }),
    secondary: link('Second button'),
  }),
  component: ({ heading, text, primary, secondary, level, edit }) => (
    <div class="cta">
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <Buttons primary={primary} secondary={secondary} edit={edit} />
    </div>
  ),
})
