import * as z from 'zod'
import { block } from '../block.ts'
import { hasPhoto, Photo, SectionHead } from '../parts.tsx'
import { area, line, list, picture, rich } from '../properties.ts'
import { fitHtml, Prose } from '../rich-text/prose.tsx'

const tab = (title: string, html: string) => ({ title, html })

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
        html: rich('Text', '<p>What belongs here.</p>'),
        image: picture('Picture'),
      },
      [
        tab(
          'At home',
          '<h3>One person for all of it</h3><p>From the leaking tap to the new bathroom: one call, one visit, one invoice.</p>',
        ),
        tab(
          'In the office',
          '<h3>Done before you open</h3><p>We come early, work quietly, and are gone when your first visitor arrives.</p>',
        ),
        tab(
          'On site',
          '<h3>A schedule that holds</h3><p>You get a plan by the day, and a message the moment anything in it changes.</p>',
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
              <Prose html={fitHtml(item.html)} {...edit(`items.${index}.html`)} />
              <Photo image={item.image} />
            </div>
          </details>
        ))}
      </div>
    </>
  ),
})
