import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { emailField, messageField, nameField } from '../template-fields.ts'

/** For who starts from nothing: one page, a header, a footer and a form that waits to be put somewhere. */
export const blank: Template = {
  id: 'blank',
  name: 'Blank',
  description: 'One page with a headline, for who would rather build it all.',
  industry: 'Anything',
  category: 'blank',
  tagline: '',
  preview: {
    src: '/_dde/art/preview-blank.webp',
    alt: 'Home page of the Blank template: a name, a headline and nothing else.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#ffffff', muted: '#f4f5f6', ink: '#16181d', text: '#16181d', textMuted: '#565c68' },
      ...{ line: '#dfe2e7', brand: '#2458d3', onBrand: '#ffffff' },
    },
    fonts: { heading: 'inter', body: 'inter' },
    radius: 'medium',
  },
  header: composeDocument([['navigation', { hasMark: true }]]),
  footer: composeDocument([['footer', { variant: 'line', text: '' }]]),
  menus: { primary: [{ label: 'Home', href: '/' }], footer: [] },
  pages: [
    {
      path: '/',
      title: 'Home',
      seo: { title: '{{name}}' },
      document: composeDocument([
        [
          'hero',
          {
            variant: 'centred',
            heading: '{{name}}',
            text: 'Your website begins here.',
            primary: { label: 'Write to us', href: '#contact' },
          },
        ],
        [
          'form',
          { heading: 'Write to us', form: 'contact' },
          { style: { tone: 'muted', width: 'narrow', anchor: 'contact' } },
        ],
      ]),
    },
  ],
  forms: [
    {
      ...{ slug: 'contact', name: 'Contact', submitLabel: 'Send' },
      fields: [nameField(), emailField(), messageField('Your message', true)],
    },
  ],
  posts: [],
  features: ['forms'],
}
