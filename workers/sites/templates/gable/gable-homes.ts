import { composeDocument, type Entry } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('gable')

interface HomeForSale {
  slug: string
  name: string
  price: string
  picture: string
  alt: string
  line: string
  text: string
  points: string[]
  facts: [string, string][]
}

export const homes: HomeForSale[] = [
  {
    slug: 'mill-house',
    ...{ name: 'The Mill House', price: '€ 685,000', picture: 'mill', line: '5 rooms · 164 m² · garden' },
    alt: 'A wide house with a slate roof, a porch and a poplar beside it.',
    text: 'Built for a miller with six children and repaired by everybody since. The rooms are high, the stairs creak in a friendly way, and the kitchen looks east over an old pear tree.',
    points: [
      'New roof and wiring',
      'Cellar dry, with a well nobody has dared to close',
      'School and baker on foot',
    ],
    facts: [
      ['Rooms', '5 and a half'],
      ['Living space', '164 m²'],
      ['Plot', '720 m²'],
      ['Built', '1908, restored 2016'],
      ['Heating', 'Heat pump'],
      ['Energy class', 'B'],
    ],
  },
  {
    slug: 'glass-barn',
    ...{ name: 'The Glass Barn', price: '€ 890,000', picture: 'barn', line: '4 rooms · 188 m² · meadow' },
    alt: 'A dark timber barn with a glass gable, lit from within at sunset.',
    text: 'A barn until 2019, a home since: one tall room under the old beams, and two quiet ones behind it. In the evening the gable glows and the neighbours’ horses come to look.',
    points: [
      'Oak beams from the old threshing floor',
      'Underfloor heating throughout',
      'Guest studio with a door of its own',
    ],
    facts: [
      ['Rooms', '4 and a studio'],
      ['Living space', '188 m²'],
      ['Plot', '1,940 m²'],
      ['Built', '1870, converted 2019'],
      ['Heating', 'Geothermal'],
      ['Energy class', 'A'],
    ],
  },
  {
    slug: 'three-of-a-kind',
    ...{
      name: 'Three of a Kind',
      price: '€ 540,000',
      picture: 'terrace',
      line: '4 rooms · 118 m² · roof terrace',
    },
    alt: 'Three terraced houses: brick, cream and pink, with arched windows.',
    text: 'The brick one on the left, with the arched windows and the green door. Three floors, a room on each side of the stairs, and a terrace on top where the whole street dries its ideas.',
    points: [
      'Tiles, doors and stair rail original',
      'Quiet side street, trams at the corner',
      'Terrace with evening sun',
    ],
    facts: [
      ['Rooms', '4'],
      ['Living space', '118 m²'],
      ['Outside', 'Roof terrace, 22 m²'],
      ['Built', '1911'],
      ['Heating', 'District heating'],
      ['Energy class', 'C'],
    ],
  },
  {
    slug: 'spice-loft',
    ...{ name: 'The Spice Loft', price: '€ 465,000', picture: 'loft', line: '2 rooms · 96 m² · third floor' },
    alt: 'A brick warehouse at night with lit windows and a water tank on the roof.',
    text: 'They ground pepper here until the sixties, and on a damp day you can tell. One long room with seven windows, a bedroom behind a sliding wall, and a goods lift that still takes a piano.',
    points: ['Ceilings of 3.80 m', 'Concrete floor, warm underfoot', 'Place for two bicycles and a canoe'],
    facts: [
      ['Rooms', '2'],
      ['Living space', '96 m²'],
      ['Floor', 'Third of four, with lift'],
      ['Built', '1926, converted 2012'],
      ['Heating', 'District heating'],
      ['Energy class', 'B'],
    ],
  },
]

const card = ({ slug, name, price, picture, alt, line }: HomeForSale): Entry => [
  'card',
  { look: 'outlined', image: art(picture, alt), heading: name, text: `${price}\n${line}` },
  {
    slots: {
      content: [
        [
          'button-group',
          { buttons: [{ link: { label: `See ${name}`, href: `/homes/${slug}` }, look: 'outlined' }] },
        ],
      ],
    },
  },
]

const list: TemplatePage = {
  path: '/homes',
  title: 'Homes for sale',
  seo: {
    title: 'Homes for sale at {{name}}',
    description: 'Houses and flats for sale now, with plans, running costs and what is wrong with them.',
  },
  document: composeDocument([
    [
      'heading',
      {
        heading: 'Homes for sale',
        text: 'Few at a time, each visited by us more than once. What is wrong with it stands in the description, because you would find out anyway.',
      },
      { style: { width: 'wide' } },
    ],
    [
      'grid',
      { heading: '', columns: '2', gap: 'large' },
      { style: { width: 'wide', padding: 'none' }, slots: { items: homes.map(card) } },
    ],
    [
      'callout',
      {
        look: 'note',
        icon: 'bell',
        title: 'About half are sold before they stand here',
        text: 'Tell us what you are looking for and you hear of it first, with a week’s head start.',
        link: { label: 'Tell us what you need', href: '/contact' },
      },
      { style: { width: 'wide' } },
    ],
  ]),
}

const homePage = ({ slug, name, price, picture, alt, text, points, facts }: HomeForSale): TemplatePage => ({
  path: `/homes/${slug}`,
  title: name,
  seo: { title: `${name} | {{name}}`, description: text },
  document: composeDocument([
    ['breadcrumbs', { home: '', current: name }, { style: { width: 'wide' } }],
    [
      'hero',
      {
        variant: 'split',
        eyebrow: price,
        heading: name,
        text,
        primary: { label: 'Arrange a viewing', href: '/contact' },
        secondary: { label: 'Plan and facts', href: '#facts' },
        image: art(picture, alt),
      },
      { style: { width: 'wide', padding: 'small' } },
    ],
    [
      'checklist',
      { heading: 'Worth knowing', columns: '3', items: points.map((point) => ({ text: point })) },
      { style: { tone: 'muted', width: 'wide' } },
    ],
    [
      'columns',
      { heading: 'Plan and facts', text: '', split: 'even' },
      {
        style: { anchor: 'facts', width: 'wide' },
        slots: {
          first: [
            [
              'image',
              {
                image: art(
                  'plan',
                  'A measured floor plan with a living room, bedroom, kitchen and bath.',
                  1200,
                  960,
                ),
                caption: 'Ground floor, to scale',
                ratio: 'own',
              },
            ],
          ],
          second: [
            [
              'table',
              {
                heading: '',
                caption: '',
                columns: [{ text: 'Fact' }, { text: 'Figure' }],
                rows: facts.map(([label, value]) => ({ cells: [{ text: label }, { text: value }] })),
                hasRowHeads: true,
              },
            ],
          ],
        },
      },
    ],
    [
      'cta',
      {
        heading: 'See it on a weekday morning',
        text: 'That is when a house tells the truth.',
        primary: { label: 'Arrange a viewing', href: '/contact' },
        secondary: { label: 'Call {{phone}}', href: 'tel:{{phone}}' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
})

export const gableHomes: TemplatePage[] = [list, ...homes.map(homePage)]
