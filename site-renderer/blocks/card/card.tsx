import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Heading, hasPhoto, Photo, Text } from '../parts.tsx'
import { area, choice, line, picture } from '../properties.ts'

export const card = block({
  type: 'card',
  version: 1,
  label: 'Card',
  summary: 'A frame with a picture, a heading and a text, and room for other blocks.',
  category: 'structure',
  icon: 'card',
  slots: { content: 'Inside the card' },
  props: z.object({
    look: choice('Look', ['outlined', 'tinted', 'plain'], 'outlined'),
    image: picture('Picture'),
    heading: line('Heading', 'A card', 90),
    text: area(
      'Text',
      'What belongs together stands in one frame. Put other blocks below, such as a button.',
      400,
    ),
  }),
  component: ({ look, image, heading, text, slots, level, edit }) => (
    <div class="card" data-look={look}>
      {hasPhoto(image) && <Photo image={image} />}
      <div class="card-body">
        {heading && (
          <Heading level={level} class="subtitle" {...edit('heading')}>
            {heading}
          </Heading>
        )}
        <Text text={text} class="card-text" {...edit('text')} />
        <div class="card-slot" data-slot="content">
          {slots.content}
        </div>
      </div>
    </div>
  ),
})
