import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, hasPhoto, Photo, SectionHead } from '../parts.tsx'
import { area, choice, line, link, list, picture } from '../properties.ts'
import { safeHref } from '../safe-href.ts'
import { samples } from '../samples.ts'

export const productList = block({
  type: 'product-list',
  version: 1,
  label: 'Products',
  summary: 'Products side by side, each with a picture, a price and where to read more.',
  category: 'business',
  icon: 'products',
  props: z.object({
    heading: line('Heading', 'From the workshop', 90),
    text: area('Introduction', '', 300),
    columns: choice('In a row', ['2', '3', '4'], '3'),
    items: list(
      'Products',
      'Product',
      {
        image: picture('Picture'),
        badge: line('Badge', '', 24),
        name: line('Name', 'New product', 90),
        text: line('In a few words', '', 120),
        price: line('Price', '', 40),
        before: line('Price before', '', 40),
        link: link('Leads to'),
      },
      [
        {
          image: samples.furnished,
          badge: 'New',
          name: 'The reading chair',
          text: 'Oak and wool',
          price: '€ 640',
        },
        {
          image: samples.place,
          name: 'The long bench',
          text: 'For a hall or a table of eight',
          price: '€ 420',
        },
        {
          image: samples.bare,
          name: 'The step stool',
          text: 'Reaches everything',
          price: '€ 80',
          before: '€ 96',
        },
      ],
    ),
  }),
  component: ({ heading, text, columns, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ul class="products" data-columns={columns}>
        {items.map((item, index) => (
          <li key={index}>
            <div class="product-picture">
              {hasPhoto(item.image) && <Photo image={item.image} />}
              {item.badge && <span {...edit(`items.${index}.badge`)}>{item.badge}</span>}
            </div>
            <Heading level={below(level, heading)} class="subtitle">
              {safeHref(item.link.href) ? (
                <a href={safeHref(item.link.href)} {...edit(`items.${index}.name`)}>
                  {item.name}
                </a>
              ) : (
                <span {...edit(`items.${index}.name`)}>{item.name}</span>
              )}
            </Heading>
            {item.text && <p {...edit(`items.${index}.text`)}>{item.text}</p>}
            <p class="price">
              <b {...edit(`items.${index}.price`)}>{item.price}</b>{' '}
              {item.before && <s {...edit(`items.${index}.before`)}>{item.before}</s>}
            </p>
            {item.link.label && <p class="more">{item.link.label}</p>}
          </li>
        ))}
      </ul>
    </>
  ),
})
