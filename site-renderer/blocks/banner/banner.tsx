import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Icon, More } from '../parts.tsx'
import { icon, line, link } from '../properties.ts'

export const banner = block({
  type: 'banner',
  version: 1,
  label: 'Announcement bar',
  summary: 'One line of news across the page, with a link.',
  category: 'structure',
  icon: 'banner',
  styles: ['tone', 'anchor'],
  props: z.object({
    icon: icon('Icon', 'bell'),
    text: line('Text', 'We are closed from 24 December to 2 January.', 140),
    link: link('Link', { label: 'Opening hours', href: '/contact' }),
  }),
  component: ({ icon: name, text, link: more, edit }) => (
    <p class="banner">
      <Icon name={name} />
      <span {...edit('text')}>{text}</span>
      <More link={more} />
    </p>
  ),
})
