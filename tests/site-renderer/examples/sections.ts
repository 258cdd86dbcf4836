import { type Examples, link, photo } from './examples.ts'

const words = {
  eyebrow: 'Above',
  heading: 'A headline',
  text: 'Two\nlines',
  primary: link,
  secondary: { label: 'Or there', href: 'mailto:a@b.example' },
  note: 'Small print',
}

/** Heroes, sections, lists and what holds other blocks. */
export const sectionExamples: Examples = {
  'hero-cards': { ...words, cards: [{ icon: 'key', title: 'A way on', text: 'Where to', link }] },
  'hero-form': { ...words, points: [{ text: 'A point' }], formTitle: 'Ask here', form: 'contact' },
  'feature-list': {
    heading: 'Rows',
    text: 'One by one',
    items: [{ icon: 'key', image: photo, eyebrow: 'First', title: 'A row', text: 'Explained', link }],
  },
  bento: {
    heading: 'Fitted',
    text: 'Together',
    items: [
      { size: 'large', look: 'filled', icon: 'key', image: photo, title: 'A card', text: 'Inside', link },
    ],
  },
  timeline: {
    heading: 'Then',
    text: 'And now',
    items: [{ date: 'Long ago', title: 'A start', text: 'It began.', image: photo }],
  },
  tabs: {
    heading: 'Views',
    text: 'Of one thing',
    items: [{ title: 'First view', heading: 'Seen so', html: '<p>Seen.</p>', image: photo }],
  },
  reviews: {
    heading: 'Written',
    text: 'About us',
    items: [{ stars: '4', quote: 'Very good.', name: 'Ada', source: 'In May', image: photo }],
    link,
  },
  marquee: { speed: 'slow', items: [{ text: 'Somebody', image: photo }] },
  checklist: {
    heading: 'Done',
    text: 'All of it',
    columns: '3',
    items: [{ text: 'A point', note: 'Really' }],
  },
  'icon-row': { items: [{ icon: 'key', text: 'A promise' }] },
  banner: { icon: 'bell', text: 'Closed today', link },
  breadcrumbs: { home: 'Start', current: 'here' },
  search: { heading: 'Look it up', text: 'Everything here', placeholder: 'A word', button: 'Go' },
  'language-switch': { look: 'codes', layout: 'menu' },
  divider: { look: 'icon', icon: 'leaf', text: 'And then' },
  grid: { heading: 'Side by side', text: 'Cells', columns: '4', gap: 'large' },
  card: { look: 'tinted', image: photo, heading: 'A frame', text: 'Around things' },
  popup: { label: 'Open it', look: 'outlined', title: 'Opened', text: 'What is inside' },
}
