import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('studio')
const wide = { width: 'wide' } as const

export const studioServices: TemplatePage = {
  path: '/services',
  title: 'Services',
  seo: {
    description: 'Identity, websites, publications and advice from {{name}}, and three ways to work with us.',
  },
  document: composeDocument([
    [
      'hero',
      {
        heading: 'What we do, and how it is done',
        text: 'Four disciplines, one table. Most projects need two of them, and it helps when they sit next to each other.',
        primary: { label: 'Start a project', href: '/contact' },
        image: art('services', 'Arches, circles and squares stacked like building blocks.', 640, 614),
      },
      { style: wide },
    ],
    [
      'features',
      {
        heading: '',
        look: 'plain',
        columns: '2',
        items: [
          {
            icon: 'sparkle',
            title: 'Identity',
            text: 'Naming, marks, typefaces, colour, tone of voice. Delivered as a working kit with rules short enough to be read.',
          },
          {
            icon: 'globe',
            title: 'Websites',
            text: 'Structure first, then words, then looks. Built to load fast, to be found, and to be edited by you.',
          },
          {
            icon: 'book',
            title: 'Publications',
            text: 'Annual reports, books, exhibitions and wayfinding. From the first outline to the sheet on the press.',
          },
          {
            icon: 'search',
            title: 'Advice',
            text: 'A day with your product, your site or your brief. You get an honest page of findings, sorted by what they will change.',
          },
        ],
      },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'pricing',
      {
        heading: 'Three ways to work together',
        text: 'Every offer names a fixed sum before we begin. If the work turns out smaller, so does the invoice.',
        plans: [
          {
            name: 'An afternoon',
            text: 'For a question that has been on the table for too long.',
            included: [
              { text: 'A look at what you have' },
              { text: 'Three hours with your team' },
              { text: 'A page of next steps' },
            ],
            cta: { label: 'Ask for an afternoon', href: '/contact' },
          },
          {
            name: 'A project',
            text: 'For an identity, a website or a publication with a beginning and an end.',
            isFeatured: true,
            included: [
              { text: 'A fixed sum and a fixed date' },
              { text: 'Something to see every week' },
              { text: 'All files and rights' },
              { text: 'A month of help afterwards' },
            ],
            cta: { label: 'Describe your project', href: '/contact' },
          },
          {
            name: 'A standing arrangement',
            text: 'For teams that would like a designer without hiring one.',
            included: [
              { text: 'Set days every month' },
              { text: 'One shared list of work' },
              { text: 'Stop whenever you like' },
            ],
            cta: { label: 'Talk about it', href: '/contact' },
          },
        ],
      },
      { style: wide },
    ],
    [
      'faq',
      {
        heading: 'The practical side',
        items: [
          {
            question: 'How long does it take?',
            answer:
              'An identity takes six to ten weeks, a website ten to sixteen. The part that varies most is how quickly decisions are made.',
          },
          {
            question: 'What do you need from us?',
            answer:
              'One person who may decide, two hours a week, and the truth about what did not work before.',
          },
          {
            question: 'Who owns the result?',
            answer: 'You do, from the day the last invoice is paid. That includes source files.',
          },
        ],
      },
      { style: { width: 'narrow', tone: 'muted' } },
    ],
    [
      'cta',
      {
        heading: 'Shall we begin with a conversation?',
        primary: { label: 'Get in touch', href: '/contact' },
      },
      { style: { ...wide, tone: 'ink' } },
    ],
  ]),
}
