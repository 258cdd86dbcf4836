import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Button } from '../parts.tsx'
import { choice, link, list } from '../properties.ts'

export const buttonGroup = block({
  type: 'button-group',
  version: 1,
  label: 'Buttons',
  summary: 'One or more buttons in a row.',
  category: 'content',
  icon: 'button-group',
  props: z.object({
    buttons: list(
      'Buttons',
      'Button',
      {
        link: link('Button', { label: 'New button', href: '/' }),
        look: choice('Look', ['filled', 'outlined'], 'filled'),
      },
      [
        { link: { label: 'Get in touch', href: '/contact' } },
        { link: { label: 'See our work', href: '/' }, look: 'outlined' },
      ],
    ),
  }),
  component: ({ buttons, edit }) => (
    <div class="buttons">
      {buttons.map((button, index) => (
        <Button
          key={index}
          link={button.link}
          {...(button.look === 'outlined' && { look: 'second' as const })}
          {...edit(`buttons.${index}.link.label`)}
        />
      ))}
    </div>
  ),
})
