import { composeDocument, type Entry } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf, portraitsOf } from '../template-art.ts'
import { tempoHome } from './tempo-home.ts'

const art = artOf('tempo')
const portrait = portraitsOf('tempo')
const trial = { label: 'Book a free class', href: '/contact' }

const kinds = [
  {
    anchor: 'strength',
    heading: 'Strength',
    text: 'Squat, press, pull, carry. Three cycles of four weeks, then a week of rest. Every session is written for you before you come, and your numbers from last week are on the board.',
    points: ['For beginners from the first day', 'Technique before weight', 'Tested every twelve weeks'],
    picture: 'strength',
  },
  {
    anchor: 'conditioning',
    heading: 'Conditioning',
    text: 'Kettlebells, sleds, ropes and bodyweight in rounds of one to four minutes. You go at your pace; the clock is the same for everybody.',
    points: [
      'Fifty minutes, twenty of them hard',
      'No lift you have not been taught',
      'A lighter version of everything',
    ],
    picture: 'conditioning',
  },
  {
    anchor: 'mobility',
    heading: 'Mobility',
    text: 'Slow work for hips, shoulders and the part of the back that faces a desk all day. Half of it is lying down, and people still sweat.',
    points: ['Good on the day after anything', 'Welcome with old injuries', 'Socks optional'],
    picture: 'mobility',
  },
  {
    anchor: 'endurance',
    heading: 'Endurance',
    text: 'Bikes, rowers and, from April to October, the hill behind the station. Intervals on Tuesday, long and easy on Saturday, breakfast afterwards.',
    points: ['Heart-rate straps to borrow', 'Groups by pace, never by age', 'Ends in coffee'],
    picture: 'endurance',
  },
]

