import * as z from 'zod/mini'
import { block } from '../block.ts'
import { hasPhoto, Missing, Photo, SectionHead } from '../parts.tsx'
import { area, choice, line, list, picture } from '../properties.ts'
import { samples } from '../samples.ts'

export const gallery = block({
  type: 'gallery',
  version: 1,
  label: 'Gallery',
  summary: 'Pictures in a grid, each with its caption.',
  category: 'media',
  icon: 'gallery',
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    columns: choice('Columns', ['2', '3', '4'], '3'),
    images: list('Pictures', 'Picture', { image: picture('Picture'), caption: line('Caption', '', 120) }, [
      { image: samples.furnished },
      { image: samples.place },
      { image: samples.bare },
    ]),
  }),
  component: ({ heading, text, columns, images, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      {!images.some((entry) => hasPhoto(entry.image)) && (
        <Missing edit={edit} icon="camera" text="Add pictures to the gallery." />
      )}
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
