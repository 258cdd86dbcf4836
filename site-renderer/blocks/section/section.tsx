import * as z from 'zod/mini'
import { block } from '../block.ts'
import { line } from '../properties.ts'

/** A section kept elsewhere. A publish puts its blocks into the slot `content`; they are drawn as if they stood here themselves. */
export const section = block({
  type: 'section',
  version: 1,
  label: 'Saved section',
  summary: 'Blocks kept in one place, which change on every page at once.',
  category: 'structure',
  icon: 'layers',
  isReference: true,
  styles: [],
  props: z.object({ section: line('Section', '', 40) }),
  component: () => null,
})
