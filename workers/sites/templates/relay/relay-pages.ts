import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf, portraitsOf } from '../template-art.ts'
import { relayHome } from './relay-home.ts'

const art = artOf('relay')
const portrait = portraitsOf('relay')
const start = { label: 'Start free', href: '/contact' }

const product: TemplatePage = {
  path: '/product',
  title: 'Product',
  seo: {
    title: 'How {{name}} works',
    description: 'Inbox, handovers, insight and connections: a tour of {{name}} in five minutes.',
  },
  document: composeDocument([
    [
      'heading',
      {
        eyebrow: 'Product',
        heading: 'A tour in five minutes',
        text: 'Four parts. Most teams begin with the first and switch on the others when they miss them.',
      },
    ],
    [
      'picture-text',
      {
        heading: 'The inbox',
        text: 'Everything that reaches you stands in one list, oldest promise first. Open a request and you see who it is, what they bought, what they asked before and who answered.',
        points: [
          { text: 'One owner per request, always' },
          { text: 'Drafts seen by others as you type' },
          { text: 'Keyboard for all of it' },
        ],
        primary: { label: '', href: '' },
        image: art('inbox', 'A conversation with replies beside a list of people.', 1200, 960),
      },
      { style: { anchor: 'inbox', tone: 'muted' } },
    ],
    [
      'picture-text',
      {
        heading: 'Handovers',
        text: 'Press H, choose a person or a team, say in a sentence what is left. They get the whole story and a date; you get it off your mind.',
        points: [
          { text: 'Promises keep their date' },
          { text: 'Holidays hand over by themselves' },
          { text: 'Nothing lies with nobody' },
        ],
        primary: { label: '', href: '' },
        image: art('board', 'A board of three columns with a card being moved.', 1200, 960),
        side: 'start',
      },
      { style: { anchor: 'handovers' } },
    ],
    [
      'picture-text',
      {
        heading: 'Insight',
        text: 'What was asked, how long it took, what it led to. Charts you can read aloud in a meeting, and the raw rows behind each of them.',
        points: [
          { text: 'Topics found, named and counted' },
          { text: 'A draft answer for what repeats' },
          { text: 'CSV of everything' },
        ],
        primary: { label: '', href: '' },
        image: art('report', 'A rising line above a bar chart and a ring chart.', 1200, 960),
      },
      { style: { anchor: 'insight', tone: 'muted' } },
    ],
    [
      'columns',
      {
        heading: 'Connections',
        text: 'Sixty and counting, and an API that can do whatever the app can.',
        split: 'even',
      },
      {
        style: { anchor: 'connections' },
        slots: {
          first: [
            [
              'checklist',
              {
                heading: '',
                columns: '1',
                items: [
                  { text: 'Mail', note: 'Any provider, any number of addresses.' },
                  { text: 'Chat and telephone', note: 'Missed calls become requests with a transcript.' },
                  { text: 'Shop and accounts', note: 'Orders and invoices beside the question.' },
                ],
              },
            ],
          ],
          second: [
            [
              'code',
              {
                title: 'Create a request',
                code: 'curl https://api.example.com/requests \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -d subject="Where is my order?" \\\n  -d from="ada@example.com"',
                caption: 'Answers with the request and its owner.',
              },
            ],
          ],
        },
      },
    ],
    ['cta', { heading: 'Try it with your own mail', primary: start }, { style: { tone: 'brand' } }],
  ]),
}

const pricing: TemplatePage = {
  path: '/pricing',
  title: 'Pricing',
  seo: {
    description:
      'Free for three people, then one price per person. What {{name}} costs and what is included.',
  },
  document: composeDocument([
    [
      'pricing',
      {
        heading: 'One price, per person who answers',
        text: 'Customers, readers and robots cost nothing.',
        plans: [
          {
            name: 'Start',
            price: '€ 0',
            period: 'for three people',
            text: 'For small teams and first tries.',
            included: [
              { text: 'Inbox and handovers' },
              { text: 'Two connections' },
              { text: 'A year of history' },
            ],
            cta: start,
          },
          {
            name: 'Team',
            price: '€ 18',
            period: 'per person and month',
            text: 'For teams that answer all day.',
            included: [
              { text: 'Everything in Start' },
              { text: 'Insight and drafts' },
              { text: 'All connections, API' },
              { text: 'Quiet hours and holidays' },
            ],
            cta: { label: 'Try Team for a month', href: '/contact' },
            isFeatured: true,
          },
          {
            name: 'House',
            price: '€ 32',
            period: 'per person and month',
            text: 'For those with auditors.',
            included: [
              { text: 'Everything in Team' },
              { text: 'Single sign-on, audit log' },
              { text: 'Your own region' },
              { text: 'A person to call' },
            ],
            cta: { label: 'Talk to us', href: '/contact' },
          },
        ],
        note: 'Two months free when paid by the year. Prices before tax.',
      },
      { style: { width: 'wide' } },
    ],
    [
      'comparison',
      {
        heading: 'In detail',
        columns: [{ title: 'Start' }, { title: 'Team', isFeatured: true }, { title: 'House' }],
        rows: [
          ['Requests', 'no limit', 'no limit', 'no limit'],
          ['History', '1 year', 'for ever', 'for ever'],
          ['Connections', '2', 'all', 'all'],
          ['Insight', 'no', 'yes', 'yes'],
          ['Single sign-on', 'no', 'no', 'yes'],
          ['Support', 'by mail', 'within 4 hours', 'within 1 hour'],
        ].map(([label = '', ...cells]) => ({ label, cells: cells.map((text) => ({ text })) })),
      },
      { style: { tone: 'muted' } },
    ],
    [
      'faq',
      {
        heading: 'Fair questions',
        items: [
          {
            question: 'What happens after the free month?',
            answer: 'You choose. Without a choice you are on Start again, and nothing is deleted.',
          },
          {
            question: 'Can we leave?',
            answer: 'With one click, and with everything you ever wrote in an open format.',
          },
          { question: 'Do you train models on our data?', answer: 'No. Not ours, not anybody else’s.' },
        ],
      },
      { style: { width: 'narrow' } },
    ],
  ]),
}

