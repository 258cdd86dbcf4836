import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'
import { tributaryHome } from './tributary-home.ts'

const art = artOf('tributary')

const work: TemplatePage = {
  path: '/services',
  title: 'What we do',
  seo: {
    description:
      'Restoring banks, removing barriers, counting what comes back and teaching how: the work of {{name}}.',
  },
  document: composeDocument([
    [
      'heading',
      {
        heading: 'What we do all year',
        text: 'A river mends itself if you let it. Most of our work is asking, digging and then getting out of the way.',
      },
    ],
    [
      'feature-list',
      {
        heading: '',
        items: [
          {
            image: art('after', 'A winding river with trees, reeds and a heron.', 1200, 750),
            eyebrow: 'Banks',
            title: 'From concrete to willow',
            text: 'We take out the slabs, lay the bank flat and plant what grew there before: willow, alder, sedge. In the third spring it holds better than the concrete did.',
          },
          {
            image: art('otter', 'An otter looking out of the water between reeds.'),
            eyebrow: 'Barriers',
            title: 'Room to swim upstream',
            text: 'Old weirs keep fish from where they spawn. We lower them, go round them or remove them, together with whoever owns the water right.',
          },
          {
            image: art('school', 'Three children on a bank with a net, a magnifying glass and a list.'),
            eyebrow: 'Schools',
            title: 'A classroom that gets you wet',
            text: 'Half a day from April to September, for ages eight to fourteen. We bring everything except spare socks.',
            link: { label: 'Bring a class', href: '/contact' },
          },
        ],
      },
      { style: { anchor: 'schools', tone: 'muted' } },
    ],
    [
      'timeline',
      {
        heading: 'How a bend comes back',
        items: [
          {
            date: 'Year 0',
            title: 'We listen',
            text: 'To the farmer, the anglers, the water board and the woman who has photographs from 1951.',
          },
          {
            date: 'Year 1',
            title: 'We dig',
            text: 'Two weeks with machines, in autumn, when nothing is nesting.',
          },
          {
            date: 'Year 2',
            title: 'We plant',
            text: 'Four thousand plants by hand. This is where you come in.',
          },
          {
            date: 'Year 3',
            title: 'We count',
            text: 'Larvae first, then fish, then birds. Every number is published.',
          },
        ],
      },
    ],
  ]),
}

const giveGroups = [
  {
    name: 'A bundle',
    price: '€ 15',
    period: 'once',
    text: 'Ten willow cuttings.',
    included: [{ text: 'Planted within the year' }, { text: 'A postcard in spring' }],
  },
  {
    name: 'A metre',
    price: '€ 40',
    period: 'once',
    text: 'One metre of living bank.',
    included: [
      { text: 'Planning, plants and care' },
      { text: 'Its place on the map' },
      { text: 'A visit whenever you like' },
    ],
    isFeatured: true,
  },
  {
    name: 'A bend',
    price: '€ 10',
    period: 'a month',
    text: 'For those who stay.',
    included: [
      { text: 'Three metres each year' },
      { text: 'The yearly walk with us' },
      { text: 'A vote at the meeting' },
    ],
  },
]

const give: TemplatePage = {
  path: '/give',
  title: 'Give',
  seo: {
    description:
      'Forty euros pay for a metre of living river bank. How to give to {{name}}, and what happens with it.',
  },
  document: composeDocument([
    [
      'pricing',
      {
        heading: 'Give the river some room',
        text: 'Tell us what you would like to give and we send you the details. Gifts are tax-deductible; the receipt comes by itself in January.',
        plans: giveGroups.map((plan) => ({
          ...plan,
          cta: { label: `Give ${plan.name.toLowerCase()}`, href: '/contact' },
        })),
      },
    ],
    [
      'table',
      {
        heading: 'Where a euro goes',
        text: 'From last year’s accounts, checked by people who are not us.',
        caption: 'Spending of the last year',
        columns: [{ text: 'For' }, { text: 'Cents' }],
        rows: [
          ['Plants, machines and materials', '61'],
          ['People who plan and lead', '24'],
          ['Schools', '9'],
          ['Office and bank', '6'],
        ].map((cells) => ({ cells: cells.map((text) => ({ text })) })),
        hasRowHeads: true,
      },
      { style: { tone: 'muted', width: 'narrow' } },
    ],
    [
      'downloads',
      {
        heading: 'Papers',
        items: [
          {
            file: { label: 'Ask for the annual report', href: '/contact' },
            text: 'What we did, what failed, what it cost.',
            size: '',
          },
          {
            file: { label: 'Ask for the accounts', href: '/contact' },
            text: 'Audited, with the auditor’s letter.',
            size: '',
          },
        ],
      },
      { style: { width: 'narrow' } },
    ],
    [
      'faq',
      {
        heading: 'About giving',
        items: [
          {
            question: 'May I give a metre as a present?',
            answer: 'Yes. We send a drawn map with the name on it.',
          },
          {
            question: 'Can our company take part?',
            answer:
              'With a day in the mud for the whole team, or a stretch of bank. We do not print logos on trees.',
          },
          {
            question: 'May I choose where?',
            answer: 'You may choose the arm of the river. The beavers choose the rest.',
          },
        ],
      },
      { style: { tone: 'muted', width: 'narrow' } },
    ],
  ]),
}

