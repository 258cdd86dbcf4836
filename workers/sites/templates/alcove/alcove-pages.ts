import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'
import { alcoveHome } from './alcove-home.ts'
import { alcoveShop } from './alcove-shop.ts'

const art = artOf('alcove')

const about: TemplatePage = {
  path: '/about',
  title: 'Who makes it',
  seo: { description: 'Eleven small workshops, one shop, and a rule about what may stand on its shelves.' },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'centred',
        heading: 'One shelf, eleven workshops',
        text: '{{name}} began with a cupboard full of plates nobody liked. We gave them away, kept two good bowls, and asked who had made them.',
        image: art('shelf', 'Wooden shelves full of vases, jugs, bottles and bowls.', 1200, 960),
      },
    ],
    [
      'timeline',
      {
        heading: 'How a piece gets here',
        items: [
          {
            date: 'First',
            title: 'We visit',
            text: 'No piece is chosen from a photograph. We drive there, drink too much coffee and look at the seconds shelf, which says more than the showroom.',
          },
          {
            date: 'Then',
            title: 'We live with it',
            text: 'A month on our own tables: dishwasher, toddlers, red wine. About half of it does not come back to the shop.',
          },
          {
            date: 'After that',
            title: 'We order a batch',
            text: 'Small ones, paid in advance, at the price the maker asks. That is all our secret.',
          },
          {
            date: 'And later',
            title: 'We mend it',
            text: 'Bring back what broke. Handles are glued, cables are changed, and chipped rims are ground smooth while you wait.',
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'bento',
      {
        heading: 'What we stick to',
        items: [
          {
            size: 'large',
            look: 'tinted',
            image: art('cover-glaze', 'Rows of glazed test tiles in many colours.', 1200, 800),
            title: 'Colours from real glazes',
            text: 'Copper, iron and cobalt, mixed by hand. They pool and break at the edges, and that is the point.',
          },
          {
            look: 'plain',
            icon: 'leaf',
            title: 'Nothing for landfill',
            text: 'Clay, wood, wool, wax and brass.',
          },
          {
            look: 'filled',
            icon: 'heart',
            title: 'A fair price, once',
            text: 'No sales, so nobody pays too much in May.',
          },
          {
            size: 'wide',
            look: 'plain',
            icon: 'people',
            title: 'Names on everything',
            text: 'Each piece carries the mark of whoever made it, and the shop has a photograph of every one of them by the till.',
          },
        ],
      },
    ],
    [
      'cta',
      {
        heading: 'See what is on the shelf',
        primary: { label: 'To the shop', href: '/shop' },
        secondary: { label: 'Visit us', href: '/contact' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}

const services: TemplatePage = {
  path: '/services',
  title: 'Delivery and care',
  seo: { description: 'What delivery costs, how returns work, and how {{name}} mends what it sells.' },
  document: composeDocument([
    ['heading', { heading: 'Delivery, returns and mending', text: 'The small print, in ordinary letters.' }],
    [
      'table',
      {
        heading: '',
        caption: 'What delivery costs and how long it takes',
        columns: [{ text: 'Where to' }, { text: 'Arrives in' }, { text: 'Costs' }],
        rows: [
          { cells: [{ text: 'The shop, to collect' }, { text: 'the same day' }, { text: 'nothing' }] },
          { cells: [{ text: 'In the country' }, { text: '2 to 3 days' }, { text: '€ 6, free from € 90' }] },
          {
            cells: [
              { text: 'Neighbouring countries' },
              { text: '4 to 6 days' },
              { text: '€ 14, free from € 180' },
            ],
          },
          { cells: [{ text: 'Furniture, by our own van' }, { text: 'by appointment' }, { text: '€ 35' }] },
        ],
      },
      { style: { padding: 'none' } },
    ],
    [
      'steps',
      {
        heading: 'If something breaks',
        items: [
          {
            title: 'Keep the pieces',
            text: 'All of them, even the crumbs. Wrap them in the paper they came in.',
          },
          {
            title: 'Bring or send them',
            text: 'A photograph first saves postage: some things we can tell you how to mend at home.',
          },
          {
            title: 'Wait a week',
            text: 'We glue, grind, rewire or reweave, and write on the tag what we did.',
          },
        ],
      },
      { style: { tone: 'brand' } },
    ],
    [
      'faq',
      {
        heading: 'People ask',
        items: [
          {
            question: 'May I return a present?',
            answer: 'Yes, within thirty days, by you or by whoever got it. Unused, in its paper.',
          },
          {
            question: 'Do you sell to restaurants?',
            answer: 'Gladly, from twenty pieces on. Batches take six to eight weeks.',
          },
          {
            question: 'Can I have it in another colour?',
            answer: 'Often. Ask before the kiln is loaded; the letter says when that is.',
          },
          {
            question: 'Is it safe for food?',
            answer: 'All of it. Every glaze is tested for lead and cadmium, and we show you the reports.',
          },
        ],
      },
      { style: { width: 'narrow' } },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Contact',
  seo: {
    title: 'Order or ask at {{name}}',
    description: 'Order a piece, ask for a present or come by: the address and hours of {{name}}.',
  },
  document: composeDocument([
    [
      'columns',
      {
        heading: 'Order, or just ask',
        text: 'Tell us the piece and how many. We answer the same day with what is in stock and when it would arrive.',
        split: 'wide-first',
      },
      {
        slots: {
          first: [
            [
              'form',
              {
                heading: '',
                form: 'contact',
                note: 'You pay when you collect it, or with the invoice in the parcel.',
              },
            ],
          ],
          second: [
            ['contact-details', { heading: 'The shop' }],
            [
              'image',
              {
                image: art('cover-light', 'A vase and a bowl beside a sunny window.', 1200, 800),
                ratio: 'landscape',
              },
            ],
          ],
        },
      },
    ],
  ]),
}

export const alcovePages: TemplatePage[] = [alcoveHome, ...alcoveShop, about, services, contact]
