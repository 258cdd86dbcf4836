import { type Examples, link, photo } from './examples.ts'

export const contentExamples: Examples = {
  heading: { eyebrow: 'Above', heading: 'What follows', text: 'Soon.' },
  quote: { look: 'card', quote: 'Said well.', name: 'Ada', role: 'Engineer', image: photo },
  accordion: {
    heading: 'Parts',
    text: 'Of a whole',
    isExclusive: true,
    items: [{ title: 'First part', html: '<h1>Title</h1><p>Text</p>' }],
  },
  callout: { look: 'important', icon: 'bell', title: 'Mind this', text: 'It matters.', link },
  table: {
    heading: 'Rows',
    text: 'And columns',
    caption: 'Prices',
    columns: [{ text: 'Size' }, { text: 'Cost' }, { text: 'Time' }],
    rows: [{ cells: [{ text: 'Small' }, { text: 'Little' }] }],
    hasRowHeads: true,
  },
  code: { title: 'Try it', code: 'Let there be light', caption: 'In one line' },
  'button-group': { buttons: [{ link, look: 'outlined' }] },
  author: {
    image: photo,
    heading: 'Ada',
    role: 'Engineer',
    text: 'Counts.\n\nWrites.',
    links: [{ link }],
  },
}
