import * as z from 'zod'
import { block } from '../block.ts'
import { hasPhoto, Photo, SectionHead } from '../parts.tsx'
import { area, choice, line, list, picture } from '../properties.ts'

export const gallery = block({
  type: 'gallery',
  version: 1,
  label: 'Gallery',
  category: 'content',
  icon: 'gallery',
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    columns: choice('Columns', ['2', '3', '4'], '3'),
    images: list('Pictures', 'Picture', { image: picture('Picture'), caption: line('Caption', '', 120) }),
  }),
  component: ({ heading, text, columns, images, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ul class="gallery-grid" data-columns={columns}>
        {images.map(
          (entry, index) =>
            hasPhoto(entry.image) && (
              <li key={index}>
                <figure>
                  <Photo image={entry.image} />
                  {entry.caption && (
                    <figcaption {...edit(`images.${index}.caption`)}>{entry.caption}</figcaption>
                  )}
                </figure>
              </li>
            ),
        )}
      </ul>
    </>
  ),
})
