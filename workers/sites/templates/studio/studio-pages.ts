import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'
import { studioHome } from './studio-home.ts'
import { studioMethod } from './studio-method.ts'
import { studioServices } from './studio-services.ts'

const art = artOf('studio')
const wide = { width: 'wide' } as const

const about: TemplatePage = {
  path: '/about',
  title: 'About',
  seo: {
    description:
      'How {{name}} works, what we believe about design, and what it is like to have us on your side.',
  },
  document: composeDocument([
    [
      'picture-text',
      {
        heading: 'A small studio, on purpose',
        text: '{{name}} stays small so that the person you meet on the first day is the person who draws the last line. There is no account manager between you and the work, and no team that changes half way.\n\nWe take on few projects at a time and finish what we begin.',
        image: art(
          'about',
          'A studio wall of squares and arches with a blue chair in front of it.',
          600,
          480,
        ),
      },
      { style: wide },
    ],
    [
      'features',
      {
        heading: 'What we hold on to',
        look: 'plain',
        columns: '2',
        items: [
          {
            icon: 'compass',
            title: 'Clarity before beauty',
            text: 'If it has to be explained, it is not finished. Beauty is what is left when nothing is in the way.',
          },
          {
            icon: 'ruler',
            title: 'Few parts, well made',
            text: 'One typeface used well beats five used loudly. The same goes for colours, pages and meetings.',
          },
          {
            icon: 'people',
            title: 'Everyone gets in',
            text: 'What we make works with a keyboard, a screen reader, a cheap phone and tired eyes.',
          },
          {
            icon: 'key',
            title: 'Nothing held hostage',
            text: 'Open formats and plain documentation. You stay with us because you want to.',
          },
        ],
      },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'faq',
      {
        heading: 'Before you ask',
        items: [
          {
            question: 'How big does a project have to be?',
            answer:
              'Big enough to matter to you. We have spent a happy afternoon on a single form, and a year on a family of websites.',
          },
          {
            question: 'Do you work with people far away?',
            answer:
              'Yes. We like to meet once at the beginning. After that a call each week and a shared folder do the job.',
          },
          {
            question: 'Can you work with the people we already have?',
            answer:
              'Gladly. Developers, printers, writers: tell us who is there, and we will fit around them.',
          },
          { question: 'Where are you?', answer: '{{address}}' },
        ],
      },
      { style: { width: 'narrow' } },
    ],
    [
      'cta',
      {
        heading: 'Come by, or call',
        text: 'There is coffee, and nobody will show you a slide.',
        primary: { label: 'Get in touch', href: '/contact' },
        secondary: { label: 'Call {{phone}}', href: 'tel:{{phone}}' },
      },
      { style: { ...wide, tone: 'brand' } },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Contact',
  seo: {
    description:
      'Tell {{name}} what you have in mind. You get an answer from a person within two working days.',
  },
  document: composeDocument([
    [
      'columns',
      {
        heading: 'Tell us what you have in mind',
        text: 'Half-formed is fine. You get an answer from a person, within two working days, with questions in it.',
        split: 'wide-first',
      },
      {
        style: wide,
        slots: {
          first: [
            [
              'form',
              {
                heading: '',
                form: 'contact',
                note: 'We use what you send to answer you, and for nothing else.',
              },
            ],
          ],
          second: [
            ['contact-details', { heading: 'Or come by' }],
            [
              'image',
              { image: art('contact', 'A red circle resting in a blue arch.', 480, 480), ratio: 'square' },
            ],
          ],
        },
      },
    ],
  ]),
}

export const studioPages: TemplatePage[] = [studioHome, about, studioServices, studioMethod, contact]
