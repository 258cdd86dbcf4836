import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { clinicPages } from './clinic-pages.ts'
import { clinicPosts } from './clinic-posts.ts'

export const clinic: Template = {
  id: 'clinic',
  name: 'Clinic',
  description:
    'Calm and clear, for a dental or health practice that wants people to feel at ease before they call.',
  industry: 'Health and dental',
  category: 'health',
  tagline: 'Unhurried dental care for the whole family',
  preview: {
    src: '/_dde/art/preview-clinic.webp',
    alt: 'Home page of the Clinic template: a headline beside a drawing of a sunlit waiting room.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      background: '#ffffff',
      muted: '#f1f6f3',
      ink: '#10302a',
      text: '#142622',
      textMuted: '#4d605a',
      line: '#dbe5df',
      brand: '#0f6b5c',
      onBrand: '#ffffff',
    },
    fonts: { heading: 'inter', body: 'inter' },
    radius: 'large',
  },
  header: composeDocument([['navigation', { cta: { label: 'Ask for a visit', href: '/contact' } }]]),
  footer: composeDocument([
    [
      'footer',
      { text: 'Unhurried care, explained in plain words, for every age in the family.' },
      { style: { tone: 'ink' } },
    ],
  ]),
  menus: {
    primary: [
      {
        label: 'Treatments',
        href: '/services',
        children: [
          { label: 'Check-ups', href: '/services#check-ups' },
          { label: 'Fees and plans', href: '/fees' },
        ],
      },
      { label: 'About us', href: '/about' },
      { label: 'Advice', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
    footer: [
      { label: 'Treatments', href: '/services' },
      { label: 'About us', href: '/about' },
      { label: 'Advice', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
  },
  pages: clinicPages,
  forms: [
    {
      slug: 'contact',
      name: 'Ask for a visit',
      submitLabel: 'Send my request',
      fields: [
        {
          name: 'name',
          label: 'Your name',
          kind: 'text',
          required: true,
          maxLength: 120,
          autocomplete: 'name',
        },
        { name: 'phone', label: 'Phone', kind: 'tel', required: false, maxLength: 40, autocomplete: 'tel' },
        {
          name: 'email',
          label: 'Email',
          kind: 'email',
          required: true,
          maxLength: 200,
          autocomplete: 'email',
        },
        {
          name: 'reason',
          label: 'What is it about?',
          kind: 'select',
          required: true,
          maxLength: 80,
          options: [
            'A check-up',
            'Pain or something broken',
            'A visit for my child',
            'A second opinion',
            'Something else',
          ],
        },
        {
          name: 'message',
          label: 'Anything we should know, and the times that suit you',
          kind: 'textarea',
          required: false,
          maxLength: 2000,
        },
        {
          name: 'consent',
          label: 'You may use these details to answer me',
          kind: 'checkbox',
          required: true,
          maxLength: 3,
        },
      ],
    },
  ],
  posts: clinicPosts,
  features: ['blog', 'forms'],
}
