import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, lines, SectionHead } from '../parts.tsx'
import { area, line, list } from '../properties.ts'

export const steps = block({
  type: 'steps',
  version: 1,
  label: 'Steps',
  summary: 'How it works, one numbered step after the other.',
  category: 'sections',
  icon: 'steps',
  props: z.object({
    heading: line('Heading', 'How it works', 90),
    text: area('Introduction', '', 300),
    items: list('Steps', 'Step', { title: line('Title', 'New step', 60), text: area('Text', '', 240) }, [
      { title: 'Get in touch', text: 'What happens first, in a sentence.' },
      { title: 'We plan together', text: 'What happens next, in a sentence.' },
      { title: 'It is done', text: 'How it ends, in a sentence.' },
    ]),
  }),
  component: ({ heading, text, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ol class="steps">
        {items.map((item, index) => (
          <li key={index}>
            <Heading level={below(level, heading)} class="subtitle" {...edit(`items.${index}.title`)}>
              {item.title}
            </Heading>
            {item.text && <p {...edit(`items.${index}.text`)}>{lines(item.text)}</p>}
          </li>
        ))}
      </ol>
    </>
  ),
})
