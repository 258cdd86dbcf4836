import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { choiceField, emailField, messageField, nameField } from '../template-fields.ts'
import { assemblyPages } from './assembly-pages.ts'
import { assemblyPosts } from './assembly-posts.ts'

export const assembly: Template = {
  id: 'assembly',
  name: 'Assembly',
  description:
    'A mosaic in seven colours, for a conference, festival or course with a programme and tickets.',
  industry: 'Events',
  category: 'community',
  tagline: 'Two days, one stage, everybody talks',
  preview: {
    src: '/_dde/art/preview-assembly.webp',
    alt: 'Home page of the Assembly template: a wide headline above rows of bright tiles.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#fffaf0', muted: '#fdeedd', ink: '#1d0f3a', text: '#1d0f3a', textMuted: '#5d4f78' },
      ...{ line: '#ecdcc9', brand: '#c4126f', onBrand: '#ffffff' },
    },
    fonts: { heading: 'syne', body: 'dm-sans' },
    ...{ radius: 'small', spacing: 'regular', buttons: 'pill', scale: 'regular' },
  },
  header: composeDocument([['navigation', { hasMark: true, cta: { label: 'Tickets', href: '/tickets' } }]]),
  footer: composeDocument([
    [
      'footer',
      { variant: 'centred', text: 'Made by nine people with other jobs.' },
      { style: { tone: 'ink' } },
    ],
  ]),
  menus: {
    primary: [
      { label: 'Programme', href: '/programme' },
      { label: 'Venue', href: '/venue' },
      { label: 'About', href: '/about' },
      { label: 'News', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
    footer: [
      { label: 'Programme', href: '/programme' },
      { label: 'Tickets', href: '/tickets' },
      { label: 'Venue', href: '/venue' },
      { label: 'Contact', href: '/contact' },
    ],
  },
  pages: assemblyPages,
  forms: [
    {
      ...{ slug: 'contact', name: 'Contact', submitLabel: 'Send' },
      fields: [
        nameField(),
        emailField(),
        choiceField('about', 'What is it about?', [
          'A reduced ticket',
          'An ordinary ticket',
          'A generous ticket',
          'A talk',
          'Helping out',
          'Something else',
        ]),
        messageField('Your message'),
      ],
    },
    {
      ...{ slug: 'newsletter', name: 'Next year', submitLabel: 'Tell me' },
      fields: [emailField('Your email')],
    },
  ],
  posts: assemblyPosts,
  features: ['blog', 'forms'],
}
