import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf, portraitsOf } from '../template-art.ts'
import { gableHome } from './gable-home.ts'
import { gableHomes } from './gable-homes.ts'

const art = artOf('gable')
const portrait = portraitsOf('gable')

const sell: TemplatePage = {
  path: '/sell',
  title: 'Selling',
  seo: {
    title: 'Selling with {{name}}',
    description: 'A valuation you can follow, four weeks of quiet preparation and a fee when it is sold.',
  },
  document: composeDocument([
    [
      'hero-form',
      {
        heading: 'What is it worth?',
        text: 'We come by, look for an hour and send you three figures with the reasons. No charge, no obligation, no telephone calls on Sunday.',
        points: [
          { text: 'An answer in writing within five days' },
          { text: 'Compared with what really sold nearby' },
          { text: 'And what to repair first, if anything' },
        ],
        formTitle: 'Ask for a valuation',
        form: 'valuation',
      },
      { style: { tone: 'muted' } },
    ],
    [
      'timeline',
      {
        heading: 'Ten weeks, more or less',
        items: [
          {
            date: 'Week 1',
            title: 'Papers',
            text: 'Land register, plans, energy certificate. We fetch what is missing.',
          },
          {
            date: 'Weeks 2 to 4',
            title: 'The house on a good day',
            text: 'Measuring, drawing, photographs at the hour the light is best. Perhaps a coat of paint, never a bowl of lemons.',
          },
          {
            date: 'Weeks 5 to 7',
            title: 'Viewings',
            text: 'By appointment, one party at a time. You need not be there, and the cat need not be moved.',
          },
          {
            date: 'Weeks 8 to 10',
            title: 'Contract and keys',
            text: 'We read the draft with you, go along to the notary, and hang the key on a ribbon.',
          },
        ],
      },
    ],
    [
      'pricing',
      {
        heading: 'One fee, when it is sold',
        plans: [
          {
            name: 'All of it',
            price: '2.4%',
            period: 'of the price',
            text: 'From valuation to key.',
            included: [
              { text: 'Plan, photographs, description' },
              { text: 'Viewings and negotiation' },
              { text: 'Beside you at the notary' },
            ],
            cta: { label: 'Begin', href: '/contact' },
            isFeatured: true,
          },
          {
            name: 'The start',
            price: '€ 980',
            period: 'once',
            text: 'For those who sell themselves.',
            included: [
              { text: 'Valuation and papers' },
              { text: 'Measured plan' },
              { text: 'An hour of advice' },
            ],
            cta: { label: 'Ask', href: '/contact' },
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
  ]),
}

const about: TemplatePage = {
  path: '/about',
  title: 'About us',
  seo: { description: 'Three people, one quarter and forty homes a year: who works at {{name}}.' },
  document: composeDocument([
    [
      'picture-text',
      {
        heading: 'We know what the street sounds like at night',
        text: 'An agent who covers a whole city knows prices. We cover one quarter, and know which courtyard has a saxophonist.\n\nThat is why we are small, why we sell slowly, and why people who bought from us sell through us when they move on.',
        primary: { label: 'Homes for sale', href: '/homes' },
        image: art('cover-map', 'A map of a quarter with parks, a river and three pins.', 1200, 800),
      },
      { style: { width: 'wide' } },
    ],
    [
      'team',
      {
        heading: 'Ask any of us',
        people: [
          { name: 'Henrik Voss', role: 'Old houses and their secrets', image: portrait('agent-1') },
          { name: 'Nadia Farouk', role: 'Runs the place', image: portrait('agent-2') },
          { name: 'Clara Whitlock', role: 'Letting and landlords', image: portrait('agent-3') },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'reviews',
      {
        heading: 'People who moved',
        items: [
          {
            stars: '5',
            quote: 'She talked us out of the first house. Two months later we understood why.',
            name: 'Lena and Piotr',
            source: 'Bought the Lime Street flat',
          },
          {
            stars: '5',
            quote: 'Sold in three weeks, to the only couple who loved the tiles.',
            name: 'M. Okafor',
            source: 'Sold a terrace house',
          },
          {
            stars: '4',
            quote: 'Everything as agreed. The key on a ribbon made my mother cry.',
            name: 'Jana T.',
            source: 'Bought a loft',
          },
        ],
      },
    ],
    [
      'jobs',
      {
        heading: 'Work with us',
        items: [
          {
            title: 'Letting assistant',
            place: 'Office and bicycle',
            hours: '25 hours',
            text: 'You like keys, protocols and people, in any order.',
            link: { label: 'Apply', href: '/contact' },
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
  ]),
}

const services: TemplatePage = {
  path: '/services',
  title: 'Services',
  seo: { description: 'Buying, selling, letting and advice: what {{name}} does and what it costs.' },
  document: composeDocument([
    [
      'services',
      {
        heading: 'What we do',
        text: 'In the quarter we know, and nowhere else.',
        items: [
          {
            icon: 'home',
            title: 'Selling',
            text: 'Valuation, plan, photographs, viewings, contract.',
            price: '2.4% when sold',
            link: { label: 'How we sell', href: '/sell' },
          },
          {
            icon: 'search',
            title: 'Searching',
            text: 'Tell us how you live. We ring when it exists.',
            price: 'free for buyers',
            link: { label: 'Tell us', href: '/contact' },
          },
          {
            icon: 'key',
            title: 'Letting',
            text: 'Choosing, contract, handover, statements.',
            price: 'one month’s rent',
            link: { label: 'Ask', href: '/contact' },
          },
          {
            icon: 'ruler',
            title: 'Valuation report',
            text: 'In writing, for banks, heirs and separations.',
            price: '€ 650',
            link: { label: 'Ask', href: '/contact' },
          },
        ],
      },
    ],
    [
      'faq',
      {
        heading: 'Asked on every second viewing',
        items: [
          {
            question: 'What comes on top of the price?',
            answer:
              'Tax, notary and register: between 6 and 9 per cent, depending on the region. We work it out to the euro before you sign.',
          },
          {
            question: 'How long does a loan take?',
            answer: 'Four to six weeks from a complete set of papers. We give you the list.',
          },
          {
            question: 'Can we bring an expert?',
            answer: 'Please do. We can name three who are not our friends.',
          },
        ],
      },
      { style: { tone: 'muted', width: 'narrow' } },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Contact',
  seo: {
    title: 'Talk to {{name}}',
    description: 'Arrange a viewing, or tell us what you are looking for. Address and hours of {{name}}.',
  },
  document: composeDocument([
    [
      'columns',
      {
        heading: 'Arrange a viewing',
        text: 'Or tell us what you are looking for. We answer in person, usually the same day.',
        split: 'wide-first',
      },
      {
        slots: {
          first: [['form', { heading: '', form: 'contact' }]],
          second: [
            ['contact-details', { heading: 'The office' }],
            [
              'image',
              {
                image: art('room', 'A living room with a blue sofa, a lamp and a tall window.', 1200, 960),
                ratio: 'landscape',
              },
            ],
          ],
        },
      },
    ],
  ]),
}

export const gablePages: TemplatePage[] = [gableHome, ...gableHomes, sell, services, about, contact]
