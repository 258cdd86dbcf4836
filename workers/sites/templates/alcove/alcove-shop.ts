import { composeDocument, type Entry } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('alcove')

interface Product {
  slug: string
  name: string
  price: string
  picture: string
  alt: string
  line: string
  text: string
  points: string[]
  facts: [label: string, value: string][]
  care: string
}

const products: Product[] = [
  {
    slug: 'tall-vase',
    ...{ name: 'Tall vase', price: '€ 68', picture: 'vase' },
    alt: 'A white stoneware vase with two red bands and two green branches.',
    line: 'Stoneware, 34 cm',
    text: 'Thrown in two halves and joined while wet, which is why no two necks lean quite the same way. Heavy enough at the foot for branches, not only for flowers.',
    points: [
      'Watertight, glazed inside and out',
      'Takes branches up to a metre',
      'Signed by the thrower underneath',
    ],
    facts: [
      ['Height', '34 cm'],
      ['Widest', '19 cm'],
      ['Weight', '1.9 kg'],
      ['Made in', 'batches of twelve'],
    ],
    care: 'Warm water and a bottle brush. A spoonful of baking soda takes away the line that hard water leaves.',
  },
  {
    slug: 'supper-bowls',
    ...{ name: 'Supper bowls', price: '€ 84 for three', picture: 'bowls' },
    alt: 'Three bowls stacked in clay, yellow and speckled white.',
    line: 'Stoneware, set of three',
    text: 'Deep enough for soup, wide enough for pasta, and the foot stays cool while you carry it to the sofa. Sold in threes, because somebody always drops by.',
    points: [
      'Oven to 220 °C, freezer and dishwasher',
      'They nest to the height of one and a half',
      'Single bowls to replace a broken one',
    ],
    facts: [
      ['Across', '18 cm'],
      ['Holds', '0.9 l'],
      ['Weight', '520 g each'],
      ['Colours', 'clay, mustard, speckle'],
    ],
    care: 'Everything a kitchen does to a bowl is fine, except a flame.',
  },
  {
    slug: 'dusk-lamp',
    ...{ name: 'Dusk lamp', price: '€ 146', picture: 'lamp' },
    alt: 'A lamp with a fluted teal foot and a yellow shade, lit.',
    line: 'Ceramic foot, linen shade',
    text: 'A lamp for the hour after sunset: low, warm and wide, so that a table becomes a room. The switch sits on the cable where a hand looks for it.',
    points: ['Dimmable bulb included', 'Two metres of woven cable', 'Shade in mustard, rose or plain linen'],
    facts: [
      ['Height', '46 cm'],
      ['Shade across', '35 cm'],
      ['Bulb', 'E27, up to 40 W'],
      ['Cable', '2 m, woven'],
    ],
    care: 'Dust the shade with a soft brush. If it is ever past saving, we sell the shade alone.',
  },
  {
    slug: 'serving-jug',
    ...{ name: 'Serving jug', price: '€ 58', picture: 'jug' },
    alt: 'A fluted teal jug on a pink table.',
    line: 'Stoneware, 1.2 l',
    text: 'The lip took eleven tries. It pours water, sauce and pancake batter, and it stops when you stop.',
    points: ['Pours without a drip', 'Handle for a whole hand', 'Fluted, so a wet one does not slip'],
    facts: [
      ['Height', '21 cm'],
      ['Holds', '1.2 l'],
      ['Weight', '780 g'],
      ['Glaze', 'copper green'],
    ],
    care: 'Dishwasher and microwave. Let it cool before it meets cold water.',
  },
]

const others = [
  {
    name: 'Morning mugs',
    price: '€ 46 the pair',
    picture: 'mugs',
    alt: 'Two mugs in plum and speckled white.',
    text: 'One for each of you, or one for each hand.',
  },
  {
    name: 'Evening candles',
    price: '€ 24 for three',
    picture: 'candles',
    alt: 'Three candles burning in turned holders.',
    text: 'Beeswax, nine hours each, and no perfume at all.',
  },
  {
    name: 'Harbour throw',
    price: '€ 118',
    picture: 'throws',
    alt: 'Four folded wool throws in a pile.',
    text: 'Lambswool, woven four streets from here.',
  },
  {
    name: 'Three-legged stool',
    price: '€ 132',
    picture: 'stool',
    alt: 'A wooden stool with a potted plant on it.',
    text: 'Ash, oiled, and steady on any floor.',
  },
]

