import * as z from 'zod/mini'
import { block } from '../block.ts'
import { hasPhoto, Photo, SectionHead } from '../parts.tsx'
import { line, list, picture } from '../properties.ts'

export const logos = block({
  type: 'logos',
  version: 1,
  label: 'Logos',
  summary: 'Names or logos of clients, partners or press.',
  category: 'lists',
  icon: 'logos',
  props: z.object({
    heading: line('Heading', '', 90),
    items: list('Logos', 'Logo', { name: line('Name', '', 60), image: picture('Logo') }, [
      { name: 'Alder & Sons' },
      { name: 'Quay Bakery' },
      { name: 'North Dental' },
      { name: 'Lumen Studio' },
    ]),
  }),
  component: ({ heading, items, level, edit }) => (
    <>
      <SectionHead heading={heading} level={level} edit={edit} />
      <ul class="logos">
        {items.map((item, index) => (
          <li key={index}>
            {hasPhoto(item.image) ? (
              <Photo image={{ ...item.image, alt: item.image.alt || item.name }} />
            ) : (
              <span {...edit(`items.${index}.name`)}>{item.name}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  ),
})
