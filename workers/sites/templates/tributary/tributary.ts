import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { choiceField, emailField, messageField, nameField, phoneField } from '../template-fields.ts'
import { tributaryPages } from './tributary-pages.ts'
import { tributaryPosts } from './tributary-posts.ts'

export const tributary: Template = {
  id: 'tributary',
  name: 'Tributary',
  description: 'Warm and hopeful, for a charity, club or initiative that asks people for time and money.',
  industry: 'Charities and initiatives',
  category: 'community',
  tagline: 'Giving the river back its bends',
  preview: {
    src: '/_dde/art/preview-tributary.webp',
    alt: 'Home page of the Tributary template: a panel of text over a drawn river with a heron and a willow.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#fffbf0', muted: '#e9f3ee', ink: '#0f2f3a', text: '#0f2f3a', textMuted: '#45616a' },
      ...{ line: '#d3e2dc', brand: '#0b6178', onBrand: '#ffffff' },
    },
    fonts: { heading: 'bricolage', body: 'figtree' },
    ...{ radius: 'large', spacing: 'regular', buttons: 'corners', scale: 'grand' },
  },
  header: composeDocument([['navigation', { hasMark: true, cta: { label: 'Give', href: '/give' } }]]),
  footer: composeDocument([
    [
      'footer',
      {
        text: 'A registered charity of 640 members, one van and a great many boots.',
        legal: 'Gifts are tax-deductible',
      },
      { style: { tone: 'brand' } },
    ],
  ]),
  menus: {
    primary: [
      { label: 'What we do', href: '/services' },
      { label: 'Take part', href: '/volunteer' },
      { label: 'Who we are', href: '/about' },
      { label: 'Stories', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
    footer: [
      { label: 'What we do', href: '/services' },
      { label: 'Take part', href: '/volunteer' },
      { label: 'Give', href: '/give' },
      { label: 'Contact', href: '/contact' },
    ],
  },
  pages: tributaryPages,
  forms: [
    {
      ...{ slug: 'contact', name: 'Contact', submitLabel: 'Send' },
      fields: [
        nameField(),
        emailField(),
        phoneField(),
        choiceField('about', 'What is it about?', [
          'A working day',
          'A gift',
          'A school class',
          'My company',
          'Something else',
        ]),
        messageField('Your message', true),
      ],
    },
    {
      ...{ slug: 'newsletter', name: 'Letters', submitLabel: 'Send me the letter' },
      fields: [emailField('Your email')],
    },
  ],
  posts: tributaryPosts,
  features: ['blog', 'forms'],
}
