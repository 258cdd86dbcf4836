import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'

export const hearthMenu: TemplatePage = {
  path: '/menu',
  title: 'Menu',
  seo: {
    title: 'The menu at {{name}}',
    description:
      'What we cook this season at {{name}}: from the oven, from the garden, and something sweet to finish.',
  },
  document: composeDocument([
    [
      'price-list',
      {
        heading: 'What is cooking',
        text: 'The menu changes with the market. This is what you can count on this season; the board by the door tells you the rest.',
        sections: [
          {
            title: 'To begin',
            items: [
              { name: 'Bread from our oven', text: 'Two kinds, cultured butter, coarse salt' },
              { name: 'Marinated olives', text: 'Orange peel, bay, a little chilli' },
              { name: 'Roast beetroot', text: 'Goat’s curd, walnuts, dill' },
              { name: 'Soup of the day', text: 'Always from vegetables, always with bread' },
            ],
          },
          {
            title: 'From the fire',
            items: [
              { name: 'Flatbread with leeks', text: 'Slow-cooked leeks, mountain cheese, black pepper' },
              { name: 'Half a chicken', text: 'Lemon, thyme, potatoes from the same pan' },
              { name: 'Fish of the morning', text: 'Roasted whole, herbs, brown butter' },
              { name: 'Cabbage in the embers', text: 'Hazelnut, apple, a sharp dressing' },
            ],
          },
          {
            title: 'For the table',
            text: 'Made to be passed around, for two or more.',
            items: [
              { name: 'Shoulder of lamb', text: 'Cooked overnight, white beans, mint' },
              { name: 'A pan of seasonal rice', text: 'With what the garden gives, finished in the oven' },
              { name: 'Green salad', text: 'Leaves, herbs, mustard, nothing else' },
            ],
          },
          {
            title: 'Something sweet',
            items: [
              { name: 'Baked apple', text: 'Almonds, raisins, cold cream' },
              { name: 'Chocolate and salt', text: 'Dark, dense, a spoonful of crème fraîche' },
              { name: 'Bread pudding', text: 'Yesterday’s loaf at its very best' },
            ],
          },
          {
            title: 'To drink',
            items: [
              { name: 'House lemonade', text: 'Lemon, honey, thyme' },
              { name: 'Wine by the glass', text: 'Small growers; ask what is open' },
              { name: 'Beer from the region', text: 'One light, one dark' },
              { name: 'Coffee and tea', text: 'In a proper cup' },
            ],
          },
        ],
        note: 'Prices are on the card at your table and on the board by the door. Please tell us about allergies before you order.',
      },
    ],
    [
      'cta',
      {
        heading: 'Hungry?',
        text: 'We will keep a warm corner for you.',
        primary: { label: 'Book a table', href: '/contact' },
        secondary: { label: 'Call {{phone}}', href: 'tel:{{phone}}' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}
