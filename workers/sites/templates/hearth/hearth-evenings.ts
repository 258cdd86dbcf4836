import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('hearth')

export const hearthEvenings: TemplatePage = {
  path: '/services',
  title: 'Long evenings',
  seo: {
    title: 'Long tables and catering by {{name}}',
    description:
      'A table for twenty, supper at your place or bread for your kitchen: what {{name}} does beyond the menu.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'split',
        heading: 'A table for twenty, or an oven at your door',
        text: 'Birthdays, weddings of sensible size, the end of a hard year: we lay one long table, here or at yours.',
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
      'price-list',
      {
        heading: 'Three ways to do it',
        sections: [
          {
            title: 'The long table',
            text: 'Eight to twenty-four of you, in the back room.',
            items: [
              {
                name: 'Sharing menu, four courses',
                text: 'Per person, bread and water included',
                price: '48',
              },
              { name: 'With wine from small growers', text: 'Three glasses, poured properly', price: '72' },
            ],
          },
          {
            title: 'Supper at your place',
            text: 'We bring pots, plates and somebody who washes up.',
            items: [
              { name: 'A stew, a salad, a cake', text: 'Per person, from twelve', price: '36' },
              {
                name: 'With the small oven on wheels',
                text: 'Flatbread from the fire, in any courtyard',
                price: '52',
              },
            ],
          },
          {
            title: 'Bread for your kitchen',
            text: 'For cafés and canteens, before seven.',
            items: [{ name: 'A loaf of two kilos', text: 'Delivered from ten loaves', price: '9' }],
          },
        ],
        note: 'Prices in euros. Children eat half and pay half.',
      },
      { style: { tone: 'muted' } },
    ],
    [
      'steps',
      {
        heading: 'How an evening comes about',
        items: [
          { title: 'You tell us who', text: 'How many, how old, and who does not eat what.' },
          { title: 'We send two menus', text: 'From what will be at the market that week.' },
          { title: 'You sit down', text: 'The rest is our business until the last candle.' },
        ],
      },
    ],
    [
      'quote',
      {
        look: 'card',
        quote: 'My mother, who likes nothing, asked whether there was more of the cabbage.',
        name: 'Elif',
        role: 'A seventieth birthday',
      },
      { style: { tone: 'brand', width: 'narrow' } },
    ],
  ]),
}
