import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { hearthPages } from './hearth-pages.ts'
import { hearthPosts } from './hearth-posts.ts'

export const hearth: Template = {
  id: 'hearth',
  name: 'Hearth',
  description: 'Warm and generous, for a restaurant, café or bakery where people come to stay a while.',
  industry: 'Restaurants and cafés',
  category: 'food',
  tagline: 'Good bread, slow food, a seat by the oven',
  preview: {
    src: '/_dde/art/preview-hearth.webp',
    alt: 'Home page of the Hearth template: a drawing of a laid table by a wood oven with a cream panel of text.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      background: '#fdf9f1',
      muted: '#f5ebda',
      ink: '#2b1710',
      text: '#2b1710',
      textMuted: '#6a5145',
      line: '#e4d3bc',
      brand: '#98391b',
      onBrand: '#fffaf2',
    },
    fonts: { heading: 'serif', body: 'inter' },
    radius: 'small',
  },
  header: composeDocument([
    ['navigation', { hasMark: false, cta: { label: 'Book a table', href: '/contact' } }],
  ]),
  footer: composeDocument([
    [
      'footer',
      { variant: 'centred', text: 'Come hungry, stay long, take some bread home.' },
      { style: { tone: 'ink' } },
    ],
  ]),
  menus: {
    primary: [
      { label: 'Menu', href: '/menu' },
      { label: 'Long evenings', href: '/services' },
      { label: 'Our story', href: '/about' },
      { label: 'Journal', href: '/blog' },
      { label: 'Visit', href: '/contact' },
    ],
    footer: [
      { label: 'Menu', href: '/menu' },
      { label: 'Our story', href: '/about' },
      { label: 'Journal', href: '/blog' },
      { label: 'Visit', href: '/contact' },
    ],
  },
  pages: hearthPages,
  forms: [
    {
      slug: 'contact',
      name: 'Book a table',
      submitLabel: 'Ask for this table',
      fields: [
        {
          name: 'name',
          label: 'Your name',
          kind: 'text',
          required: true,
          maxLength: 120,
          autocomplete: 'name',
        },
        { name: 'phone', label: 'Phone', kind: 'tel', required: true, maxLength: 40, autocomplete: 'tel' },
        {
          name: 'email',
          label: 'Email',
          kind: 'email',
          required: true,
          maxLength: 200,
          autocomplete: 'email',
        },
        { name: 'when', label: 'Day and time', kind: 'text', required: true, maxLength: 80 },
        {
          name: 'guests',
          label: 'How many of you?',
          kind: 'select',
          required: true,
          maxLength: 20,
          options: ['1', '2', '3', '4', '5', '6', '7 or more'],
        },
        {
          name: 'message',
          label: 'Allergies, a birthday, a favourite corner',
          kind: 'textarea',
          required: false,
          maxLength: 1000,
        },
      ],
    },
  ],
  posts: hearthPosts,
  features: ['blog', 'forms'],
}
