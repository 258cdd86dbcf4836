import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('clinic')
const bookVisit = { label: 'Ask for a visit', href: '/contact' }
const call = { label: 'Call {{phone}}', href: 'tel:{{phone}}' }

export const clinicHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: unhurried dental care for the whole family',
    description:
      'A calm practice where nothing begins before you understand it. Check-ups, repairs and gentle care for nervous patients at {{name}}.',
  },
  document: composeDocument([
    [
      'hero',
      {
        heading: 'Dental care that takes its time',
        text: 'We look, we explain, and then you decide. Nothing at {{name}} begins before you know what it is for and what it will cost.',
        primary: bookVisit,
        secondary: { label: 'See our treatments', href: '/services' },
        note: 'New patients are welcome, and so are people who have been away for years.',
        image: art(
          'hero',
          'A bright waiting room with a round window, a green armchair and a tall plant.',
          640,
          614,
        ),
      },
    ],
    [
      'features',
      {
        heading: 'What you can expect of us',
        look: 'plain',
        items: [
          {
            icon: 'clock',
            title: 'Time to talk first',
            text: 'Every visit begins in a chair that stays upright. We ask what brings you here and listen to the whole answer.',
          },
          {
            icon: 'book',
            title: 'A plan in writing',
            text: 'You see the options side by side, with what each one costs and what happens if you would rather wait.',
          },
          {
            icon: 'heart',
            title: 'A stop sign that works',
            text: 'Raise your hand and we stop. That is agreed before we start, and it holds every single time.',
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'features',
      {
        heading: 'Care for every stage of life',
        text: 'From a first tooth to a well-worn crown, these are the visits people come to us for most.',
        look: 'pictures',
        items: [
          {
            title: 'Check-ups and cleaning',
            text: 'A thorough look, a gentle polish, and one small habit to take home.',
            image: art('check-up', '', 480, 360),
            link: { label: 'How a check-up goes', href: '/services#check-ups' },
          },
          {
            title: 'Children',
            text: 'Short, playful first visits, so that the chair is a familiar place before it is ever needed.',
            image: art('children', '', 480, 360),
            link: { label: 'Bringing a child', href: '/blog/a-childs-first-visit' },
          },
          {
            title: 'Nervous patients',
            text: 'Longer appointments, a quiet room, and a visit just to look around if that helps.',
            image: art('calm', '', 480, 360),
            link: { label: 'If you are afraid', href: '/blog/if-you-are-afraid-of-the-dentist' },
          },
        ],
      },
    ],
    [
      'steps',
      {
        heading: 'Your first visit, step by step',
        items: [
          {
            title: 'You write or ring',
            text: 'Tell us what you need and when you can come. We answer within a working day.',
          },
          {
            title: 'We get to know you',
            text: 'A conversation about your health, your habits, and anything you would rather avoid.',
          },
          {
            title: 'We have a look',
            text: 'Teeth, gums and bite, with pictures on the screen so that you see what we see.',
          },
          {
            title: 'You decide',
            text: 'You go home with a written plan. Take it, change it, or think about it for a week.',
          },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'faq',
      {
        heading: 'Good to know',
        items: [
          {
            question: 'Do you take new patients?',
            answer: 'Yes. Write to us or ring, and we will offer you the next free time that suits you.',
          },
          {
            question: 'I have not been to a dentist for years. Is that a problem?',
            answer:
              'No, and nobody will scold you. We begin with a look and a talk, and work out together what matters first.',
          },
          { question: 'When are you open?', answer: '{{hours}}' },
          {
            question: 'What if something hurts right now?',
            answer:
              'Ring us in the morning if you can: we keep time free every day for pain and breakages. You reach us on {{phone}}.',
          },
        ],
      },
      { style: { width: 'narrow' } },
    ],
    [
      'posts',
      { heading: 'Advice worth a few minutes', more: { label: 'All articles', href: '/blog' } },
      { style: { tone: 'muted' } },
    ],
    [
      'cta',
      {
        heading: 'Come in and have a look around',
        text: 'Send us a few lines and we will find a time together.',
        primary: bookVisit,
        secondary: call,
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}
