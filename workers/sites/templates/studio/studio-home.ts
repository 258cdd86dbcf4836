import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('studio')
const startProject = { label: 'Start a project', href: '/contact' }
const wide = { width: 'wide' } as const

export const studioHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: design that explains itself',
    description:
      '{{name}} makes identities, websites and publications for people with something worth understanding.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'centred',
        heading: 'We make complicated things easy to love',
        text: '{{name}} designs identities, websites and publications for people with something worth understanding.',
        primary: startProject,
        secondary: { label: 'What we do', href: '/services' },
        image: art(
          'hero',
          'A wide band of circles, arches and squares in blue, yellow, red and black.',
          1100,
          500,
        ),
      },
      { style: wide },
    ],
    [
      'features',
      {
        heading: 'Four things, done properly',
        look: 'pictures',
        columns: '4',
        items: [
          {
            title: 'Identity',
            text: 'A name, a mark and a voice that belong to nobody else.',
            image: art('identity', '', 400, 300),
          },
          {
            title: 'Websites',
            text: 'Fast, calm and kept alive long after the launch.',
            image: art('websites', '', 400, 300),
          },
          {
            title: 'Publications',
            text: 'Reports, books and signs that people finish reading.',
            image: art('publications', '', 400, 300),
          },
          {
            title: 'Advice',
            text: 'A fresh pair of eyes before you spend the money.',
            image: art('advice', '', 400, 300),
          },
        ],
      },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'picture-text',
      {
        heading: 'The question comes before the answer',
        text: 'Most briefs describe a solution. We like to start one step earlier: who is this for, what do they need to understand, and what happens when they do?\n\nIt makes the first week slower and every week after it faster.',
        points: [
          { text: 'You speak with the people who do the work' },
          { text: 'You see something real every Friday' },
          { text: 'You own every file, font licence and line of code' },
        ],
        primary: { label: 'How we think', href: '/about' },
        image: art('question', 'A large circle and a square balancing on a thin black line.', 600, 480),
      },
      { style: wide },
    ],
    [
      'steps',
      {
        heading: 'From first call to finished',
        items: [
          {
            title: 'Listen',
            text: 'One long conversation, then a page that says what we heard. If it is wrong, that is the moment to say so.',
          },
          {
            title: 'Sketch',
            text: 'Three directions, rough on purpose, so that it is easy to throw two of them away.',
          },
          {
            title: 'Make',
            text: 'One direction, in short rounds. You get something to click, hold or read each week.',
          },
          {
            title: 'Hand over',
            text: 'Files, rules and an afternoon of teaching, so that you can carry on without us.',
          },
        ],
      },
      { style: { ...wide, tone: 'brand' } },
    ],
    [
      'testimonials',
      {
        items: [
          {
            quote: 'Good design is a form of good manners: it lets people get on with what they came for.',
            name: '{{name}}',
            role: 'What we believe',
          },
        ],
      },
      { style: { width: 'narrow', align: 'center', padding: 'large' } },
    ],
    [
      'posts',
      { heading: 'Notes from the studio', more: { label: 'All notes', href: '/blog' } },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'cta',
      {
        heading: 'Have something that is hard to explain?',
        text: 'Those are our favourite projects. Tell us about it in your own words.',
        primary: startProject,
        secondary: { label: 'Write to {{email}}', href: 'mailto:{{email}}' },
      },
      { style: { ...wide, tone: 'ink' } },
    ],
  ]),
}
