import { type Examples, link, photo } from './examples.ts'

const poster = { ...photo, alt: '' }

export const mediaExamples: Examples = {
  projects: { heading: 'Work', text: 'Of ours', category: 'homes', count: '6', columns: '2' },
  project: { project: 'barn', more: 'Have a look' },
  plugin: { plugin: 'com.example.hours', block: 'clock', values: { zone: 'utc', isShort: true } },
  carousel: { heading: 'Seen', text: 'Here', size: 'large', images: [{ image: photo, caption: 'One' }] },
  video: {
    heading: 'Watch',
    text: 'This',
    address: 'https://youtu.be/aqz-KE-bpKQ',
    title: 'A rabbit',
    poster,
    caption: 'Ten minutes',
  },
  audio: { address: '/media/talk.mp3', title: 'A talk', text: 'Half an hour', cover: photo },
  'before-after': {
    heading: 'Then',
    text: 'And now',
    before: photo,
    after: photo,
    beforeLabel: 'Old',
    afterLabel: 'New',
    caption: 'A month apart',
  },
  embed: {
    heading: 'Listen',
    text: 'To this',
    address: 'https://soundcloud.com/forss/flickermood',
    title: 'A song',
    height: 'small',
    asksFirst: true,
    poster,
    caption: 'Three minutes',
  },
  downloads: {
    heading: 'Files',
    text: 'To take',
    items: [{ file: link, text: 'A paper', size: 'Small' }],
  },
}
