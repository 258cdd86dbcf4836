import { type Examples, link, photo } from './examples.ts'

/** What a business offers, where it is, and what it writes. */
export const businessExamples: Examples = {
  services: {
    heading: 'Offers',
    text: 'All of them',
    items: [{ icon: 'key', title: 'A service', text: 'Explained', price: 'Free', link }],
  },
  comparison: {
    heading: 'Choices',
    text: 'Side by side',
    columns: [{ title: 'One', isFeatured: true }, { title: 'Two' }],
    rows: [{ label: 'A thing', cells: [{ text: 'yes' }, { text: 'Sometimes' }] }],
  },
  events: {
    heading: 'Dates',
    text: 'To come',
    items: [{ date: 'May', time: 'Noon', title: 'A day', place: 'Here', text: 'Come by.', link }],
    empty: 'nothing yet',
  },
  jobs: {
    heading: 'Work',
    text: 'With us',
    items: [{ title: 'Joiner', place: 'Workshop', hours: 'All day', text: 'Build.', link }],
    empty: 'nothing now',
  },
  'contact-cards': { heading: 'Talk', text: 'To us', hasAddress: true },
  'opening-hours': {
    heading: 'Open',
    text: 'Come in',
    days: [{ day: 'Monday', hours: 'Always' }],
    note: 'Not on Sundays',
  },
  map: { heading: 'Where', text: 'Down the road', address: 'Quay 1\nBristol', image: photo, hasMap: true },
  'social-links': { look: 'icons', items: [{ href: '/contact', label: 'Our page' }] },
  'featured-post': { heading: 'Newest', more: 'Read on', all: link },
  'post-list': { heading: 'News', text: 'Old and new', count: '3', hasExcerpt: true, more: link },
  'collection-list': {
    ...{
      heading: 'Dishes',
      text: 'All of them',
      collection: 'dishes',
      layout: 'table',
      count: '4',
      isPaged: false,
    },
    ...{
      sort: 'price',
      isReversed: true,
      picture: 'photo',
      subtitle: 'text',
      link: 'recipe',
      empty: 'none today',
      more: link,
    },
    filters: [{ field: 'course', operator: 'is', value: 'main' }],
    facts: [{ field: 'price' }],
  },
  newsletter: { heading: 'Letters', text: 'Now and then', form: 'newsletter', note: 'Leave any time' },
  product: {
    ...{
      heading: 'Chair',
      badge: 'New',
      price: '€ 1',
      before: '€ 2',
      availability: 'Soon',
      text: 'To sit on.',
    },
    ...{ facts: [{ label: 'Wood', value: 'Oak' }], primary: link, secondary: link, image: photo },
    images: [{ image: photo }],
  },
  'product-list': {
    ...{ heading: 'Things', text: 'All of them', columns: '4' },
    items: [
      { image: photo, badge: 'New', name: 'Chair', text: 'Oak', price: '€ 1', before: '€ 2', link },
      { name: 'Bench', price: '€ 3' },
    ],
  },
  booking: {
    ...{ heading: 'Come', text: 'Soon', primary: link, note: 'Or do not' },
    items: [{ name: 'A visit', duration: '1 h', price: '€ 1', text: 'We talk.', link }],
  },
  countdown: {
    ...{ heading: 'Soon', text: 'Very', moment: '2031-05-14 18:00', offset: '+02:00', primary: link },
  },
}
