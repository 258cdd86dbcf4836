import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import {
  choiceField,
  emailField,
  lineField,
  messageField,
  nameField,
  phoneField,
} from '../template-fields.ts'
import { gablePages } from './gable-pages.ts'
import { gablePosts } from './gable-posts.ts'

export const gable: Template = {
  id: 'gable',
  name: 'Gable',
  description:
    'A street of drawn houses with listings, plans and valuations, for an estate agent or a landlord.',
  industry: 'Real estate',
  category: 'services',
  tagline: 'Homes, and the people to fill them',
  preview: {
    src: '/_dde/art/preview-gable.webp',
    alt: 'Home page of the Gable template: a centred headline above a street of coloured town houses.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#fdfbf5', muted: '#f3eee0', ink: '#28301c', text: '#28301c', textMuted: '#5c634d' },
      ...{ line: '#e0d9c5', brand: '#5a6a2c', onBrand: '#fdfbf5' },
    },
    fonts: { heading: 'fraunces', body: 'dm-sans' },
    ...{ radius: 'medium', spacing: 'regular', buttons: 'pill', scale: 'regular' },
  },
  header: composeDocument([['navigation', { hasMark: true, cta: { label: 'Valuation', href: '/sell' } }]]),
  footer: composeDocument([
    [
      'footer',
      { text: 'One quarter, three people, forty homes a year.', legal: 'Licensed estate agents' },
      { style: { tone: 'ink' } },
    ],
  ]),
  menus: {
    primary: [
      {
        label: 'Homes',
        href: '/homes',
        children: [
          { label: 'The Mill House', href: '/homes/mill-house' },
          { label: 'The Glass Barn', href: '/homes/glass-barn' },
          { label: 'Three of a Kind', href: '/homes/three-of-a-kind' },
          { label: 'The Spice Loft', href: '/homes/spice-loft' },
        ],
      },
      { label: 'Selling', href: '/sell' },
      { label: 'Services', href: '/services' },
      { label: 'About us', href: '/about' },
      { label: 'Advice', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
    footer: [
      { label: 'Homes for sale', href: '/homes' },
      { label: 'Selling', href: '/sell' },
      { label: 'Services', href: '/services' },
      { label: 'Contact', href: '/contact' },
    ],
  },
  pages: gablePages,
  forms: [
    {
      ...{ slug: 'contact', name: 'Viewing', submitLabel: 'Send' },
      fields: [
        nameField(),
        emailField(),
        phoneField(),
        choiceField('home', 'Which home?', [
          'The Mill House',
          'The Glass Barn',
          'Three of a Kind',
          'The Spice Loft',
          'I am looking for something else',
        ]),
        messageField('When would suit you, or what are you looking for?'),
      ],
    },
    {
      ...{ slug: 'valuation', name: 'Valuation', submitLabel: 'Ask for a valuation' },
      fields: [
        nameField(),
        emailField(),
        phoneField(),
        lineField('address', 'Street and number', true),
        messageField('Anything special about it'),
      ],
    },
  ],
  posts: gablePosts,
  features: ['blog', 'forms'],
}
