import { type BlockData, blockData, type PostCard } from '#workers/sites/snapshot.contract.ts'
import { businessExamples } from './examples/business.ts'
import { contentExamples } from './examples/content.ts'
import { type Examples, link, photo } from './examples/examples.ts'
import { mediaExamples } from './examples/media.ts'
import { sectionExamples } from './examples/sections.ts'

/** Every property of every block, filled in as somebody would. */
export const examples: Examples = {
  ...sectionExamples,
  ...contentExamples,
  ...mediaExamples,
  ...businessExamples,
  hero: {
    variant: 'split',
    eyebrow: 'Above',
    heading: 'A headline',
    text: 'Two\nlines',
    primary: link,
    secondary: { label: 'Or there', href: 'mailto:a@b.example' },
    note: 'Small print',
    image: photo,
  },
  features: {
    heading: 'Reasons',
    text: 'Some of them',
    look: 'pictures',
    columns: '2',
    items: [{ icon: 'tooth', image: photo, title: 'A reason', text: 'Explained', link }],
  },
  'picture-text': {
    eyebrow: 'Above',
    heading: 'A story',
    text: 'First paragraph.\n\nSecond paragraph.',
    points: [{ text: 'A point' }],
    primary: link,
    image: photo,
    side: 'start',
  },
  steps: { heading: 'How', text: 'In order', items: [{ title: 'First', text: 'This' }] },
  stats: { heading: 'Counted', items: [{ value: '12', label: 'years' }] },
  testimonials: { heading: 'Heard', items: [{ quote: 'Very good.', name: 'Ada', role: 'Engineer' }] },
  cta: { heading: 'Now?', text: 'Yes', primary: link, secondary: link },
  'rich-text': { html: '<h1>Title</h1><p>Text</p><table><tr><td>1</td></tr></table>' },
  image: { image: photo, caption: 'A picture', ratio: 'wide' },
  gallery: { heading: 'Seen', text: 'Here', columns: '4', images: [{ image: photo, caption: 'One' }] },
  faq: { heading: 'Asked', text: 'Often', items: [{ question: 'Why?', answer: 'Because.\n\nReally.' }] },
  'contact-details': { heading: 'Where', text: 'Here', hasHours: true },
  form: { heading: 'Write', text: 'To us', form: 'contact', note: 'Thanks' },
  posts: { heading: 'News', text: 'Old and new', count: '2', more: link },
  team: {
    heading: 'Us',
    text: 'All',
    people: [{ name: 'Ada L.', role: 'Engineer', text: 'Counts.', image: photo }],
  },
  pricing: {
    heading: 'Prices',
    text: 'All of them',
    plans: [
      {
        name: 'One',
        price: '€ 1',
        period: 'a day',
        text: 'For one',
        included: [{ text: 'A thing' }],
        cta: link,
        isFeatured: true,
      },
    ],
    note: 'With tax',
  },
  'price-list': {
    heading: 'Menu',
    text: 'Today',
    sections: [{ title: 'First', text: 'Small', items: [{ name: 'Soup', text: 'Hot', price: '5' }] }],
    note: 'With tax',
  },
  logos: { heading: 'With', items: [{ name: 'Somebody', image: photo }] },
  columns: { heading: 'Two', text: 'Sides', split: 'three' },
  spacer: { size: 'large', hasLine: true },
  navigation: { brand: 'Brand', logo: photo, hasMark: true, cta: link, languages: 'names' },
  footer: { variant: 'columns', text: 'Words', legal: 'Registered in Bristol' },
}

export const newestPosts: PostCard[] = [1, 2, 3].map((number) => ({
  title: `Post ${number}`,
  path: `/blog/post-${number}`,
  excerpt: 'What it says.',
  publishedAt: `2026-05-0${number}T10:00:00Z`,
  author: 'Ada',
  cover: photo,
}))

const data: Record<Exclude<BlockData['kind'], 'notice'>, BlockData> = {
  form: {
    kind: 'form',
    form: {
      id: 'form-1',
      submitLabel: 'Send',
      fields: [
        { name: 'name', label: 'Name', kind: 'text', required: true, maxLength: 100, autocomplete: 'name' },
        { name: 'email', label: 'Email', kind: 'email', required: true, maxLength: 100 },
        {
          name: 'topic',
          label: 'Topic',
          kind: 'select',
          required: false,
          maxLength: 100,
          options: ['One', 'Two'],
        },
        { name: 'message', label: 'Message', kind: 'textarea', required: false, maxLength: 1000 },
        { name: 'consent', label: 'I agree', kind: 'checkbox', required: true, maxLength: 3 },
      ],
    },
  },
  posts: { kind: 'posts', posts: newestPosts },
  entries: {
    kind: 'entries',
    list: {
      cards: [
        {
          ...{ id: '1', title: 'Soup', href: '/dishes/soup', picture: photo, text: 'Hot' },
          facts: [{ label: 'Price', value: '€5' }],
        },
        { id: '2', title: 'Bread', facts: [] },
      ],
    },
  },
  projects: {
    kind: 'projects',
    projects: [
      {
        ...{
          slug: 'barn',
          name: 'A barn',
          summary: 'Turned into a home.',
          category: 'Homes',
          client: 'Ada',
          year: '2026',
        },
        ...{
          picture: photo,
          pictures: [{ picture: photo, caption: 'Inside' }],
          html: '<p>How it went.</p>',
          link: '/contact',
        },
      },
    ],
  },
  html: { kind: 'html', html: '<p>Drawn elsewhere</p>' },
}

/** What the publisher adds to the blocks that need it. */
export const dataFor: Record<string, BlockData> = Object.fromEntries(
  Object.entries(blockData).map(([type, kind]) => [type, data[kind]]),
)
