import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Icon } from '../parts.tsx'
import { choice, icon, line } from '../properties.ts'

export const divider = block({
  type: 'divider',
  version: 1,
  label: 'Divider',
  summary: 'A line between two parts, with a word or an icon in the middle.',
  category: 'structure',
  icon: 'divider',
  styles: ['tone', 'width'],
  props: z.object({
    look: choice('Middle', ['icon', 'words', 'nothing'], 'icon'),
    icon: icon('Icon', 'leaf'),
    text: line('Words', '', 40),
  }),
  component: ({ look, icon: name, text, edit }) =>
    look === 'nothing' ? (
      <hr class="divider" />
    ) : (
      <div class="divider">
        {look === 'icon' && <Icon name={name} />}
        {text && <span {...edit('text')}>{text}</span>}
      </div>
    ),
})
