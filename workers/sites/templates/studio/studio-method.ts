import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('studio')
const wide = { width: 'wide' } as const

export const studioMethod: TemplatePage = {
  path: '/method',
  title: 'Method',
  seo: {
    title: 'How {{name}} works',
    description:
      'Five weeks from a question to something you can hold, week by week, and what each of them costs.',
  },
  document: composeDocument([
    [
      'heading',
      {
        eyebrow: 'Method',
        heading: 'Five weeks, and you see something every Friday',
        text: 'The same five weeks for a logo, a report or a website. What changes is how often we go round.',
      },
      { style: wide },
    ],
    [
      'timeline',
      {
        heading: '',
        items: [
          {
            date: 'Week 1',
            title: 'The question',
            text: 'We talk with you, with three of your customers and with the person who answers your telephone. On Friday you get one page: what you asked for, and what we think you need.',
          },
          {
            date: 'Week 2',
            title: 'Three answers',
            text: 'Rough, quick and different on purpose. You choose one by saying what is wrong with the other two.',
          },
          {
            date: 'Weeks 3 and 4',
            title: 'One of them, properly',
            text: 'Real words, real pictures, real paper or a real browser. No placeholders: they hide what does not work yet.',
          },
          {
            date: 'Week 5',
            title: 'Yours',
            text: 'Files, rules and an afternoon of practice. You make the next piece yourself while we watch and say as little as we can.',
          },
        ],
      },
      { style: { ...wide, padding: 'none' } },
    ],
    [
      'picture-text',
      {
        heading: 'What it costs',
        text: 'A week is € 4,800 for two of us, and a project is between three and nine of them. You know the number before we begin, and it does not move unless the question does.',
        primary: { label: 'Start a project', href: '/contact' },
        image: art('question', 'A large circle and a square balancing on a thin black line.', 600, 480),
      },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'accordion',
      {
        heading: 'What we will not do',
        items: [
          {
            title: 'Pitch for free',
            html: '<p>A pitch is a guess about people we have not met. We would rather meet them.</p>',
          },
          {
            title: 'Show you ten',
            html: '<p>If we cannot choose three out of ten, you should not have to.</p>',
          },
          {
            title: 'Keep your files',
            html: '<p>Everything is yours on the day it is paid, down to the sketches.</p>',
          },
        ],
      },
      { style: wide },
    ],
  ]),
}
