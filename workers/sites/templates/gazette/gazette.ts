import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { choiceField, emailField, messageField, nameField } from '../template-fields.ts'
import { gazettePages } from './gazette-pages.ts'
import { gazettePosts } from './gazette-posts.ts'

export const gazette: Template = {
  id: 'gazette',
  name: 'Gazette',
  description: 'Set for long reading, with drawn covers, for a magazine, a blog or a local paper.',
  industry: 'Magazines and blogs',
  category: 'publishing',
  tagline: 'Slow news from close by',
  preview: {
    src: '/_dde/art/preview-gazette.webp',
    alt: 'Home page of the Gazette template: a panel of text over mountains and a red sun in cut paper.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#fdfbf6', muted: '#f3eee3', ink: '#1a1a1a', text: '#1a1a1a', textMuted: '#5b564d' },
      ...{ line: '#ddd6c7', brand: '#b00e28', onBrand: '#ffffff' },
    },
    fonts: { heading: 'newsreader', body: 'newsreader' },
    ...{ radius: 'none', spacing: 'compact', buttons: 'square', scale: 'grand' },
  },
  header: composeDocument([
    ['navigation', { hasMark: false, cta: { label: 'Subscribe', href: '/subscribe' } }],
  ]),
  footer: composeDocument([
    [
      'footer',
      {
        variant: 'centred',
        text: 'One long story every Thursday.',
        legal: 'Printed on paper that takes a pencil',
      },
      { style: { tone: 'ink' } },
    ],
  ]),
  menus: {
    primary: [
      { label: 'Stories', href: '/blog' },
      { label: 'About', href: '/about' },
      { label: 'Write for us', href: '/services' },
      { label: 'Letters', href: '/contact' },
    ],
    footer: [
      { label: 'Stories', href: '/blog' },
      { label: 'Subscribe', href: '/subscribe' },
      { label: 'About', href: '/about' },
      { label: 'Letters', href: '/contact' },
    ],
  },
  pages: gazettePages,
  forms: [
    {
      ...{ slug: 'contact', name: 'Letters', submitLabel: 'Send' },
      fields: [
        nameField(),
        emailField(),
        choiceField('about', 'What is it?', [
          'A letter',
          'A correction',
          'A subscription',
          'Five sentences',
          'Something else',
        ]),
        messageField('What you would like to say', true),
      ],
    },
    {
      ...{ slug: 'newsletter', name: 'Thursday letter', submitLabel: 'Send me Thursdays' },
      fields: [emailField('Your email')],
    },
  ],
  posts: gazettePosts,
  features: ['blog', 'forms'],
}
