import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf, portraitsOf } from '../template-art.ts'
import { assemblyProgramme } from './assembly-programme.ts'

const art = artOf('assembly')
const portrait = portraitsOf('assembly')
const wide = { width: 'wide' } as const
const ticket = { label: 'Get a ticket', href: '/tickets' }

const home: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: two days for people who make things together',
    description: '{{name}}: two days, one stage, 400 people. Speakers, programme and tickets.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'centred',
        eyebrow: '14 and 15 May · The Round Hall',
        heading: 'Two days. One stage. Everybody talks.',
        text: 'A conference for people who build things with other people. Sixteen talks, no parallel tracks, and breaks as long as the sessions.',
        primary: ticket,
        secondary: { label: 'Programme', href: '/programme' },
        image: art('hero', 'Rows of tiles with circles, arcs and stripes in bright colours.', 1760, 800),
      },
      { style: wide },
    ],
    [
      'icon-row',
      {
        items: [
          { icon: 'people', text: '400 people' },
          { icon: 'chat', text: '16 talks, 20 minutes each' },
          { icon: 'cup', text: '9 hours of breaks' },
          { icon: 'heart', text: 'Childcare and captions' },
        ],
      },
      { style: { tone: 'ink', padding: 'small' } },
    ],
    [
      'team',
      {
        heading: 'Who will stand on the stage',
        text: 'Six of sixteen. None of them has slides with more than seven words; it is in the contract.',
        people: [
          { name: 'Abeni Cole', role: 'Runs a choir of engineers', image: portrait('speaker-1') },
          { name: 'Joost Vermeer', role: 'Unbuilds office blocks', image: portrait('speaker-2') },
          { name: 'Priya Nair', role: 'Maps what maps leave out', image: portrait('speaker-3') },
          { name: 'Desta Haile', role: 'Games for town councils', image: portrait('speaker-4') },
          { name: 'Maren Falk', role: 'Writes rules people keep', image: portrait('speaker-5') },
          { name: 'Finn Ó Dálaigh', role: 'Carpenter, then minister', image: portrait('speaker-6') },
        ],
      },
      { style: wide },
    ],
    [
      'image',
      {
        image: art('strip', 'Large tiles with arcs, discs and stripes in bright colours.', 1680, 720),
        caption: '',
        ratio: 'wide',
      },
      { style: { ...wide, padding: 'none' } },
    ],
    [
      'picture-text',
      {
        heading: 'The break is the point',
        text: 'You will remember one talk and three conversations. So we turned it round: twenty minutes on the stage, forty in the yard, at tables for six with a question on each.',
        points: [
          { text: 'Tables change every hour' },
          { text: 'A quiet room with sofas and no wifi' },
          { text: 'Lunch cooked on the square' },
        ],
        primary: { label: 'How the days run', href: '/programme' },
        image: art('hall', 'A speaker on a stage below a wall of tiles, before rows of people.', 1200, 960),
        side: 'end',
      },
      { style: { tone: 'muted' } },
    ],
    [
      'reviews',
      {
        heading: 'Last year',
        items: [
          {
            stars: '5',
            quote: 'I came for the talks and left with a business partner.',
            name: 'Hanna',
            source: 'Second time',
          },
          {
            stars: '5',
            quote: 'The only conference where I did not hide in the stairwell.',
            name: 'Ruben',
            source: 'First time',
          },
          { stars: '4', quote: 'Too many good breakfasts.', name: 'Chipo', source: 'Fourth time' },
        ],
      },
    ],
    [
      'posts',
      { heading: 'News', count: '3', more: { label: 'All news', href: '/blog' } },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'newsletter',
      {
        heading: 'Not this year?',
        text: 'We write when the next date is fixed, and never otherwise.',
        form: 'newsletter',
        note: '',
      },
    ],
    [
      'cta',
      {
        heading: '400 seats. Then it is full.',
        text: 'There is no bigger hall, on purpose.',
        primary: ticket,
        secondary: { label: 'Where it is', href: '/venue' },
      },
      { style: { ...wide, tone: 'brand', padding: 'large' } },
    ],
  ]),
}

