import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('tributary')
const wide = { width: 'wide' } as const
const give = { label: 'Give', href: '/give' }

export const tributaryHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: give the river back its bends',
    description:
      '{{name}} restores rivers with the people who live beside them. Join a working day, or give a metre of bank.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'cover',
        heading: 'Give the river back its bends',
        text: 'A hundred years ago they made it straight. We are making it a river again, a few metres at a time, with whoever turns up on Saturday.',
        primary: give,
        secondary: { label: 'Join a working day', href: '/volunteer' },
        image: art(
          'hero',
          'A river winding between green hills, with a heron, a willow and two people in a boat.',
          1600,
          1000,
        ),
      },
      { style: wide },
    ],
    [
      'stats',
      {
        heading: 'Since we began',
        items: [
          { value: '14 km', label: 'of bank planted' },
          { value: '38', label: 'barriers removed' },
          { value: '2,100', label: 'people with wet boots' },
          { value: '1', label: 'otter, so far' },
        ],
      },
      { style: { ...wide, tone: 'brand' } },
    ],
    [
      'before-after',
      {
        heading: 'The same place, three years apart',
        text: 'Slide between them. The bend below the old cotton mill, before the first spade and after the third spring.',
        before: art('before', 'A straight concrete channel between grey banks.', 1200, 750),
        after: art('after', 'A winding river with trees, reeds and a heron.', 1200, 750),
        beforeLabel: '',
        afterLabel: '',
        caption: 'Drawn from the same bridge.',
      },
    ],
    [
      'features',
      {
        heading: 'Three ways to get your feet wet',
        look: 'pictures',
        columns: '3',
        items: [
          {
            title: 'Give a morning',
            text: 'Plant, dig, count, carry tea. Tools and boots are there.',
            image: art('volunteers', 'Three people with a spade, a plant and a rake on a river bank.'),
            link: { label: 'Working days', href: '/volunteer' },
          },
          {
            title: 'Give a metre',
            text: 'Forty euros pay for one metre of living bank, with its plants and its planning.',
            image: art('map', 'A map of a river and its arms, with places marked as done.'),
            link: { label: 'Give a metre', href: '/give' },
          },
          {
            title: 'Bring your class',
            text: 'Nets, jars, waders and a biologist who can do voices.',
            image: art('school', 'Three children on a bank with a net, a magnifying glass and a list.'),
            link: { label: 'For schools', href: '/services#schools' },
          },
        ],
      },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'quote',
      {
        look: 'plain',
        quote:
          'I pushed my grandmother along this path when it was a canal. Last week she saw a kingfisher from the same bench.',
        name: 'Yusuf',
        role: 'Volunteer since the second Saturday',
      },
      { style: { align: 'center', width: 'narrow' } },
    ],
    [
      'events',
      {
        heading: 'Come along',
        items: [
          {
            date: 'First Saturday of each month',
            time: '9:30 to 13:00',
            title: 'Working day',
            place: 'Meet at the footbridge',
            text: 'Planting in autumn, clearing in spring, paddling in July.',
            link: { label: 'I am coming', href: '/volunteer' },
          },
          {
            date: 'Second Wednesday',
            time: '18:30',
            title: 'River count',
            place: 'Three sites',
            text: 'Twenty minutes with a net and a chart. No knowledge needed, only patience.',
            link: { label: 'I am coming', href: '/volunteer' },
          },
          {
            date: 'Midsummer',
            time: '15:00 until dark',
            title: 'River feast',
            place: 'The meadow',
            text: 'One long table, bring a dish, leave with a story.',
            link: { label: 'Tell me more', href: '/contact' },
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'posts',
      { heading: 'From the bank', count: '3', more: { label: 'All stories', href: '/blog' } },
      { style: wide },
    ],
    [
      'newsletter',
      {
        heading: 'Four letters a year',
        text: 'What we planted, what came back, and where to stand to see it.',
        form: 'newsletter',
        note: 'Never passed on, left with one click.',
      },
      { style: { tone: 'muted' } },
    ],
    [
      'cta',
      {
        heading: 'One metre of river costs forty euros',
        text: 'It will still be there when you are not.',
        primary: give,
      },
      { style: { tone: 'ink' } },
    ],
  ]),
}
