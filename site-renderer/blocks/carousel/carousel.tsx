import * as z from 'zod/mini'
import { block } from '../block.ts'
import { hasPhoto, Missing, Photo, Scroller, SectionHead } from '../parts.tsx'
import { area, choice, line, list, picture } from '../properties.ts'
import { samples } from '../samples.ts'

export const carousel = block({
  type: 'carousel',
  version: 1,
  label: 'Carousel',
  summary: 'Pictures in a row to swipe or scroll through.',
  category: 'media',
  icon: 'carousel',
  props: z.object({
    heading: line('Heading', 'A look around', 90),
    text: area('Introduction', '', 300),
    size: choice('Size', ['small', 'medium', 'large'], 'medium'),
    images: list('Pictures', 'Picture', { image: picture('Picture'), caption: line('Caption', '', 120) }, [
      { image: samples.furnished },
      {
        image: { src: '/_dde/art/sample-place.svg', alt: 'A house between hills', width: 1200, height: 750 },
      },
      { image: samples.bare },
    ]),
  }),
  component: ({ heading, text, size, images, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      {!images.some((entry) => hasPhoto(entry.image)) && (
        <Missing edit={edit} icon="camera" text="Add pictures to the carousel." />
      )}
      <Scroller tag="ul" class="carousel" data-size={size} label={heading}>
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
      </Scroller>
    </>
  ),
})
