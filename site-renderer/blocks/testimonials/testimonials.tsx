import * as z from 'zod/mini'
import { block } from '../block.ts'
import { lines, SectionHead } from '../parts.tsx'
import { area, line, list } from '../properties.ts'

export const testimonials = block({
  type: 'testimonials',
  version: 1,
  label: 'Testimonials',
  summary: 'What people say about you, one quote or several.',
  category: 'sections',
  icon: 'quote',
  props: z.object({
    heading: line('Heading', '', 90),
    items: list(
      'Quotes',
      'Quote',
      {
        quote: area('Quote', 'What they said.', 400),
        name: line('Name', '', 60),
        role: line('Role', '', 80),
      },
      [
        {
          quote: 'They asked the right questions, and then built what we had only half described.',
          name: 'Ines Duarte',
          role: 'Owner of a bakery',
        },
        {
          quote: 'One call, one visit, one invoice. It has never been this simple.',
          name: 'Tom Albrecht',
          role: 'Caretaker',
        },
      ],
    ),
  }),
  component: ({ heading, items, level, edit }) => (
    <>
      <SectionHead heading={heading} level={level} edit={edit} />
      <div class={items.length === 1 ? 'quotes one' : 'quotes'}>
        {items.map((item, index) => (
          <figure key={index}>
            <blockquote {...edit(`items.${index}.quote`)}>{lines(item.quote)}</blockquote>
            {(item.name || item.role) && (
              <figcaption>
                {item.name && <b {...edit(`items.${index}.name`)}>{item.name}</b>}
                {item.role && <span {...edit(`items.${index}.role`)}>{item.role}</span>}
              </figcaption>
            )}
          </figure>
        ))}
      </div>
    </>
  ),
})
