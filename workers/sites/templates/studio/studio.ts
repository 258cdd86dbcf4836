import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { studioPages } from './studio-pages.ts'
import { studioPosts } from './studio-posts.ts'

export const studio: Template = {
  id: 'studio',
  name: 'Studio',
  description:
    'Confident and spare, for designers, architects, consultants and everyone whose work should speak first.',
  industry: 'Creative and professional services',
  category: 'creative',
  tagline: 'Design that explains itself',
  preview: {
    src: '/_dde/art/preview-studio.webp',
    alt: 'Home page of the Studio template: a large headline over a band of geometric shapes in blue, yellow and red.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      background: '#f8f7f3',
      muted: '#eeece4',
      ink: '#131313',
      text: '#131313',
      textMuted: '#55534c',
      line: '#d6d3c7',
      brand: '#2438c9',
      onBrand: '#ffffff',
    },
    fonts: { heading: 'inter', body: 'inter' },
    radius: 'none',
  },
  header: composeDocument([
    [
      'navigation',
      { hasMark: false, cta: { label: 'Start a project', href: '/contact' } },
      { style: { width: 'wide' } },
    ],
  ]),
  footer: composeDocument([
    [
      'footer',
      { text: 'Design and advice for people who would rather be understood than impressive.' },
      { style: { width: 'wide' } },
    ],
  ]),
  menus: {
    primary: [
      { label: 'Services', href: '/services' },
      { label: 'Method', href: '/method' },
      { label: 'About', href: '/about' },
      { label: 'Notes', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
    footer: [
      {
        label: 'The studio',
        href: '#',
        children: [
          { label: 'Services', href: '/services' },
          { label: 'Method', href: '/method' },
          { label: 'About', href: '/about' },
        ],
      },
      {
        label: 'Stay in touch',
        href: '#',
        children: [
          { label: 'Notes', href: '/blog' },
          { label: 'Contact', href: '/contact' },
        ],
      },
    ],
  },
  pages: studioPages,
  forms: [
    {
      slug: 'contact',
      name: 'Start a project',
      submitLabel: 'Send it over',
      fields: [
        {
          name: 'name',
          label: 'Your name',
          kind: 'text',
          required: true,
          maxLength: 120,
          autocomplete: 'name',
        },
        {
          name: 'email',
          label: 'Email',
          kind: 'email',
          required: true,
          maxLength: 200,
          autocomplete: 'email',
        },
        {
          name: 'company',
          label: 'Company',
          kind: 'text',
          required: false,
          maxLength: 160,
          autocomplete: 'organization',
        },
        { name: 'phone', label: 'Phone', kind: 'tel', required: false, maxLength: 40, autocomplete: 'tel' },
        {
          name: 'kind',
          label: 'What do you have in mind?',
          kind: 'select',
          required: true,
          maxLength: 80,
          options: [
            'A new identity',
            'A website',
            'A publication',
            'Advice on something that exists',
            'I am not sure yet',
          ],
        },
        {
          name: 'message',
          label: 'What should be different when we are done?',
          kind: 'textarea',
          required: true,
          maxLength: 4000,
        },
      ],
    },
  ],
  posts: studioPosts,
  features: ['blog', 'forms'],
}
