import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Icon, More, Text } from '../parts.tsx'
import { area, choice, icon, line, link } from '../properties.ts'

export const callout = block({
  type: 'callout',
  version: 1,
  label: 'Callout',
  summary: 'A short note set apart, so that nobody reads past it.',
  category: 'content',
  icon: 'callout',
  props: z.object({
    look: choice('Look', ['note', 'important'], 'note'),
    icon: icon('Icon', 'bell'),
    title: line('Title', 'Good to know before you come', 90),
    text: area('Text', 'Say in a sentence or two what people would otherwise call to ask about.', 600),
    link: link('Link'),
  }),
  component: ({ look, icon: name, title, text, link: more, edit }) => (
    <div class="callout" role="note" data-look={look}>
      <Icon name={name} />
      <div>
        {title && (
          <p class="subtitle" {...edit('title')}>
            {title}
          </p>
        )}
        <Text text={text} {...edit('text')} />
        <More link={more} />
      </div>
    </div>
  ),
})
