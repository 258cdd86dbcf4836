import * as z from 'zod/mini'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { hasPhoto, Missing, Photo, Scroller, SectionHead } from '../parts.tsx'
import { area, line, picture } from '../properties.ts'
import { samples } from '../samples.ts'

export const beforeAfter = block({
  type: 'before-after',
  version: 1,
  label: 'Before and after',
  summary: 'Two pictures of the same place; scrolling sideways uncovers the second.',
  category: 'media',
  icon: 'before-after',
  props: z.object({
    heading: line('Heading', 'What a month can do', 90),
    text: area('Introduction', '', 300),
    before: picture('Before', samples.bare),
    after: picture('After', samples.furnished),
    beforeLabel: line('Label of the first; otherwise “Before”', '', 30),
    afterLabel: line('Label of the second; otherwise “After”', '', 30),
    caption: line('Caption', '', 200),
  }),
  component: ({ heading, text, before, after, beforeLabel, afterLabel, caption, site, level, edit }) => {
    if (!hasPhoto(before) || !hasPhoto(after))
      return <Missing edit={edit} icon="camera" text="Choose a picture from before and one from after." />
    const words = wordsFor(site.locale)
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <figure class="before-after">
          <Scroller label={`${beforeLabel || words.before} / ${afterLabel || words.after}`}>
            <div class="first">
              <Photo image={before} />
              <span {...edit('beforeLabel')}>{beforeLabel || words.before}</span>
            </div>
            <div class="second">
              <div>
                <Photo image={after} />
                <span {...edit('afterLabel')}>{afterLabel || words.after}</span>
              </div>
            </div>
            <i aria-hidden="true" />
          </Scroller>
          {caption && <figcaption {...edit('caption')}>{caption}</figcaption>}
        </figure>
      </>
    )
  },
})
