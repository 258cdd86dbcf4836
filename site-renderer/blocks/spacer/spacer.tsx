import * as z from 'zod/mini'
import { block } from '../block.ts'
import { choice, toggle } from '../properties.ts'

export const spacer = block({
  type: 'spacer',
  version: 1,
  label: 'Space or line',
  summary: 'Empty space between two blocks, with a line if you like.',
  category: 'structure',
  icon: 'spacer',
  styles: ['tone', 'width'],
  props: z.object({
    size: choice('Height', ['small', 'medium', 'large'], 'medium'),
    hasLine: toggle('Draw a line'),
  }),
  component: ({ size, hasLine }) =>
    hasLine ? <hr class="spacer" data-size={size} /> : <div class="spacer" data-size={size} />,
})