const tickets: TemplatePage = {
  path: '/tickets',
  title: 'Tickets',
  seo: { description: 'What a ticket to {{name}} costs, what is included and how to pay less.' },
  document: composeDocument([
    [
      'pricing',
      {
        heading: 'Tickets',
        text: 'Both days, all meals, the party. Tell us which one, and we send you the invoice.',
        plans: [
          {
            name: 'Reduced',
            price: '€ 90',
            period: '',
            text: 'Students, carers, between jobs. We do not ask.',
            included: [{ text: 'Both days and all meals' }, { text: 'The party' }],
            cta: { label: 'Reduced, please', href: '/contact' },
          },
          {
            name: 'Ordinary',
            price: '€ 260',
            period: '',
            text: 'What it costs us.',
            included: [
              { text: 'Both days and all meals' },
              { text: 'The party' },
              { text: 'The printed notes' },
            ],
            cta: { label: 'An ordinary one', href: '/contact' },
            isFeatured: true,
          },
          {
            name: 'Generous',
            price: '€ 420',
            period: '',
            text: 'Pays for a reduced one.',
            included: [{ text: 'Everything in Ordinary' }, { text: 'Your thanks on the wall' }],
            cta: { label: 'A generous one', href: '/contact' },
          },
        ],
        note: 'Tax included. You can pass a ticket on until the evening before.',
      },
      { style: { width: 'wide' } },
    ],
    [
      'faq',
      {
        heading: 'Good to know',
        items: [
          {
            question: 'Is there childcare?',
            answer:
              'Yes, from two to twelve, in the hall next door, with three people who do this for a living.',
          },
          {
            question: 'Are the talks recorded?',
            answer: 'Yes, with captions, and online a month later for everybody.',
          },
          {
            question: 'I use a wheelchair. Can I get everywhere?',
            answer: 'Everywhere, the stage included. Tell us if you need anything else.',
          },
          {
            question: 'What if I cannot come?',
            answer: 'Pass the ticket on, or get your money back until 1 April.',
          },
        ],
      },
      { style: { tone: 'muted', width: 'narrow' } },
    ],
  ]),
}

const venue: TemplatePage = {
  path: '/venue',
  title: 'Venue',
  seo: {
    description: 'The Round Hall: how to get there, where to sleep and what to do with a free evening.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'split',
        heading: 'The Round Hall',
        text: 'Built for a circus, used for boxing, vegetables and parliament. No seat is further than twenty metres from the stage.',
        primary: { label: 'How to get there', href: '#way' },
        image: art('venue', 'A round hall with an orange tent roof and coloured arches.', 1200, 960),
      },
      { style: { width: 'wide' } },
    ],
    [
      'map',
      {
        heading: 'How to get there',
        text: 'Twelve minutes on foot from the station, through the park. Trams 4 and 9 stop at the door. There is no car park, and you will not miss it.',
        hasMap: true,
        image: art('cover-city', 'A skyline of bright buildings with a bus.', 1200, 800),
      },
      { style: { anchor: 'way', tone: 'muted' } },
    ],
    ['contact-cards', { heading: 'Reach us on the day', hasAddress: true }],
  ]),
}

const about: TemplatePage = {
  path: '/about',
  title: 'About',
  seo: { description: 'Who makes {{name}}, who pays for it and what everybody agrees to.' },
  document: composeDocument([
    [
      'picture-text',
      {
        heading: 'Made by nine people with other jobs',
        text: 'It began as an argument in a kitchen about why conferences are bad. Somebody said: then do it better. That was six years ago, and we still meet in that kitchen.',
        image: art('cover-questions', 'Speech bubbles on pink.', 1200, 800),
        primary: { label: 'Write to us', href: '/contact' },
      },
    ],
    [
      'logos',
      {
        heading: 'Paid for by tickets, and these',
        items: [
          { name: 'Form & Sons' },
          { name: 'City Library' },
          { name: 'Oat Union' },
          { name: 'Brightside' },
          { name: 'Kiosk Radio' },
        ],
      },
      { style: { tone: 'muted', padding: 'small' } },
    ],
    [
      'accordion',
      {
        heading: 'What we all agree to',
        isExclusive: true,
        items: [
          {
            title: 'Be kind',
            html: '<p>Assume the other person is tired, and clever. Nobody is a beginner’s joke.</p>',
          },
          {
            title: 'Leave a gap',
            html: '<p>Stand in a circle with room for one more. Whoever walks by may fill it.</p>',
          },
          {
            title: 'Ask before you photograph',
            html: '<p>A red lanyard means no pictures, and no questions why.</p>',
          },
          {
            title: 'If something is wrong',
            html: '<p>Find anybody in a yellow shirt, or write to us. We listen, we act, we tell you what we did.</p>',
          },
        ],
      },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Contact',
  seo: { title: 'Write to {{name}}', description: 'Order a ticket, offer a talk or help out at {{name}}.' },
  document: composeDocument([
    [
      'hero-form',
      {
        heading: 'Say hello',
        text: 'Order a ticket, propose a talk, offer a hand. Somebody answers within two days.',
        points: [
          { text: 'Tickets by invoice' },
          { text: 'Proposals until 31 January' },
          { text: 'Helpers come free, and get the shirt' },
        ],
        formTitle: 'Your message',
        form: 'contact',
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}

export const assemblyPages: TemplatePage[] = [home, assemblyProgramme, tickets, venue, about, contact]
