import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Icon } from '../parts.tsx'
import { icon, line, list } from '../properties.ts'

export const iconRow = block({
  type: 'icon-row',
  version: 1,
  label: 'Icon row',
  summary: 'Three or four promises in a single line, each with an icon.',
  category: 'lists',
  icon: 'icon-row',
  props: z.object({
    items: list('Items', 'Item', { icon: icon('Icon'), text: line('Text', 'New item', 60) }, [
      { icon: 'truck', text: 'Free delivery from € 50' },
      { icon: 'shield', text: 'Five years of warranty' },
      { icon: 'leaf', text: 'Made from local wood' },
      { icon: 'chat', text: 'Advice by phone and chat' },
    ]),
  }),
  component: ({ items, edit }) => (
    <ul class="icon-row">
      {items.map((item, index) => (
        <li key={index}>
          <Icon name={item.icon} />
          <span {...edit(`items.${index}.text`)}>{item.text}</span>
        </li>
      ))}
    </ul>
  ),
})
