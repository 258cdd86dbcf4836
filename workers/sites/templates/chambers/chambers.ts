import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import {
  choiceField,
  consentField,
  emailField,
  messageField,
  nameField,
  phoneField,
} from '../template-fields.ts'
import { chambersPages } from './chambers-pages.ts'
import { chambersPosts } from './chambers-posts.ts'

export const chambers: Template = {
  id: 'chambers',
  name: 'Chambers',
  description: 'Engraved and dignified, for a law firm, notary or accountant who prefers plain words.',
  industry: 'Law and advice',
  category: 'services',
  tagline: 'Lawyers who answer in plain words',
  preview: {
    src: '/_dde/art/preview-chambers.webp',
    alt: 'Home page of the Chambers template: a headline beside an engraving of a court in navy and brass.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#fbfaf6', muted: '#f1ecdf', ink: '#14233f', text: '#1b2333', textMuted: '#565a66' },
      ...{ line: '#ddd5c2', brand: '#6e1f2a', onBrand: '#fbf7ec' },
    },
    fonts: { heading: 'garamond', body: 'instrument' },
    ...{ radius: 'none', spacing: 'airy', buttons: 'square', scale: 'grand' },
  },
  header: composeDocument([
    ['navigation', { hasMark: true, cta: { label: 'First talk', href: '/contact' } }],
  ]),
  footer: composeDocument([
    [
      'footer',
      {
        text: 'Property, family, business, employment and wills, explained before they are argued.',
        legal: 'Regulated by the bar',
      },
      { style: { tone: 'ink' } },
    ],
  ]),
  menus: {
    primary: [
      { label: 'What we do', href: '/services' },
      { label: 'The firm', href: '/about' },
      { label: 'Fees', href: '/fees' },
      { label: 'Worth knowing', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
    footer: [
      { label: 'What we do', href: '/services' },
      { label: 'The firm', href: '/about' },
      { label: 'Fees', href: '/fees' },
      { label: 'Contact', href: '/contact' },
    ],
  },
  pages: chambersPages,
  forms: [
    {
      ...{ slug: 'contact', name: 'First talk', submitLabel: 'Ask for a first talk' },
      fields: [
        nameField(),
        emailField(),
        phoneField(),
        choiceField('field', 'What is it about?', [
          'Property',
          'Family',
          'Business',
          'Employment',
          'A will or an estate',
          'A dispute',
          'I am not sure',
        ]),
        messageField('In a few lines, and any deadline you know of', true),
        consentField(),
      ],
    },
  ],
  posts: chambersPosts,
  features: ['blog', 'forms'],
}