const classes: TemplatePage = {
  path: '/services',
  title: 'Classes',
  seo: {
    title: 'Classes at {{name}}',
    description:
      'Strength, conditioning, mobility and endurance at {{name}}: what happens in each and for whom it is.',
  },
  document: composeDocument([
    [
      'heading',
      {
        eyebrow: 'Classes',
        heading: 'Four rooms of the same house',
        text: 'Come as often as you like. Three times a week changes you, twice keeps you, once is a lovely habit.',
      },
      { style: { width: 'wide' } },
    ],
    ...kinds.map(
      ({ anchor, heading, text, points, picture }, index): Entry => [
        'picture-text',
        {
          ...{ heading, text, points: points.map((point) => ({ text: point })) },
          primary: { label: '', href: '' },
          image: art(picture),
          side: index % 2 ? 'start' : 'end',
        },
        { style: { anchor, width: 'wide', ...(index % 2 === 0 && { tone: 'muted' }) } },
      ],
    ),
    [
      'cta',
      {
        heading: 'Not sure which?',
        text: 'Come to any. The coach will tell you afterwards.',
        primary: trial,
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}

const row = (...cells: string[]) => ({ cells: cells.map((text) => ({ text })) })

const timetable: TemplatePage = {
  path: '/timetable',
  title: 'Timetable',
  seo: {
    description:
      'The week at {{name}}: every class, every day, and when the room is open for your own training.',
  },
  document: composeDocument([
    [
      'heading',
      { heading: 'The week', text: 'The same every week, so that you can build a life around it.' },
      { style: { width: 'wide' } },
    ],
    [
      'table',
      {
        heading: '',
        caption: 'Classes by day and hour',
        columns: ['Hour', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].map((text) => ({ text })),
        rows: [
          row('6:30', 'Strength', 'Conditioning', 'Strength', 'Conditioning', 'Strength', ''),
          row('9:00', 'Mobility', 'Strength', 'Mobility', 'Strength', 'Mobility', 'Endurance'),
          row('12:15', 'Strength', 'Mobility', 'Conditioning', 'Mobility', 'Strength', 'Basics'),
          row('17:30', 'Basics', 'Strength', 'Basics', 'Strength', 'Conditioning', ''),
          row('18:30', 'Strength', 'Endurance', 'Strength', 'Conditioning', 'Strength', ''),
          row('19:30', 'Conditioning', 'Mobility', 'Conditioning', 'Strength', '', ''),
        ],
      },
      { style: { width: 'wide', padding: 'none' } },
    ],
    [
      'columns',
      { heading: '', text: '', split: 'even' },
      {
        slots: {
          first: [
            [
              'opening-hours',
              {
                heading: 'Open gym',
                text: 'For members, without a class.',
                days: [
                  { day: 'Monday to Friday', hours: '6:00 – 21:30' },
                  { day: 'Saturday', hours: '8:00 – 16:00' },
                  { day: 'Sunday', hours: '9:00 – 14:00' },
                ],
                note: 'On public holidays as on Sundays.',
              },
            ],
          ],
          second: [
            [
              'events',
              {
                heading: 'Not every week',
                items: [
                  {
                    date: 'First Saturday of the month',
                    time: '10:00',
                    title: 'Test day',
                    place: 'Platforms',
                    text: 'One lift, three tries, cake for everybody.',
                  },
                  {
                    date: 'Last Friday of the month',
                    time: '18:30',
                    title: 'Bring somebody',
                    place: 'The whole room',
                    text: 'Friends train free, in pairs.',
                  },
                ],
              },
            ],
          ],
        },
      },
    ],
  ]),
}

const prices: TemplatePage = {
  path: '/prices',
  title: 'Prices',
  seo: {
    description:
      'Memberships at {{name}}: no joining fee, leave with a month’s notice, freeze when life happens.',
  },
  document: composeDocument([
    [
      'pricing',
      {
        heading: 'No joining fee. No small print.',
        text: 'Leave with a month’s notice. Freeze it when you are ill, pregnant or in love in another city.',
        plans: [
          {
            name: 'One',
            price: '€ 59',
            period: 'a month',
            text: 'A class a week.',
            included: [{ text: 'Four classes a month' }, { text: 'Open gym on Sundays' }],
            cta: { label: 'Start with one', href: '/contact' },
          },
          {
            name: 'Three',
            price: '€ 109',
            period: 'a month',
            text: 'What most people choose.',
            included: [
              { text: 'Twelve classes a month' },
              { text: 'Open gym every day' },
              { text: 'A test every twelve weeks' },
            ],
            cta: { label: 'Start with three', href: '/contact' },
            isFeatured: true,
          },
          {
            name: 'All',
            price: '€ 139',
            period: 'a month',
            text: 'For those who would sleep here.',
            included: [
              { text: 'Every class there is' },
              { text: 'Your own programme' },
              { text: 'A guest each month' },
            ],
            cta: { label: 'Start with all', href: '/contact' },
          },
        ],
        note: 'A fifth off for students, carers and anybody over 65. A card of ten classes is € 170 and keeps for a year.',
      },
    ],
    [
      'comparison',
      {
        heading: 'Side by side',
        columns: [{ title: 'One' }, { title: 'Three', isFeatured: true }, { title: 'All' }],
        rows: [
          ['Classes a month', '4', '12', 'as many as you like'],
          ['Open gym', 'Sundays', 'yes', 'yes'],
          ['Talk with a coach', 'at the start', 'every quarter', 'every month'],
          ['Freeze', 'yes', 'yes', 'yes'],
          ['Bring a guest', 'no', 'no', 'yes'],
        ].map(([label = '', ...cells]) => ({ label, cells: cells.map((text) => ({ text })) })),
      },
      { style: { tone: 'muted' } },
    ],
    [
      'faq',
      {
        heading: 'Before you ask',
        items: [
          {
            question: 'I have never lifted anything. Is that a problem?',
            answer: 'It is an advantage: nothing to unlearn. Basics classes run four times a week.',
          },
          {
            question: 'I have an injury.',
            answer:
              'Tell us at the start. There is always something you can train, and we work with two physiotherapists nearby.',
          },
          { question: 'What do I bring?', answer: 'Flat shoes, or none. Towels and water are here.' },
          {
            question: 'What if I cannot come?',
            answer: 'Cancel up to two hours before and the class goes back on your card.',
          },
        ],
      },
      { style: { width: 'narrow' } },
    ],
  ]),
}

const about: TemplatePage = {
  path: '/about',
  title: 'Coaches',
  seo: { description: 'Who coaches at {{name}}, what they are good at, and what they will not do.' },
  document: composeDocument([
    [
      'team',
      {
        heading: 'Four coaches, no drill sergeants',
        text: 'They look, they say one thing, and they say it quietly.',
        people: [
          {
            name: 'Temi',
            role: 'Head coach, strength',
            text: 'Twelve years under the bar, two of them upside down.',
            image: portrait('coach-1'),
          },
          {
            name: 'Jonah',
            role: 'Endurance',
            text: 'Runs to work. Lives a long way off.',
            image: portrait('coach-2'),
          },
          {
            name: 'Lucía',
            role: 'Mobility',
            text: 'A dancer until the knee, a coach because of it.',
            image: portrait('coach-3'),
          },
          {
            name: 'Pia',
            role: 'Conditioning and basics',
            text: 'Remembers your name and your first squat.',
            image: portrait('coach-4'),
          },
        ],
      },
      { style: { width: 'wide' } },
    ],
    [
      'image',
      {
        image: art('track', 'White lanes curving across a red ground towards a black sun.', 1200, 960),
        ratio: 'wide',
      },
      { style: { width: 'wide', padding: 'none' } },
    ],
    [
      'checklist',
      {
        heading: 'House rules',
        columns: '2',
        items: [
          { text: 'Learn a name every time', note: 'Yours will be known by week two.' },
          { text: 'Write it down', note: 'What is not on the board did not happen.' },
          { text: 'Put it back', note: 'Heavier plates at the bottom, always.' },
          { text: 'Stop before it is ugly', note: 'The last good repetition is the last one.' },
        ],
      },
    ],
    ['cta', { heading: 'Meet them in person', primary: trial }, { style: { tone: 'brand' } }],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Free class',
  seo: {
    title: 'A free class at {{name}}',
    description: 'Book your first class at {{name}}. It costs nothing and obliges you to nothing.',
  },
  document: composeDocument([
    [
      'hero-form',
      {
        heading: 'Come once, free',
        text: 'Pick a class from the week. We write back the same day to say that your place is kept.',
        points: [
          { text: 'No card details' },
          { text: 'Shoes are optional, nerves are normal' },
          { text: 'A coach looks after you from door to door' },
        ],
        formTitle: 'Keep me a place',
        form: 'contact',
      },
      { style: { tone: 'muted' } },
    ],
    ['contact-details', { heading: 'Where the noise comes from', hasHours: true }],
  ]),
}

export const tempoPages: TemplatePage[] = [tempoHome, classes, timetable, prices, about, contact]
