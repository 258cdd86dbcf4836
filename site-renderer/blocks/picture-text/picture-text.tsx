import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Buttons, Heading, hasPhoto, Photo, Text } from '../parts.tsx'
import { area, choice, line, link, list, picture } from '../properties.ts'
import { samples } from '../samples.ts'

export const pictureText = block({
  type: 'picture-text',
  version: 1,
  label: 'Picture and text',
  summary: 'A story beside a picture, with points and a button.',
  category: 'sections',
  icon: 'picture-text',
  props: z.object({
    eyebrow: line('Line above', '', 60),
    heading: line('Heading', 'Tell a little more', 90),
    text: area('Text', 'A paragraph or two. An empty line starts a new one.', 1200),
    points: list('Points', 'Point', { text: line('Text', '', 120) }),
    primary: link('Button'),
    image: picture('Picture', samples.furnished),
    side: choice('Picture stands', ['end', 'start'], 'end'),
  }),
  component: ({ eyebrow, heading, text, points, primary, image, side, level, edit }) => (
    <div class="picture-text" data-side={side} data-plain={!hasPhoto(image) || undefined}>
      <div>
        {eyebrow && (
          <p class="eyebrow" {...edit('eyebrow')}>
            {eyebrow}
          </p>
        )}
        {heading && (
          <Heading level={level} class={level === 1 ? 'display' : 'title'} {...edit('heading')}>
            {heading}
          </Heading>
        )}
        <Text class="lead" text={text} {...edit('text')} />
        {points.length > 0 && (
          <ul class="ticks">
            {points.map((point, index) => (
              <li key={index} {...edit(`points.${index}.text`)}>
                {point.text}
              </li>
            ))}
          </ul>
        )}
        <Buttons primary={primary} edit={edit} />
      </div>
      <Photo image={image} isFirst={level === 1} />
    </div>
  ),
})
