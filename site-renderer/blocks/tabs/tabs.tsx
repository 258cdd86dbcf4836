import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, hasPhoto, Photo, SectionHead } from '../parts.tsx'
import { area, line, list, picture, rich } from '../properties.ts'
import { fitHtml, Prose } from '../rich-text/prose.tsx'
import { samples } from '../samples.ts'

const tab = (title: string, heading: string, text: string, image: (typeof samples)['place']) => ({
  title,
  heading,
  html: `<p>${text}</p>`,
  image,
})

export const tabs = block({
  type: 'tabs',
  version: 1,
  label: 'Tabs',
  summary: 'Several views in one place; on a phone they open below one another.',
  category: 'sections',
  icon: 'tabs',
  uses: ['rich-text'],
  props: z.object({
    heading: line('Heading', 'Made for the way you work', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Tabs',
      'Tab',
      {
        title: line('Title', 'New tab', 40),
        heading: line('Heading inside', '', 90),
        html: rich('Text', '<p>What belongs here.</p>'),
        image: picture('Picture'),
      },
      [
        tab(
          'At home',
          'One person for all of it',
          'From the leaking tap to the new bathroom: one call, one visit, one invoice.',
          samples.furnished,
        ),
        tab(
          'In the office',
          'Done before you open',
          'We come early, work quietly, and are gone when your first visitor arrives.',
          samples.place,
        ),
        tab(
          'On site',
          'A schedule that holds',
          'You get a plan by the day, and a message the moment anything in it changes.',
          samples.bare,
        ),
      ],
    ),
  }),
  component: ({ heading, text, items, id, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="tabs">
        {items.map((item, index) => (
          <details key={index} name={`tabs-${id}`} open={index === 0}>
            <summary {...edit(`items.${index}.title`)}>{item.title}</summary>
            <div class="tab" data-plain={!hasPhoto(item.image) || undefined}>
              <div>
                {item.heading && (
                  <Heading level={below(level, heading)} class="title" {...edit(`items.${index}.heading`)}>
                    {item.heading}
                  </Heading>
                )}
                <Prose html={fitHtml(item.html)} {...edit(`items.${index}.html`)} />
              </div>
              <Photo image={item.image} />
            </div>
          </details>
        ))}
      </div>
    </>
  ),
})
