import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, hasPhoto, Icon, lines, More, Photo, SectionHead } from '../parts.tsx'
import { area, choice, icon, line, link, list, picture } from '../properties.ts'

export const features = block({
  type: 'features',
  version: 1,
  label: 'Features',
  summary: 'Reasons to choose you, side by side with icons or pictures.',
  category: 'sections',
  icon: 'grid',
  props: z.object({
    heading: line('Heading', 'Why people choose us', 90),
    text: area('Introduction', '', 300),
    look: choice('Look', ['cards', 'plain', 'pictures'], 'cards'),
    columns: choice('Columns', ['2', '3', '4'], '3'),
    items: list(
      'Items',
      'Item',
      {
        icon: icon('Icon'),
        image: picture('Picture'),
        title: line('Title', 'New item', 60),
        text: area('Text', '', 240),
        link: link('Link'),
      },
      [
        { icon: 'heart', title: 'A first reason', text: 'Say in a sentence what it means for your visitor.' },
        {
          icon: 'clock',
          title: 'A second reason',
          text: 'Say in a sentence what it means for your visitor.',
        },
        {
          icon: 'shield',
          title: 'A third reason',
          text: 'Say in a sentence what it means for your visitor.',
        },
      ],
    ),
  }),
  component: ({ heading, text, look, columns, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ul class="features" data-look={look} data-columns={columns}>
        {items.map((item, index) => (
          <li key={index}>
            {look === 'pictures' && hasPhoto(item.image) ? (
              <Photo image={item.image} />
            ) : (
              <Icon name={item.icon} />
            )}
            <Heading level={below(level, heading)} class="subtitle" {...edit(`items.${index}.title`)}>
              {item.title}
            </Heading>
            {item.text && <p {...edit(`items.${index}.text`)}>{lines(item.text)}</p>}
            <More link={item.link} />
          </li>
        ))}
      </ul>
    </>
  ),
})
