import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf, portraitsOf } from '../template-art.ts'
import { chambersHome } from './chambers-home.ts'
import { chambersServices } from './chambers-services.ts'

const art = artOf('chambers')
const portrait = portraitsOf('chambers')

const about: TemplatePage = {
  path: '/about',
  title: 'The firm',
  seo: {
    description: 'Four lawyers, one corridor and a rule about plain words: who works at {{name}} and how.',
  },
  document: composeDocument([
    [
      'heading',
      {
        eyebrow: 'The firm',
        heading: 'Four lawyers and one corridor',
        text: 'Small enough that the person who knows your file is the person who answers the telephone.',
      },
      { style: { width: 'narrow' } },
    ],
    [
      'team',
      {
        heading: '',
        people: [
          {
            name: 'Edmund Hale',
            role: 'Property and leases',
            text: 'Has measured more hedges than most gardeners.',
            image: portrait('person-1'),
          },
          {
            name: 'Adaeze Obi',
            role: 'Business and contracts',
            text: 'Deletes a third of every contract, and the right third.',
            image: portrait('person-2'),
          },
          {
            name: 'Ruth Lindqvist',
            role: 'Family and children',
            text: 'A mediator first and a litigator when she must.',
            image: portrait('person-3'),
          },
          {
            name: 'Samir Rahman',
            role: 'Employment, wills and estates',
            text: 'Writes letters that end matters.',
            image: portrait('person-4'),
          },
        ],
      },
      { style: { width: 'wide', padding: 'none' } },
    ],
    [
      'picture-text',
      {
        eyebrow: 'Since the beginning',
        heading: 'A library, and the habit of using it',
        text: 'Most cases turn on something somebody did not read. We read it: the annex, the plan, the small grey text under the signature. Then we put the books back and write you a page.\n\nThat page is what you pay for. The rest is our homework.',
        image: art('library', 'Shelves of law books in navy, brass and oxblood.', 1200, 960),
        side: 'start',
      },
      { style: { tone: 'muted' } },
    ],
    [
      'timeline',
      {
        heading: 'From the first call to the last letter',
        items: [
          {
            date: 'Day one',
            title: 'You are heard',
            text: 'Half an hour in person or by telephone, with whoever would take your case.',
          },
          {
            date: 'Within the week',
            title: 'You are told',
            text: 'Our view in writing: chances, choices, costs. Two pages at most.',
          },
          {
            date: 'When you say so',
            title: 'We begin',
            text: 'With a fixed fee for each step, so that you can stop after any of them.',
          },
          {
            date: 'At the end',
            title: 'You get everything',
            text: 'The whole file, ordered and indexed, and a note on what to watch for.',
          },
        ],
      },
    ],
    [
      'quote',
      {
        look: 'card',
        quote: 'If your lawyer’s letter needs a lawyer, you have hired the wrong one.',
        name: 'Adaeze Obi',
        role: 'Partner',
      },
      { style: { width: 'narrow' } },
    ],
  ]),
}

const fees: TemplatePage = {
  path: '/fees',
  title: 'Fees',
  seo: {
    description:
      'What legal work costs at {{name}}: fixed fees for common matters and an honest rule for the rest.',
  },
  document: composeDocument([
    [
      'heading',
      {
        heading: 'What it costs',
        text: 'Most firms tell you their hourly rate. It is a true number and no help at all. Here is what things come to.',
      },
      { style: { width: 'narrow' } },
    ],
    [
      'price-list',
      {
        heading: '',
        sections: [
          {
            title: 'Property',
            items: [
              { name: 'Buying a home', text: 'Contract, searches, registration', price: '€ 1,450' },
              { name: 'Selling a home', text: 'Contract and completion', price: '€ 980' },
              { name: 'Reading your lease', text: 'A two-page opinion within three days', price: '€ 320' },
            ],
          },
          {
            title: 'Family',
            items: [
              { name: 'Marriage contract', text: 'For both, explained to both', price: '€ 890' },
              { name: 'Separation by agreement', text: 'Up to four meetings', price: '€ 2,200' },
            ],
          },
          {
            title: 'Work and business',
            items: [
              { name: 'Checking a termination', text: 'The answer in two working days', price: '€ 280' },
              { name: 'Terms for a small business', text: 'Drafted and explained', price: '€ 1,100' },
              { name: 'Founding a company', text: 'Articles, shareholders, registration', price: '€ 1,600' },
            ],
          },
          {
            title: 'Wills',
            items: [
              { name: 'A will', text: 'Two visits, kept in our safe', price: '€ 420' },
              { name: 'Two mirrored wills', text: 'For couples', price: '€ 640' },
            ],
          },
        ],
        note: 'Prices before tax. Court fees, searches and translations are passed on at cost.',
      },
    ],
    [
      'callout',
      {
        look: 'important',
        icon: 'shield',
        title: 'If it grows, you hear first',
        text: 'A fixed fee covers what we agreed. Should the matter turn into another, we stop, say so and name the next figure. You decide.',
      },
      { style: { width: 'narrow' } },
    ],
    [
      'faq',
      {
        heading: 'About money',
        items: [
          {
            question: 'Do you take on cases for a share of the result?',
            answer: 'For some debts and employment claims, yes. We say so in the first talk.',
          },
          {
            question: 'Will my insurance pay?',
            answer: 'Bring the policy. We ask the insurer for you, without charge, before anything else.',
          },
          { question: 'Can I pay in parts?', answer: 'In up to six, without interest.' },
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
    title: 'Arrange a first talk at {{name}}',
    description: 'Half an hour with a lawyer, without a fee. Address, hours and telephone of {{name}}.',
  },
  document: composeDocument([
    [
      'hero-form',
      {
        heading: 'A first talk, without a fee',
        text: 'A few lines are enough. What you write is covered by legal confidence from this moment, whether you become a client or not.',
        points: [
          { text: 'A lawyer answers within one working day' },
          { text: 'In person, by telephone or by video' },
          { text: 'You are told honestly if you do not need us' },
        ],
        formTitle: 'Tell us in a few lines',
        form: 'contact',
      },
      { style: { tone: 'muted' } },
    ],
    ['contact-cards', { heading: 'Or directly', hasAddress: true }],
    [
      'map',
      {
        heading: 'The blue door with two lamps',
        text: 'Ring the upper bell. The lift is to the left, the good chairs to the right.',
        image: art('cover-door', 'A navy double door under a fanlight, with a lamp on each side.', 1200, 800),
        hasMap: true,
      },
    ],
  ]),
}

export const chambersPages: TemplatePage[] = [chambersHome, chambersServices, about, fees, contact]
