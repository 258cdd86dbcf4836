import * as z from 'zod'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { hasPhoto, Missing, Photo, Scroller, SectionHead } from '../parts.tsx'
import { area, line, picture } from '../properties.ts'

const sample = { src: '/_dde/art/sample-before.svg', alt: 'A bare room', width: 1200, height: 750 }
const sampleAfter = {
  src: '/_dde/art/sample-after.svg',
  alt: 'The same room, furnished',
  width: 1200,
  height: 750,
}

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
    before: picture('Before', sample),
    after: picture('After', sampleAfter),
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
