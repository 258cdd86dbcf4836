import * as z from 'zod/mini'
import { block } from '../block.ts'
import { hasPhoto, Missing, Photo } from '../parts.tsx'
import { choice, line, picture } from '../properties.ts'
import { samples } from '../samples.ts'

export const image = block({
  type: 'image',
  version: 1,
  label: 'Picture',
  summary: 'One picture with a caption.',
  category: 'media',
  icon: 'image',
  props: z.object({
    image: picture('Picture', samples.place),
    caption: line('Caption', '', 200),
    ratio: choice('Shape', ['own', 'wide', 'landscape', 'square'], 'own'),
  }),
  component: ({ image: photo, caption, ratio, edit }) =>
    hasPhoto(photo) ? (
      <figure class="image" data-ratio={ratio}>
        <Photo image={photo} />
        {caption && <figcaption {...edit('caption')}>{caption}</figcaption>}
      </figure>
    ) : (
      <Missing edit={edit} icon="camera" text="Choose a picture." />
    ),
})
