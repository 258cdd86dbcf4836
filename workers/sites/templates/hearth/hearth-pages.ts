import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'
import { hearthEvenings } from './hearth-evenings.ts'
import { hearthHome } from './hearth-home.ts'
import { hearthMenu } from './hearth-menu.ts'

const art = artOf('hearth')
const bookTable = { label: 'Book a table', href: '/contact' }

const about: TemplatePage = {
  path: '/about',
  title: 'Our story',
  seo: { description: 'How {{name}} began, who cooks, and why the oven is never allowed to go out.' },
  document: composeDocument([
    [
      'picture-text',
      {
        heading: 'It began with an oven',
        text: 'Before there were tables, there was an oven, and before there was a menu, there was bread. People came for a loaf and stayed for the warmth, so we put out a chair. Then another.\n\n{{name}} is still that: a fire, some flour, and a place to sit.',
        image: art('oven', 'A round brick oven with a fire burning and loaves on a wooden peel.', 600, 480),
      },
    ],
    [
      'features',
      {
        heading: 'Three things we are stubborn about',
        look: 'plain',
        items: [
          {
            icon: 'bread',
            title: 'Time',
            text: 'Our dough rests for a night and a day. It cannot be hurried, and neither should you be.',
          },
          {
            icon: 'leaf',
            title: 'Season',
            text: 'No tomatoes in winter, no cabbage in June. Waiting is what makes the first asparagus a feast.',
          },
          {
            icon: 'people',
            title: 'Neighbours',
            text: 'Most of what we buy comes from people who also eat here. It keeps everybody honest.',
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'rich-text',
      {
        html: '<h2>Who is in the kitchen</h2><p>Fewer people than you might think, and they do more than one thing. Whoever shapes the loaves at four also knows your name at noon. Whoever brings your plate has probably stirred the pot. We eat together at three in the afternoon, at the long table, and that is when the menu for the next day is decided, usually with a full mouth.</p><h2>And what happens to the rest</h2><p>Yesterday’s bread becomes crumbs, soup or pudding. Peelings become stock, stock becomes sauce, and what is then still left goes to a farmer with two contented pigs. Very little here is thrown away, and nothing is thrown away twice.</p>',
      },
      { style: { width: 'narrow' } },
    ],
    [
      'cta',
      {
        heading: 'Come and sit down',
        text: 'Walk in when there is light in the window, or book and be sure.',
        primary: bookTable,
        secondary: { label: 'Call {{phone}}', href: 'tel:{{phone}}' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Visit',
  seo: {
    title: 'Book a table at {{name}}',
    description: 'Opening hours, address and a table with your name on it at {{name}}.',
  },
  document: composeDocument([
    [
      'columns',
      {
        heading: 'Book a table',
        text: 'Tell us when you would like to come. We confirm every booking by hand, usually within a few hours. For today, it is best to ring.',
        split: 'wide-first',
      },
      {
        slots: {
          first: [['form', { heading: '', form: 'contact' }]],
          second: [
            ['contact-details', { heading: 'Where and when' }],
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
    [
      'faq',
      {
        heading: 'Before you come',
        items: [
          {
            question: 'Can we just walk in?',
            answer:
              'Please do. Some tables are never booked, and there is nearly always a seat at the counter.',
          },
          {
            question: 'Do you cook for allergies?',
            answer:
              'Yes. Tell us when you book, and once more when you sit down. The kitchen can do without nuts, dairy or gluten in most dishes.',
          },
          {
            question: 'May I bring my dog?',
            answer: 'At lunch and on the terrace, with pleasure. There is a bowl of water by the door.',
          },
          {
            question: 'Can I take bread home?',
            answer:
              'From eight in the morning until it is gone. Ring before ten and we will keep a loaf for you.',
          },
        ],
      },
      { style: { width: 'narrow', tone: 'muted' } },
    ],
  ]),
}

export const hearthPages: TemplatePage[] = [hearthHome, about, hearthMenu, hearthEvenings, contact]