const volunteer: TemplatePage = {
  path: '/volunteer',
  title: 'Take part',
  seo: {
    description:
      'Working days on the first Saturday of each month: what to bring, where to meet, what happens.',
  },
  document: composeDocument([
    [
      'picture-text',
      {
        heading: 'The first Saturday is yours',
        text: 'You need no skills and no gear. You get boots, gloves, a tool and somebody who shows you. At eleven there is soup. By one you have planted about thirty metres and know four people.',
        points: [
          { text: 'From six years on, with an adult' },
          { text: 'Boots in all sizes, odd ones too' },
          { text: 'In any weather except lightning' },
        ],
        primary: { label: 'Sign up', href: '/contact' },
        image: art('volunteers', 'Three people with a spade, a plant and a rake on a river bank.'),
      },
    ],
    [
      'steps',
      {
        heading: 'A Saturday, by the clock',
        items: [
          { title: '9:30', text: 'Coffee at the footbridge, boots from the van.' },
          { title: '10:00', text: 'In pairs along the bank, an old hand with a new one.' },
          { title: '11:15', text: 'Soup, bread and a talk of five minutes.' },
          { title: '13:00', text: 'Tools counted, people counted, done.' },
        ],
      },
      { style: { tone: 'brand' } },
    ],
    [
      'checklist',
      {
        heading: 'Other ways to help',
        columns: '2',
        items: [
          { text: 'Count larvae', note: 'One Wednesday a month.' },
          { text: 'Drive the van', note: 'An ordinary licence will do.' },
          { text: 'Cook the soup', note: 'For thirty. You choose the recipe.' },
          { text: 'Draw, write, translate', note: 'From home, in dry socks.' },
        ],
      },
    ],
  ]),
}

const about: TemplatePage = {
  path: '/about',
  title: 'Who we are',
  seo: {
    description: 'A kitchen table, a petition and a borrowed digger: how {{name}} began and who runs it.',
  },
  document: composeDocument([
    [
      'picture-text',
      {
        eyebrow: 'How it began',
        heading: 'A kitchen table and a borrowed digger',
        text: 'In the spring after the flood, seven neighbours asked the water board whether the river might not be safer with a few bends in it. The answer was a folder of 200 pages, and on page 180 it said yes.\n\nSo they borrowed a digger.',
        image: art('otter', 'An otter looking out of the water between reeds.'),
        primary: { label: 'What we do', href: '/services' },
      },
    ],
    [
      'bento',
      {
        heading: 'What we hold to',
        items: [
          {
            size: 'wide',
            look: 'filled',
            icon: 'people',
            title: 'With, never against',
            text: 'Farmers, anglers and engineers sit on our board. It makes meetings longer and rivers better.',
          },
          {
            icon: 'chart',
            look: 'tinted',
            title: 'Counted',
            text: 'What cannot be measured is not claimed.',
          },
          { icon: 'book', look: 'tinted', title: 'Open', text: 'Plans, prices and failures are public.' },
          { icon: 'leaf', look: 'plain', title: 'Native', text: 'Every plant comes from this valley.' },
          {
            size: 'wide',
            look: 'plain',
            icon: 'clock',
            title: 'For a hundred years',
            text: 'It took a century to straighten the river. We plan for as long.',
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'logos',
      {
        heading: 'With the help of',
        items: [
          { name: 'Valley Water Board' },
          { name: 'Anglers of 1887' },
          { name: 'Riverside School' },
          { name: 'Mill Lane Bakery' },
        ],
      },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Contact',
  seo: {
    title: 'Write to {{name}}',
    description: 'Sign up for a working day, give, or bring a class: how to reach {{name}}.',
  },
  document: composeDocument([
    [
      'columns',
      {
        heading: 'Write to us',
        text: 'Somebody answers within two days. On Saturdays we are in the river.',
        split: 'wide-first',
      },
      {
        slots: {
          first: [['form', { heading: '', form: 'contact' }]],
          second: [
            ['contact-details', { heading: 'Where to find us' }],
            [
              'image',
              {
                image: art('map', 'A map of a river and its arms, with places marked as done.'),
                ratio: 'landscape',
              },
            ],
          ],
        },
      },
    ],
  ]),
}

export const tributaryPages: TemplatePage[] = [tributaryHome, work, give, volunteer, about, contact]
