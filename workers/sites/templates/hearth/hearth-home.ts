import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('hearth')
const bookTable = { label: 'Book a table', href: '/contact' }

export const hearthHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: good bread, slow food, a seat by the oven',
    description:
      'A kitchen with a wood oven, a short menu that follows the season, and time to stay. Book a table at {{name}}.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'cover',
        heading: 'A table by the oven is waiting',
        text: 'Bread from before dawn, a short menu that follows the season, and nobody who needs your chair back.',
        primary: bookTable,
        secondary: { label: 'See the menu', href: '/menu' },
        image: art(
          'hero',
          'A laid table with bread, a bowl and a jug in front of a wood-fired oven.',
          1600,
          900,
        ),
      },
    ],
    [
      'picture-text',
      {
        heading: 'We cook what the week brings',
        text: 'The market decides on Tuesday, the oven on Wednesday. What is on your plate was picked, milled, caught or churned by somebody we could introduce you to.\n\nSo the menu is short, and it changes. If a dish is on it, we would order it ourselves.',
        primary: { label: 'How {{name}} began', href: '/about' },
        image: art('market', 'A crate of leeks, lemons and tomatoes on a wooden bench.', 600, 480),
        side: 'start',
      },
    ],
    [
      'features',
      {
        heading: 'From first coffee to last glass',
        look: 'pictures',
        items: [
          {
            title: 'Mornings',
            text: 'Warm bread, cultured butter, eggs as you like them and coffee in a proper cup.',
            image: art('morning', '', 480, 360),
          },
          {
            title: 'Midday',
            text: 'One soup, two plates, three salads. Quick if you need it, slow if you can.',
            image: art('midday', '', 480, 360),
          },
          {
            title: 'Evenings',
            text: 'Candles, the oven at full heat, and dishes made to be passed around the table.',
            image: art('evening', '', 480, 360),
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'testimonials',
      { items: [{ quote: 'Bread is patience you can eat.', name: '', role: 'Written on the flour bin' }] },
      { style: { tone: 'brand', width: 'narrow', align: 'center' } },
    ],
    [
      'picture-text',
      {
        heading: 'Long tables for long evenings',
        text: 'A birthday, a farewell, a first meeting of two families: tell us how many you are and what you like, and we will lay one long table and cook a menu for it.',
        points: [
          { text: 'Sharing menus for eight or more' },
          { text: 'Children eat half and pay half' },
          { text: 'Allergies and fasting gladly cooked for' },
        ],
        primary: { label: 'Plan an evening', href: '/contact' },
        image: art(
          'table',
          'A long table laid for many, with candles, plates and a bowl of lemons.',
          600,
          480,
        ),
      },
    ],
    [
      'posts',
      { heading: 'From the kitchen journal', more: { label: 'All stories', href: '/blog' } },
      { style: { tone: 'muted' } },
    ],
    [
      'columns',
      { heading: 'Find your way to us', split: 'even' },
      {
        slots: {
          first: [['contact-details', { heading: '' }]],
          second: [
            [
              'image',
              {
                image: art(
                  'house',
                  'A small house with a smoking chimney, lit windows and a bench outside.',
                  600,
                  400,
                ),
                ratio: 'landscape',
              },
            ],
          ],
        },
      },
    ],
  ]),
}
