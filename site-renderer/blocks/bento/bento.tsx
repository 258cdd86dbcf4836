import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, hasPhoto, Icon, lines, More, Photo, SectionHead } from '../parts.tsx'
import { area, choice, icon, line, link, list, picture } from '../properties.ts'

export const bento = block({
  type: 'bento',
  version: 1,
  label: 'Bento grid',
  summary: 'Cards of different sizes that fit together into one picture.',
  category: 'sections',
  icon: 'bento',
  props: z.object({
    heading: line('Heading', 'Everything in one place', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Cards',
      'Card',
      {
        size: choice('Size', ['small', 'wide', 'tall', 'large'], 'small'),
        look: choice('Look', ['plain', 'tinted', 'filled'], 'plain'),
        icon: icon('Icon', 'sparkle'),
        image: picture('Picture'),
        title: line('Title', 'New card', 60),
        text: area('Text', '', 240),
        link: link('Link'),
      },
      [
        {
          size: 'large',
          look: 'tinted',
          icon: 'compass',
          title: 'One plan for the whole year',
          text: 'You know in January what happens in June, and who does it.',
        },
        { icon: 'clock', title: 'On time', text: 'Dates that hold, or a call before they do not.' },
        { icon: 'shield', title: 'Insured', text: 'For everything we touch.' },
        {
          size: 'wide',
          look: 'filled',
          icon: 'heart',
          title: 'People who stay',
          text: 'The person you meet first is the person who does the work.',
        },
      ],
    ),
  }),
  component: ({ heading, text, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ul class="bento">
        {items.map((item, index) => (
          <li key={index} data-size={item.size} data-look={item.look}>
            {hasPhoto(item.image) ? <Photo image={item.image} /> : <Icon name={item.icon} />}
            <div>
              <Heading level={below(level, heading)} class="subtitle" {...edit(`items.${index}.title`)}>
                {item.title}
              </Heading>
              {item.text && <p {...edit(`items.${index}.text`)}>{lines(item.text)}</p>}
              <More link={item.link} />
            </div>
          </li>
        ))}
      </ul>
    </>
  ),
})
