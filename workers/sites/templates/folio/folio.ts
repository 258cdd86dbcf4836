import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { emailField, lineField, messageField, nameField } from '../template-fields.ts'
import { folioPages } from './folio-pages.ts'
import { folioPosts } from './folio-posts.ts'

export const folio: Template = {
  id: 'folio',
  name: 'Folio',
  description: 'Black, white and one vermilion, for the work of a designer, photographer or architect.',
  industry: 'Portfolios',
  category: 'creative',
  tagline: 'Drawn by rules',
  preview: {
    src: '/_dde/art/preview-folio.webp',
    alt: 'Home page of the Folio template: a large headline beside white ridges of lines on black.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#f4f2ee', muted: '#e9e5dd', ink: '#141414', text: '#141414', textMuted: '#55514a' },
      ...{ line: '#d3cec4', brand: '#b02c08', onBrand: '#ffffff' },
    },
    fonts: { heading: 'space-grotesk', body: 'inter' },
    ...{ radius: 'none', spacing: 'regular', buttons: 'square', scale: 'grand' },
  },
  header: composeDocument([['navigation', { hasMark: false }]]),
  footer: composeDocument([
    ['footer', { variant: 'line', text: '', legal: 'Drawn in code' }, { style: { tone: 'default' } }],
  ]),
  menus: {
    primary: [
      { label: 'Work', href: '/work' },
      { label: 'Services', href: '/services' },
      { label: 'About', href: '/about' },
      { label: 'Notes', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
    footer: [
      { label: 'Work', href: '/work' },
      { label: 'Notes', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
  },
  pages: folioPages,
  forms: [
    {
      ...{ slug: 'contact', name: 'Contact', submitLabel: 'Send' },
      fields: [
        nameField(),
        emailField(),
        lineField('when', 'By when?'),
        messageField('What is it, and what must it never be?', true),
      ],
    },
  ],
  posts: folioPosts,
  features: ['blog', 'forms'],
}
