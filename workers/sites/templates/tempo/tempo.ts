import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { choiceField, emailField, messageField, nameField, phoneField } from '../template-fields.ts'
import { tempoPages } from './tempo-pages.ts'
import { tempoPosts } from './tempo-posts.ts'

export const tempo: Template = {
  id: 'tempo',
  name: 'Tempo',
  description: 'Loud, dark and quick, for a gym, studio or club with a timetable and memberships.',
  industry: 'Gyms and studios',
  category: 'health',
  tagline: 'Get strong, stay strong',
  preview: {
    src: '/_dde/art/preview-tempo.webp',
    alt: 'Home page of the Tempo template: capitals on black beside a kettlebell on a lime disc of dots.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#0e0f0d', muted: '#191b16', ink: '#000000', text: '#f4f6ec', textMuted: '#b2b8a4' },
      ...{ line: '#33372c', brand: '#d7f542', onBrand: '#14170a' },
    },
    fonts: { heading: 'sofia-condensed', body: 'figtree' },
    ...{ radius: 'none', spacing: 'compact', buttons: 'square', scale: 'grand', headings: 'capitals' },
  },
  header: composeDocument([
    ['navigation', { hasMark: true, cta: { label: 'Free class', href: '/contact' } }],
  ]),
  footer: composeDocument([
    [
      'footer',
      { variant: 'columns', text: 'Eight to a class, fifty minutes, no mirrors.' },
      { style: { tone: 'muted' } },
    ],
  ]),
  menus: {
    primary: [
      { label: 'Classes', href: '/services' },
      { label: 'Timetable', href: '/timetable' },
      { label: 'Prices', href: '/prices' },
      { label: 'Coaches', href: '/about' },
      { label: 'Chalk talk', href: '/blog' },
    ],
    footer: [
      { label: 'Classes', href: '/services' },
      { label: 'Timetable', href: '/timetable' },
      { label: 'Prices', href: '/prices' },
      { label: 'Free class', href: '/contact' },
    ],
  },
  pages: tempoPages,
  forms: [
    {
      ...{ slug: 'contact', name: 'Free class', submitLabel: 'Keep me a place' },
      fields: [
        nameField(),
        emailField(),
        phoneField(),
        choiceField('class', 'Which class?', [
          'Basics',
          'Strength',
          'Conditioning',
          'Mobility',
          'Endurance',
          'You choose',
        ]),
        messageField('When, and anything that hurts'),
      ],
    },
  ],
  posts: tempoPosts,
  features: ['blog', 'forms'],
}
