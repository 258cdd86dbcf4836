import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('folio')

interface Project {
  slug: string
  name: string
  year: string
  picture: string
  alt: string
  line: string
  text: string
  role: string
  size: string
  more: [picture: string, alt: string][]
}

export const projects: Project[] = [
  {
    slug: 'tidal-archive',
    name: 'Tidal Archive',
    year: '2026',
    picture: 'field',
    alt: 'Hundreds of curved strokes following an unseen current, some in vermilion.',
    line: 'Identity for a marine institute',
    text: 'Forty years of current measurements became the mark. Every letterhead prints another hour of the sea, and no two visiting cards are alike.',
    role: 'Identity, type, print',
    size: 'Seven months',
    more: [
      ['contour', 'Nested contour lines on black, one in vermilion.'],
      ['arcs', 'Tiled arcs joined into a labyrinth.'],
    ],
  },
  {
    slug: 'a-room-for-listening',
    name: 'A Room for Listening',
    year: '2025',
    picture: 'moire',
    alt: 'Two sets of rings overlapping on vermilion.',
    line: 'Signage for a concert hall',
    text: 'Two rings, slightly apart. Close to, they are two sounds; from across the square, they become one. Doors, seats and coat checks follow from that.',
    role: 'Signage, wayfinding',
    size: 'Eleven months',
    more: [
      ['hero', 'White ridges rising from parallel lines on black.'],
      ['fold', 'A folded black strip with one vermilion panel.'],
    ],
  },
  {
    slug: 'order-please',
    name: 'Order, Please',
    year: '2025',
    picture: 'schotter',
    alt: 'A grid of squares that slowly loses its order.',
    line: 'Annual report of a court',
    text: 'From the first page to the last, the squares come loose. The figures do the same. It is the only annual report we know that has been shoplifted.',
    role: 'Editorial, data',
    size: 'Ten weeks',
    more: [
      ['packing', 'Circles of many sizes packed on black.'],
      ['weave', 'Black and white bands woven over each other.'],
    ],
  },
  {
    slug: 'warp-and-weft',
    name: 'Warp and Weft',
    year: '2024',
    picture: 'weave',
    alt: 'Black and white bands woven over each other, one in vermilion.',
    line: 'Packaging for a weaving mill',
    text: 'A box that is folded and never glued, printed with the pattern of the cloth inside. The mill now gets letters asking for the boxes alone.',
    role: 'Packaging, pattern',
    size: 'Five months',
    more: [
      ['fold', 'A folded black strip with one vermilion panel.'],
      ['schotter', 'A grid of squares that slowly loses its order.'],
    ],
  },
]

const sizeOf = (picture: string): [number, number] => (picture === 'hero' ? [1500, 1400] : [1200, 900])

const projectPage = (
  { slug, name, year, picture, alt, line, text, role, size, more }: Project,
  index: number,
): TemplatePage => {
  // safe: the remainder of a division by the list's length is a place in the list
  const next = projects[(index + 1) % projects.length] as Project
  return {
    path: `/work/${slug}`,
    title: name,
    seo: { title: `${name} | {{name}}`, description: text },
    document: composeDocument([
      ['heading', { eyebrow: `${line}, ${year}`, heading: name, text }, { style: { width: 'wide' } }],
      [
        'image',
        { image: art(picture, alt), caption: '', ratio: 'wide' },
        { style: { width: 'wide', padding: 'none' } },
      ],
      [
        'columns',
        { heading: '', text: '', split: 'wide-second' },
        {
          style: { width: 'wide' },
          slots: {
            first: [
              [
                'table',
                {
                  heading: '',
                  caption: '',
                  columns: [{ text: 'About' }, { text: 'Detail' }],
                  rows: [
                    ['What', role],
                    ['How long', size],
                    ['When', year],
                  ].map((cells) => ({ cells: cells.map((each) => ({ text: each })) })),
                  hasRowHeads: true,
                },
              ],
            ],
            second: [
              [
                'rich-text',
                {
                  html: '<p>It began, as usual, with the wrong question. We were asked for a logo and came back with a rule: a small set of instructions that draws something new each time it is followed and is recognised every time it is seen.</p><p>The rule fits on an index card. Everything else, from the smallest label to the front of the building, is that card taken seriously.</p>',
                },
              ],
            ],
          },
        },
      ],
      [
        'gallery',
        {
          heading: '',
          columns: '2',
          images: more.map(([each, words]) => ({ image: art(each, words, ...sizeOf(each)), caption: '' })),
        },
        { style: { width: 'wide', padding: 'none' } },
      ],
      [
        'cta',
        {
          heading: `Next: ${next.name}`,
          text: next.line,
          primary: { label: 'See the project', href: `/work/${next.slug}` },
          secondary: { label: 'All work', href: '/work' },
        },
        { style: { tone: 'ink', width: 'wide' } },
      ],
    ]),
  }
}

const work: TemplatePage = {
  path: '/work',
  title: 'Work',
  seo: {
    title: 'Work by {{name}}',
    description: 'Identities, signage, editorial and packaging, drawn by rules.',
  },
  document: composeDocument([
    [
      'heading',
      { heading: 'Work', text: 'Four of the last thirty. The others are shown over coffee.' },
      { style: { width: 'wide' } },
    ],
    [
      'feature-list',
      {
        heading: '',
        items: projects.map(({ slug, name, year, picture, alt, line, text }) => ({
          image: art(picture, alt),
          eyebrow: `${line}, ${year}`,
          title: name,
          text,
          link: { label: `About ${name}`, href: `/work/${slug}` },
        })),
      },
      { style: { width: 'wide', padding: 'none' } },
    ],
  ]),
}

export const folioProjects: TemplatePage[] = [work, ...projects.map(projectPage)]
