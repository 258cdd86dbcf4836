import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'
import { clinicFees } from './clinic-fees.ts'
import { clinicHome } from './clinic-home.ts'
import { clinicServices } from './clinic-services.ts'

const art = artOf('clinic')
const call = { label: 'Call {{phone}}', href: 'tel:{{phone}}' }

const about: TemplatePage = {
  path: '/about',
  title: 'About us',
  seo: { description: 'Who we are at {{name}}, how we work, and what we will never do in a hurry.' },
  document: composeDocument([
    [
      'picture-text',
      {
        heading: 'A practice built around the conversation',
        text: '{{name}} began with a simple wish: that people should leave knowing more than when they came. So we book fewer visits in a day than we could, and spend the time we win on explaining.\n\nThat changes what dentistry feels like. Questions get answered before they turn into worries, and small problems are found while they are still small.',
        image: art(
          'about',
          'The front of a small practice with a green door, a bench and two trees.',
          600,
          480,
        ),
      },
    ],
    [
      'features',
      {
        heading: 'How we work',
        look: 'plain',
        columns: '2',
        items: [
          {
            icon: 'search',
            title: 'We look before we treat',
            text: 'Pictures and measurements first. If waiting is a sound choice, we will say so.',
          },
          {
            icon: 'chat',
            title: 'We speak plainly',
            text: 'No Latin without a translation. If something is unclear, that is our fault and not yours.',
          },
          {
            icon: 'leaf',
            title: 'We keep what is healthy',
            text: 'The best filling is the one you never need, so prevention gets as much of our time as repair.',
          },
          {
            icon: 'shield',
            title: 'We work cleanly',
            text: 'Every instrument is sterilised, packed and traced. Ask, and we will gladly show you how.',
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'features',
      {
        heading: 'The people you will meet',
        columns: '3',
        items: [
          {
            icon: 'phone',
            title: 'At the front desk',
            text: 'Your first voice on the phone and the people who make the day fit around yours.',
          },
          {
            icon: 'tooth',
            title: 'In the surgery',
            text: 'Dentists who sit down before they start, and who see the same patients year after year.',
          },
          {
            icon: 'sparkle',
            title: 'In prevention',
            text: 'Hygienists with a light hand and a talent for finding the one habit that makes a difference.',
          },
        ],
      },
    ],
    [
      'cta',
      {
        heading: 'Questions are welcome before a visit, too',
        primary: { label: 'Write to us', href: '/contact' },
        secondary: call,
      },
      { style: { tone: 'ink' } },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Contact',
  seo: { description: 'Ask {{name}} for a visit, find the way, or simply put a question to us.' },
  document: composeDocument([
    [
      'columns',
      {
        heading: 'Ask for a visit',
        text: 'Tell us a little about what you need. We answer within one working day with a time, or with a question back.',
        split: 'wide-first',
      },
      {
        slots: {
          first: [
            [
              'form',
              {
                heading: '',
                form: 'contact',
                note: 'Please do not send medical records through this form. In an emergency, ring your local emergency number.',
              },
            ],
          ],
          second: [
            ['contact-details', { heading: 'Where to find us' }, { style: { tone: 'muted' } }],
            [
              'image',
              {
                image: art('door', 'A green door with a plant in a pot on either side.', 600, 400),
                ratio: 'landscape',
              },
            ],
          ],
        },
      },
    ],
  ]),
}

export const clinicPages: TemplatePage[] = [clinicHome, about, clinicServices, clinicFees, contact]
