import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('clinic')

export const clinicServices: TemplatePage = {
  path: '/services',
  title: 'Treatments',
  seo: {
    title: 'Treatments and fees at {{name}}',
    description:
      'Check-ups, cleaning, repairs, children, urgent help and care for nervous patients, with fees you know beforehand.',
  },
  document: composeDocument([
    [
      'features',
      {
        heading: 'Treatments, and what they are good for',
        text: 'You do not need to know what to book. Tell us what bothers you, and we will find the right visit for it.',
        look: 'pictures',
        items: [
          {
            title: 'Check-ups and cleaning',
            text: 'Twice a year for most people, once for some. We look at teeth, gums and jaw, and polish away what brushing leaves behind.',
            image: art('check-up', '', 480, 360),
          },
          {
            title: 'Fillings and repairs',
            text: 'Tooth-coloured fillings, crowns and small repairs that keep as much of your own tooth as possible.',
            image: art('repair', '', 480, 360),
          },
          {
            title: 'Gum care',
            text: 'Bleeding gums are a message, not a fate. We find the cause and calm it before it reaches the bone.',
            image: art('gums', '', 480, 360),
          },
          {
            title: 'Children',
            text: 'From the first tooth. Visits are short, parents stay in the room, and nothing happens by surprise.',
            image: art('children', '', 480, 360),
          },
          {
            title: 'Urgent help',
            text: 'Toothache, a lost crown, a broken corner: ring in the morning and we will make room the same day whenever we can.',
            image: art('urgent', '', 480, 360),
          },
          {
            title: 'Nervous patients',
            text: 'A first meeting without instruments, longer appointments, breaks when you want them, and a hand signal that always counts.',
            image: art('calm', '', 480, 360),
          },
        ],
      },
    ],
    [
      'picture-text',
      {
        eyebrow: 'Check-ups',
        heading: 'Forty minutes that save you years of trouble',
        text: 'A check-up here is more than a glance. It is the visit at which most problems are found early enough to be simple.',
        points: [
          { text: 'A talk about your health, medicines and habits' },
          { text: 'Teeth, gums, jaw and soft tissue examined' },
          { text: 'X-rays only when they will change a decision' },
          { text: 'Gentle cleaning and polish' },
          { text: 'One habit to work on, chosen for you' },
        ],
        image: art('tools', 'A mirror, a toothbrush and a glass of water on a shelf.', 600, 480),
        side: 'start',
      },
      { style: { tone: 'muted', anchor: 'check-ups' } },
    ],
    [
      'faq',
      {
        heading: 'Fees and plans',
        text: 'Money is part of the decision, so we talk about it before and not after.',
        items: [
          {
            question: 'When will I know what a treatment costs?',
            answer:
              'Before it begins. After the examination you receive a written plan with the fee for each step, and it is valid for three months.',
          },
          {
            question: 'Will my insurance pay?',
            answer:
              'Bring your policy or card to the first visit. We tell you what is usually covered and prepare the papers you need to ask for it.',
          },
          {
            question: 'Can I pay in instalments?',
            answer:
              'For larger plans, yes. Ask at the front desk: we will agree on amounts and dates that work for you, in writing.',
          },
          {
            question: 'What if I have to cancel?',
            answer:
              'Let us know a day ahead and there is no charge. It gives somebody with toothache the chance to come in your place.',
          },
        ],
      },
      { style: { width: 'narrow', anchor: 'fees' } },
    ],
    [
      'cta',
      {
        heading: 'Not sure what you need?',
        text: 'Describe it in your own words. That is all we need to begin.',
        primary: { label: 'Ask for a visit', href: '/contact' },
        secondary: { label: 'Call {{phone}}', href: 'tel:{{phone}}' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}
