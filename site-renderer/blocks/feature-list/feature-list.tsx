import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, hasPhoto, Icon, More, Photo, SectionHead, Text } from '../parts.tsx'
import { area, icon, line, link, list, picture } from '../properties.ts'
import { samples } from '../samples.ts'

export const featureList = block({
  type: 'feature-list',
  version: 1,
  label: 'Alternating rows',
  summary: 'Several stories one below the other, the picture on one side and then the other.',
  category: 'sections',
  icon: 'feature-list',
  props: z.object({
    heading: line('Heading', 'What you can count on', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Rows',
      'Row',
      {
        icon: icon('Icon when there is no picture', 'sparkle'),
        image: picture('Picture'),
        eyebrow: line('Line above', '', 60),
        title: line('Title', 'New row', 80),
        text: area('Text', '', 500),
        link: link('Link'),
      },
      [
        {
          icon: 'chat',
          image: samples.bare,
          eyebrow: 'Before',
          title: 'A first talk that costs nothing',
          text: 'You tell us what you have in mind. We say honestly whether we are the right people for it, and what it would take.',
        },
        {
          icon: 'ruler',
          image: samples.furnished,
          eyebrow: 'During',
          title: 'A plan you can hold us to',
          text: 'Dates, prices and names in writing. When something changes, you hear it from us first.',
        },
      ],
    ),
  }),
  component: ({ heading, text, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="feature-list">
        {items.map((item, index) => (
          <div key={index}>
            {hasPhoto(item.image) ? (
              <Photo image={item.image} />
            ) : (
              <span class="stand-in">
                <Icon name={item.icon} />
              </span>
            )}
            <div>
              {item.eyebrow && (
                <p class="eyebrow" {...edit(`items.${index}.eyebrow`)}>
                  {item.eyebrow}
                </p>
              )}
              <Heading level={below(level, heading)} class="title" {...edit(`items.${index}.title`)}>
                {item.title}
              </Heading>
              <Text class="lead" text={item.text} {...edit(`items.${index}.text`)} />
              <More link={item.link} />
            </div>
          </div>
        ))}
      </div>
    </>
  ),
})
