import { composeDocument } from '../compose-document.ts'
import type { Template } from '../template.contract.ts'
import { choiceField, emailField, lineField, messageField, nameField } from '../template-fields.ts'
import { alcovePages } from './alcove-pages.ts'
import { alcovePosts } from './alcove-posts.ts'

const footerMenu = [
  { label: 'Shop', href: '/shop' },
  { label: 'Who makes it', href: '/about' },
  { label: 'Delivery and care', href: '/services' },
  { label: 'Contact', href: '/contact' },
]

export const alcove: Template = {
  id: 'alcove',
  name: 'Alcove',
  description:
    'A small storefront with product pages, for a shop that chooses well and tells the story of each piece.',
  industry: 'Shops and makers',
  category: 'shops',
  tagline: 'Things for the home, made to be used',
  preview: {
    src: '/_dde/art/preview-alcove.webp',
    alt: 'Home page of the Alcove template: a headline beside three arched niches with a vase, a lamp and bowls.',
    width: 640,
    height: 480,
  },
  theme: {
    colors: {
      ...{ background: '#fffaf6', muted: '#fbe9e1', ink: '#331226', text: '#331226', textMuted: '#6f4a5c' },
      ...{ line: '#efd6cb', brand: '#9c2450', onBrand: '#fffaf6' },
    },
    fonts: { heading: 'bodoni', body: 'dm-sans' },
    ...{ radius: 'large', spacing: 'regular', buttons: 'pill', scale: 'regular' },
  },
  header: composeDocument([
    [
      'banner',
      {
        icon: 'truck',
        text: 'Free delivery from € 90, and mending for life.',
        link: { label: 'How it works', href: '/services' },
      },
      { style: { tone: 'ink' } },
    ],
    ['navigation', { hasMark: false, cta: { label: 'Order', href: '/contact' } }],
  ]),
  footer: composeDocument([
    [
      'footer',
      { text: 'Stoneware, lamplight and wool from eleven small workshops.', legal: 'Prices include tax' },
      { style: { tone: 'ink' } },
    ],
  ]),
  menus: {
    primary: [
      {
        label: 'Shop',
        href: '/shop',
        children: [
          { label: 'Tall vase', href: '/shop/tall-vase' },
          { label: 'Supper bowls', href: '/shop/supper-bowls' },
          { label: 'Dusk lamp', href: '/shop/dusk-lamp' },
          { label: 'Serving jug', href: '/shop/serving-jug' },
        ],
      },
      { label: 'Who makes it', href: '/about' },
      { label: 'Delivery and care', href: '/services' },
      { label: 'Notes', href: '/blog' },
      { label: 'Contact', href: '/contact' },
    ],
    footer: footerMenu,
  },
  pages: alcovePages,
  forms: [
    {
      ...{ slug: 'contact', name: 'Order', submitLabel: 'Send my order' },
      fields: [
        nameField(),
        emailField(),
        choiceField('piece', 'What would you like?', [
          'Tall vase',
          'Supper bowls',
          'Dusk lamp',
          'Serving jug',
          'Morning mugs',
          'Evening candles',
          'Harbour throw',
          'Three-legged stool',
          'I am only asking',
        ]),
        lineField('count', 'How many?'),
        messageField('Where to, and anything else'),
      ],
    },
    {
      ...{ slug: 'newsletter', name: 'New batches', submitLabel: 'Write to me' },
      fields: [emailField('Your email')],
    },
  ],
  posts: alcovePosts,
  features: ['blog', 'forms'],
}