const about: TemplatePage = {
  path: '/about',
  title: 'About',
  seo: { description: 'Eleven people, no office and one rule about notifications: who makes {{name}}.' },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'split',
        heading: 'Made by people who used to answer',
        text: 'We ran a help desk for nine years. {{name}} is what we built on Friday afternoons because we could not buy it.',
        primary: { label: 'Work with us', href: '#jobs' },
        image: art('team', 'Five round portraits in a ring on violet.', 1200, 960),
      },
      { style: { width: 'wide' } },
    ],
    [
      'stats',
      {
        items: [
          { value: '11', label: 'people in six countries' },
          { value: '2,400', label: 'teams' },
          { value: '0', label: 'investors' },
          { value: '4', label: 'days a week' },
        ],
      },
      { style: { tone: 'ink', padding: 'small' } },
    ],
    [
      'team',
      {
        heading: 'A few of us',
        people: [
          { name: 'Amara Diallo', role: 'Started it', image: portrait('person-1') },
          { name: 'Freya Lind', role: 'Design', image: portrait('person-2') },
          { name: 'Tomás Rey', role: 'The fast parts', image: portrait('person-3') },
          { name: 'Zola Ndlovu', role: 'Answers you', image: portrait('person-4') },
        ],
      },
    ],
    [
      'jobs',
      {
        heading: 'Open now',
        items: [
          {
            title: 'Engineer who writes',
            place: 'Anywhere within three hours of Berlin',
            hours: '32 hours',
            text: 'You ship small, explain it in a paragraph and delete more than you add.',
            link: { label: 'Write to us', href: '/contact' },
          },
          {
            title: 'Support, first line and last',
            place: 'Anywhere',
            hours: '32 hours',
            text: 'You answer, and you decide what we build next because of it.',
            link: { label: 'Write to us', href: '/contact' },
          },
        ],
      },
      { style: { anchor: 'jobs', tone: 'muted' } },
    ],
  ]),
}

const services: TemplatePage = {
  path: '/services',
  title: 'Moving here',
  seo: {
    description: 'How teams move to {{name}} in a week: import, training and a person who stays with you.',
  },
  document: composeDocument([
    [
      'services',
      {
        heading: 'Moving here takes a week',
        text: 'And we do most of it.',
        items: [
          {
            icon: 'download',
            title: 'Import',
            text: 'From mail, tickets and spreadsheets, with every attachment.',
            price: 'free',
            link: { label: 'Ask for it', href: '/contact' },
          },
          {
            icon: 'people',
            title: 'First day together',
            text: 'Two hours with your team, on your real requests.',
            price: 'free on Team',
            link: { label: 'Ask for it', href: '/contact' },
          },
          {
            icon: 'tools',
            title: 'Made to measure',
            text: 'A connection to the system nobody else has.',
            price: 'from € 1,900',
            link: { label: 'Ask for it', href: '/contact' },
          },
        ],
      },
    ],
    [
      'steps',
      {
        heading: 'The week',
        items: [
          { title: 'Monday', text: 'We import a copy. Nothing changes for you.' },
          { title: 'Wednesday', text: 'Your team works in both, and tells us what is odd.' },
          { title: 'Friday', text: 'You switch the address over. The old tool stays readable.' },
        ],
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Start free',
  seo: {
    title: 'Start with {{name}}',
    description: 'Free for three people. Leave your address and we set you up within the hour.',
  },
  document: composeDocument([
    [
      'hero-form',
      {
        heading: 'Start free',
        text: 'Leave your address. We set you up within the hour, with your own name on the door.',
        points: [
          { text: 'Free for three people, without an end date' },
          { text: 'No card, no call, no countdown' },
          { text: 'Delete it all with one click' },
        ],
        formTitle: 'Your team',
        form: 'contact',
      },
      { style: { tone: 'muted' } },
    ],
    ['contact-cards', { heading: 'Or talk to a person', hasAddress: false }],
  ]),
}

export const relayPages: TemplatePage[] = [relayHome, product, pricing, services, about, contact]
