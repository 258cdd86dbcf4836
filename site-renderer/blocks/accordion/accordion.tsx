import * as z from 'zod/mini'
import { block } from '../block.ts'
import { SectionHead } from '../parts.tsx'
import { area, line, list, rich, toggle } from '../properties.ts'
import { fitHtml, Prose } from '../rich-text/prose.tsx'

export const accordion = block({
  type: 'accordion',
  version: 1,
  label: 'Accordion',
  summary: 'Parts of a longer text that open one at a time.',
  category: 'content',
  icon: 'accordion',
  uses: ['rich-text', 'faq'],
  props: z.object({
    heading: line('Heading', 'In detail', 90),
    text: area('Introduction', '', 300),
    isExclusive: toggle('Only one open at a time', true),
    items: list(
      'Parts',
      'Part',
      { title: line('Title', 'New part', 90), html: rich('Text', '<p>What belongs here.</p>') },
      [
        {
          title: 'What is included',
          html: '<p>Everything it takes from the first call to the day we hand over:</p><ul><li>a visit on site,</li><li>a written offer with a fixed price,</li><li>the work itself, and cleaning up after it.</li></ul>',
        },
        { title: 'How long it takes', html: '<p>Most projects take three to five weeks.</p>' },
        {
          title: 'What it costs',
          html: '<p>You know the price before we begin, and it does not change.</p>',
        },
      ],
    ),
  }),
  component: ({ heading, text, isExclusive, items, id, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="faq accordion">
        {items.map((item, index) => (
          <details key={index} open={index === 0} {...(isExclusive && { name: `accordion-${id}` })}>
            <summary {...edit(`items.${index}.title`)}>{item.title}</summary>
            <Prose html={fitHtml(item.html)} {...edit(`items.${index}.html`)} />
          </details>
        ))}
      </div>
    </>
  ),
})
