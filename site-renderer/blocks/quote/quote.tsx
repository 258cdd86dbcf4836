import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Avatar, lines } from '../parts.tsx'
import { area, choice, line, picture } from '../properties.ts'

export const quote = block({
  type: 'quote',
  version: 1,
  label: 'Quote',
  summary: 'One sentence set large, and who said it.',
  category: 'content',
  icon: 'quote',
  props: z.object({
    look: choice('Look', ['plain', 'card'], 'plain'),
    quote: area(
      'Quote',
      'They listened first, said plainly what it would take, and then did exactly that.',
      400,
    ),
    name: line('Name', 'Maria Keller', 60),
    role: line('Role', 'Owner, Keller Joinery', 80),
    image: picture('Portrait'),
  }),
  component: ({ look, quote, name, role, image, edit }) => (
    <figure class="quote" data-look={look}>
      <blockquote {...edit('quote')}>{lines(quote)}</blockquote>
      {(name || role) && (
        <figcaption>
          <Avatar name={name} image={image} />
          <span>
            {name && <b {...edit('name')}>{name}</b>}
            {role && <span {...edit('role')}>{role}</span>}
          </span>
        </figcaption>
      )}
    </figure>
  ),
})
