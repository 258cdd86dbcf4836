import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'
import { folioProjects, projects } from './folio-projects.ts'

const art = artOf('folio')
const wide = { width: 'wide' } as const

const home: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: drawn by rules',
    description:
      '{{name}} designs identities, signs and printed matter from small sets of rules. Selected work.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'split',
        heading: 'I design rules. The rules draw the rest.',
        text: 'Identities, signs and printed matter for people who are tired of looking like everybody else.',
        primary: { label: 'Selected work', href: '/work' },
        image: art('hero', 'White ridges rising from parallel lines on black, one in vermilion.', 1500, 1400),
      },
      { style: wide },
    ],
    [
      'gallery',
      {
        heading: 'Selected work',
        columns: '2',
        images: projects.map(({ name, line, picture, alt }) => ({
          image: art(picture, alt),
          caption: `${name}. ${line}.`,
        })),
      },
      { style: wide },
    ],
    [
      'button-group',
      { buttons: [{ link: { label: 'See the projects', href: '/work' }, look: 'outlined' }] },
      { style: { ...wide } },
    ],
    [
      'marquee',
      {
        speed: 'slow',
        items: [
          { text: 'Identity' },
          { text: 'Signage' },
          { text: 'Type' },
          { text: 'Editorial' },
          { text: 'Packaging' },
          { text: 'Pattern' },
          { text: 'Code' },
        ],
      },
      { style: { tone: 'ink', padding: 'small' } },
    ],
    [
      'picture-text',
      {
        heading: 'One person, one desk, no account manager',
        text: 'You write to me and I answer. I take four projects a year and finish them. When something needs more hands, I know eleven very good pairs.',
        primary: { label: 'About me', href: '/about' },
        image: art(
          'portrait',
          'Parallel black lines on vermilion, bent into the outline of a person.',
          900,
          900,
        ),
        side: 'start',
      },
      { style: wide },
    ],
    [
      'post-list',
      { heading: 'Written down', count: '3', hasExcerpt: true, more: { label: 'All notes', href: '/blog' } },
      { style: wide },
    ],
    [
      'cta',
      {
        heading: 'Two places left this year',
        text: 'Tell me what it is, and what it must never be.',
        primary: { label: 'Write to me', href: '/contact' },
      },
      { style: { ...wide, tone: 'brand' } },
    ],
  ]),
}

const about: TemplatePage = {
  path: '/about',
  title: 'About',
  seo: { description: 'Who draws at {{name}}, where it was shown and what it stands for.' },
  document: composeDocument([
    [
      'author',
      {
        image: art(
          'portrait',
          'Parallel black lines on vermilion, bent into the outline of a person.',
          900,
          900,
        ),
        heading: 'Mika Aaltonen',
        role: 'Designer and programmer, {{name}}',
        text: 'Trained as a compositor, then as a mathematician, and happiest between the two. Before this desk there were ten years at two larger ones.',
        links: [{ link: { label: 'Write to me', href: '/contact' } }],
      },
    ],
    [
      'timeline',
      {
        heading: 'In short',
        items: [
          { date: '2026', title: 'Shown at the Museum of Things', text: 'Tidal Archive, the whole wall.' },
          {
            date: '2024',
            title: 'Teaching again',
            text: 'A course on systems, Thursdays, with too many students.',
          },
          { date: '2019', title: 'This desk', text: 'Rented for three months, seven years ago.' },
          { date: '2009', title: 'First job', text: 'Setting timetables. It explains a lot.' },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'quote',
      {
        look: 'plain',
        quote: 'We asked for a logo and got a grammar. We have been speaking it ever since.',
        name: 'Dr Isolde Brandt',
        role: 'Director, Marine Institute',
      },
      { style: { align: 'center', width: 'narrow' } },
    ],
    [
      'columns',
      { heading: 'Colophon', text: '', split: 'even' },
      {
        slots: {
          first: [
            [
              'checklist',
              {
                heading: '',
                columns: '1',
                items: [
                  { text: 'Drawn in code, printed on paper', note: 'The source goes with the files.' },
                  { text: 'Set in open typefaces', note: 'No licence to renew, ever.' },
                ],
              },
            ],
          ],
          second: [
            [
              'social-links',
              {
                look: 'names',
                items: [
                  { href: 'https://www.instagram.com/', label: '' },
                  { href: 'https://www.behance.net/', label: 'Behance' },
                  { href: 'https://github.com/', label: 'GitHub' },
                ],
              },
            ],
          ],
        },
      },
    ],
  ]),
}

const services: TemplatePage = {
  path: '/services',
  title: 'Services',
  seo: { description: 'What {{name}} does, how long it takes and what it costs.' },
  document: composeDocument([
    [
      'services',
      {
        heading: 'What I do',
        text: 'Four things, in the order people usually need them.',
        items: [
          {
            icon: 'compass',
            title: 'A day of looking',
            text: 'I look at everything you print, send and paint on walls, and tell you what to stop.',
            price: '€ 1,200',
            link: { label: '', href: '' },
          },
          {
            icon: 'pen',
            title: 'An identity',
            text: 'A rule, a mark, type and colours, and a tool that draws them for you.',
            price: 'from € 14,000',
            link: { label: '', href: '' },
          },
          {
            icon: 'layers',
            title: 'A system',
            text: 'Signs, reports, packaging: the rule applied to what you make most.',
            price: 'from € 9,000',
            link: { label: '', href: '' },
          },
          {
            icon: 'book',
            title: 'A course',
            text: 'Two days for your own designers, so that they can carry on.',
            price: '€ 3,400',
            link: { label: '', href: '' },
          },
        ],
      },
    ],
    [
      'steps',
      {
        heading: 'How it goes',
        items: [
          {
            title: 'A letter',
            text: 'You write what it is about. I answer within three days, with questions.',
          },
          { title: 'A rule', text: 'After four weeks you see one idea, followed to the end. One.' },
          { title: 'The rest', text: 'Everything is drawn, tested and handed over, with the source.' },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'faq',
      {
        heading: 'And if',
        items: [
          {
            question: 'What if we do not like the idea?',
            answer:
              'We talk about why. In eleven years I have drawn a second one twice, and both times it was better.',
          },
          {
            question: 'Do you do websites?',
            answer: 'I design them and work with two people who build them very well.',
          },
        ],
      },
      { style: { width: 'narrow' } },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Contact',
  seo: {
    title: 'Write to {{name}}',
    description: 'Tell {{name}} about your project. An answer within three days.',
  },
  document: composeDocument([
    [
      'columns',
      {
        heading: 'Write to me',
        text: 'What is it, for whom, by when, and what must it never be?',
        split: 'wide-first',
      },
      {
        style: { width: 'wide' },
        slots: {
          first: [['form', { heading: '', form: 'contact' }]],
          second: [
            [
              'image',
              {
                image: art('moire', 'Two sets of rings overlapping on vermilion.'),
                ratio: 'square',
                caption: '',
              },
            ],
            ['contact-details', { heading: '', hasHours: false }],
          ],
        },
      },
    ],
  ]),
}

export const folioPages: TemplatePage[] = [home, ...folioProjects, services, about, contact]
