import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Buttons, Heading, hasPhoto, Photo, Text } from '../parts.tsx'
import { area, line, link, list, picture } from '../properties.ts'
import { samples } from '../samples.ts'

export const product = block({
  type: 'product',
  version: 1,
  label: 'Product',
  summary: 'One product whole: pictures, what it costs, what it is and what to do next.',
  category: 'business',
  icon: 'product',
  props: z.object({
    heading: line('Name', 'The reading chair', 90),
    badge: line('Badge', 'New', 24),
    price: line('Price', '€ 640', 40),
    before: line('Price before', '', 40),
    availability: line('Availability', 'Ready in two weeks', 80),
    text: area('Text', 'Oak and wool, made to be sat in for an evening and repaired for a lifetime.', 900),
    facts: list('Facts', 'Fact', { label: line('Label', 'Size', 40), value: line('Value', '', 120) }, [
      { label: 'Size', value: '78 × 82 × 96 cm' },
      { label: 'Wood', value: 'Oak, oiled' },
    ]),
    primary: link('Button', { label: 'Order', href: '/contact' }),
    secondary: link('Second button'),
    image: picture('Picture', samples.furnished),
    images: list('More pictures', 'Picture', { image: picture('Picture') }),
  }),
  component: (props) => {
    const { heading, badge, price, before, availability, text, facts, image, images, level, edit } = props
    return (
      <div class="product">
        <div class="product-pictures">
          {hasPhoto(image) && <Photo image={image} isFirst={level === 1} class="picture" />}
          {images.some((each) => hasPhoto(each.image)) && (
            <ul>
              {images.map((each, index) => (
                <li key={index}>
                  <Photo image={each.image} sizes="12rem" />
                </li>
              ))}
            </ul>
          )}
        </div>
        <div class="product-about">
          {badge && (
            <p class="badge" {...edit('badge')}>
              {badge}
            </p>
          )}
          <Heading level={level} class="title" {...edit('heading')}>
            {heading}
          </Heading>
          <p class="price">
            <b {...edit('price')}>{price}</b> {before && <s {...edit('before')}>{before}</s>}
          </p>
          {availability && (
            <p class="availability" {...edit('availability')}>
              {availability}
            </p>
          )}
          <Text text={text} {...edit('text')} />
          {facts.length > 0 && (
            <dl>
              {facts.map((fact, index) => (
                <div key={index}>
                  <dt {...edit(`facts.${index}.label`)}>{fact.label}</dt>
                  <dd {...edit(`facts.${index}.value`)}>{fact.value}</dd>
                </div>
              ))}
            </dl>
          )}
          <Buttons primary={props.primary} secondary={props.secondary} edit={edit} />
        </div>
      </div>
    )
  },
})
