import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'

export const clinicFees: TemplatePage = {
  path: '/fees',
  title: 'Fees',
  seo: {
    title: 'Fees at {{name}}',
    description: 'What a visit costs at {{name}}, what insurance usually pays, and how to spread the rest.',
  },
  document: composeDocument([
    [
      'heading',
      {
        heading: 'What it costs',
        text: 'You get a written figure before anything is done. If we find something else on the way, we stop and ask.',
      },
      { style: { width: 'narrow' } },
    ],
    [
      'table',
      {
        heading: '',
        caption: 'Common visits',
        columns: [{ text: 'Visit' }, { text: 'Takes' }, { text: 'Costs' }],
        rows: [
          ['First visit, with X-rays', '45 minutes', '€ 85'],
          ['Check-up and cleaning', '40 minutes', '€ 95'],
          ['White filling', '30 to 50 minutes', 'from € 110'],
          ['Root treatment', '1 or 2 visits', 'from € 380'],
          ['Crown', '2 visits', 'from € 690'],
          ['Children under six', '20 minutes', 'nothing'],
        ].map((cells) => ({ cells: cells.map((text) => ({ text })) })),
        hasRowHeads: true,
      },
      { style: { width: 'narrow', padding: 'none' } },
    ],
    [
      'pricing',
      {
        heading: 'Or by the month',
        text: 'For people who like to know in January what December costs.',
        plans: [
          {
            name: 'Calm',
            price: '€ 14',
            period: 'a month',
            text: 'For healthy teeth.',
            included: [
              { text: 'Two check-ups a year' },
              { text: 'Two cleanings' },
              { text: 'A tenth off everything else' },
            ],
            cta: { label: 'Ask for Calm', href: '/contact' },
          },
          {
            name: 'Calm and covered',
            price: '€ 24',
            period: 'a month',
            text: 'For teeth with a history.',
            included: [
              { text: 'Everything in Calm' },
              { text: 'X-rays and two fillings' },
              { text: 'A fifth off everything else' },
            ],
            cta: { label: 'Ask for this one', href: '/contact' },
            isFeatured: true,
          },
        ],
        note: 'Leave whenever you like, at the end of a month.',
      },
      { style: { tone: 'muted' } },
    ],
    [
      'faq',
      {
        heading: 'About paying',
        items: [
          {
            question: 'Do you send the claim to my insurer?',
            answer: 'Yes, on the same day, and we tell you beforehand what they usually pay.',
          },
          {
            question: 'Can I pay in parts?',
            answer: 'From € 200 on, in up to ten parts and without interest.',
          },
        ],
      },
      { style: { width: 'narrow' } },
    ],
  ]),
}
