import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { choiceField, emailField, lineField, messageField, nameField } from '../template-fields.ts'
import { relayPages } from './relay-pages.ts'
import { relayPosts } from './relay-posts.ts'

export const relay: Template = {
  id: 'relay',
  name: 'Relay',
  description:
    'Bright product pages with pricing, comparison and a changelog, for software and online services.',
  industry: 'Software',
  category: 'technology',
  tagline: 'Every request, answered once',
  preview: {
    src: '/_dde/art/preview-relay.webp',
    alt: 'Home page of the Relay template: a centred headline above a picture of an app on violet.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#ffffff', muted: '#f5f3ff', ink: '#17132e', text: '#17132e', textMuted: '#575172' },
      ...{ line: '#e2ddf5', brand: '#5235e0', onBrand: '#ffffff' },
    },
    fonts: { heading: 'manrope', body: 'manrope' },
    ...{ radius: 'large', spacing: 'airy', buttons: 'pill', scale: 'regular' },
  },
  header: composeDocument([
    ['navigation', { hasMark: true, cta: { label: 'Start free', href: '/contact' } }],
  ]),
  footer: composeDocument([
    [
      'footer',
      { text: 'One calm place for everything people ask you.', legal: 'Kept in Europe' },
      { style: { tone: 'muted' } },
    ],
  ]),
  menus: {
    primary: [
      {
        label: 'Product',
        href: '/product',
        children: [
          { label: 'Inbox', href: '/product#inbox' },
          { label: 'Handovers', href: '/product#handovers' },
          { label: 'Insight', href: '/product#insight' },
          { label: 'Connections', href: '/product#connections' },
        ],
      },
      { label: 'Pricing', href: '/pricing' },
      { label: 'Moving here', href: '/services' },
      { label: 'About', href: '/about' },
      { label: 'What is new', href: '/blog' },
    ],
    footer: [
      { label: 'Product', href: '/product' },
      { label: 'Pricing', href: '/pricing' },
      { label: 'About', href: '/about' },
      { label: 'Contact', href: '/contact' },
    ],
  },
  pages: relayPages,
  forms: [
    {
      ...{ slug: 'contact', name: 'Start free', submitLabel: 'Start free' },
      fields: [
        nameField(),
        emailField('Work email'),
        lineField('company', 'Company'),
        choiceField('size', 'How many of you answer?', [
          'Up to three',
          'Four to ten',
          'Eleven to fifty',
          'More',
        ]),
        messageField('What do you use today?'),
      ],
    },
  ],
  posts: relayPosts,
  features: ['blog', 'forms'],
}