interface Shown {
  name: string
  price: string
  picture: string
  alt: string
  text: string
  href: string
  action: string
}

const card = ({ name, price, picture, alt, text, href, action }: Shown): Entry => [
  'card',
  { look: 'plain', image: art(picture, alt), heading: name, text: `${price}\n${text}` },
  {
    slots: {
      content: [['button-group', { buttons: [{ link: { label: action, href }, look: 'outlined' }] }]],
    },
  },
]

const shown: Shown[] = [
  ...products.map(({ slug, name, price, picture, alt, line }) => ({
    ...{ name, price, picture, alt, text: line },
    ...{ href: `/shop/${slug}`, action: `See the ${name.toLowerCase()}` },
  })),
  ...others.map((other) => ({ ...other, href: '/contact', action: `Order ${other.name.toLowerCase()}` })),
]

const shop: TemplatePage = {
  path: '/shop',
  title: 'Shop',
  seo: {
    title: 'The shop at {{name}}',
    description: 'Vases, bowls, lamps, candles and throws, with prices and what is in stock at {{name}}.',
  },
  document: composeDocument([
    [
      'heading',
      {
        heading: 'The shop',
        text: 'Eight things at a time. Tell us what you would like and we put it aside, packed or to collect; you pay when it is in your hands.',
      },
      { style: { width: 'wide' } },
    ],
    [
      'grid',
      { heading: '', columns: '4', gap: 'medium' },
      { style: { width: 'wide' }, slots: { items: shown.map(card) } },
    ],
    [
      'cta',
      {
        heading: 'Looking for a present?',
        text: 'Say for whom and how much. We choose, wrap and write the card.',
        primary: { label: 'Ask for a present', href: '/contact' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}

const productPage = ({
  slug,
  name,
  price,
  picture,
  alt,
  text,
  points,
  facts,
  care,
}: Product): TemplatePage => ({
  path: `/shop/${slug}`,
  title: name,
  seo: { title: `${name} | {{name}}`, description: text },
  document: composeDocument([
    ['breadcrumbs', { home: '', current: name }, { style: { width: 'wide' } }],
    [
      'picture-text',
      {
        eyebrow: price,
        heading: name,
        ...{ text, points: points.map((point) => ({ text: point })) },
        primary: { label: `Order the ${name.toLowerCase()}`, href: '/contact' },
        image: art(picture, alt),
        side: 'start',
      },
      { style: { width: 'wide', padding: 'small' } },
    ],
    [
      'columns',
      { heading: '', text: '', split: 'even' },
      {
        style: { tone: 'muted' },
        slots: {
          first: [
            [
              'table',
              {
                heading: 'The facts',
                caption: '',
                columns: [{ text: 'What' }, { text: 'How much' }],
                rows: facts.map(([label, value]) => ({ cells: [{ text: label }, { text: value }] })),
                hasRowHeads: true,
              },
            ],
          ],
          second: [
            [
              'accordion',
              {
                heading: 'Good to know',
                isExclusive: true,
                items: [
                  { title: 'Looking after it', html: `<p>${care}</p>` },
                  {
                    title: 'Delivery',
                    html: '<p>Packed in paper and sent within two working days. € 6 in the country, free from € 90.</p>',
                  },
                  {
                    title: 'If it is not right',
                    html: '<p>Thirty days to send it back. If it arrived broken, a photograph is enough.</p>',
                  },
                ],
              },
            ],
          ],
        },
      },
    ],
    [
      'features',
      {
        heading: 'Goes well with',
        look: 'pictures',
        columns: '3',
        items: products
          .filter((other) => other.slug !== slug)
          .map((other) => ({
            ...{
              title: other.name,
              text: `${other.price}. ${other.line}.`,
              image: art(other.picture, other.alt),
            },
            link: { label: `See the ${other.name.toLowerCase()}`, href: `/shop/${other.slug}` },
          })),
      },
      { style: { width: 'wide' } },
    ],
  ]),
})

export const alcoveShop: TemplatePage[] = [shop, ...products.map(productPage)]
