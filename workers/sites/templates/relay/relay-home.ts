import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('relay')
const wide = { width: 'wide' } as const
const start = { label: 'Start free', href: '/contact' }

export const relayHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: every request, answered once',
    description:
      '{{name}} gathers what customers ask by mail, chat and telephone in one calm place, and hands it to the right person.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'centred',
        eyebrow: 'New: handovers with one key',
        heading: 'Every request, answered once',
        text: '{{name}} gathers what your customers ask by mail, chat and telephone, finds out who should know, and remembers what was said.',
        primary: start,
        secondary: { label: 'See how it works', href: '/product' },
        note: 'Free for three people. No card needed.',
        image: art(
          'hero',
          'A window of the app with a list of requests, beside a message and a rising chart.',
          1760,
          800,
        ),
      },
      { style: wide },
    ],
    [
      'logos',
      {
        heading: 'Teams that stopped forwarding',
        items: [
          { name: 'Northpier' },
          { name: 'Halden & Fry' },
          { name: 'Kestrel Air' },
          { name: 'Oatway' },
          { name: 'Lumen Labs' },
        ],
      },
      { style: { padding: 'small' } },
    ],
    [
      'feature-list',
      {
        heading: 'Less asking around, more answering',
        items: [
          {
            image: art('inbox', 'A conversation with replies beside a list of people.', 1200, 960),
            eyebrow: 'One inbox',
            title: 'All the doors lead to the same desk',
            text: 'Mail, chat, forms and missed calls become requests, each with a face, a history and exactly one owner. Two people never answer the same thing.',
            link: { label: 'About the inbox', href: '/product#inbox' },
          },
          {
            image: art('board', 'A board of three columns with a card being moved.', 1200, 960),
            eyebrow: 'Handovers',
            title: 'Pass it on without explaining it again',
            text: 'What was promised, what is missing and when it is due travel with the request. The next person starts where you stopped.',
            link: { label: 'About handovers', href: '/product#handovers' },
          },
          {
            image: art('report', 'A rising line above a bar chart and a ring chart.', 1200, 960),
            eyebrow: 'Insight',
            title: 'See what people really ask',
            text: 'Questions that come twenty times a week are a page you have not written. {{name}} counts them and drafts the page.',
            link: { label: 'About insight', href: '/product#insight' },
          },
        ],
      },
      { style: wide },
    ],
    [
      'bento',
      {
        heading: 'Small things that add up',
        items: [
          {
            size: 'wide',
            look: 'filled',
            icon: 'bolt',
            title: 'Opens in 200 ms',
            text: 'On a train, on a phone, in a tunnel. Drafts are kept on your device until the other end has them.',
          },
          {
            size: 'small',
            look: 'tinted',
            icon: 'moon',
            title: 'Quiet hours',
            text: 'Nothing rings after six unless it burns.',
          },
          {
            size: 'small',
            look: 'tinted',
            icon: 'lock',
            title: 'Yours',
            text: 'Export everything, any day, in one file.',
          },
          {
            size: 'small',
            look: 'plain',
            icon: 'globe',
            title: '31 languages',
            text: 'They write theirs, you read yours.',
          },
          {
            size: 'small',
            look: 'plain',
            icon: 'layers',
            title: 'Open API',
            text: 'Everything you can click, you can call.',
          },
          {
            size: 'wide',
            look: 'plain',
            icon: 'shield',
            title: 'Kept in Europe',
            text: 'Encrypted at rest and on the way, audited each year, deleted when you say so.',
          },
        ],
      },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'testimonials',
      {
        items: [
          {
            quote: 'We answered 40 per cent more with the same four people, and they go home at five.',
            name: 'Renate Ohlsen',
            role: 'Head of support, Kestrel Air',
          },
          {
            quote: 'The first tool nobody needed training for. I cancelled the training.',
            name: 'Marc Idowu',
            role: 'Operations, Northpier',
          },
        ],
      },
      { style: wide },
    ],
    [
      'picture-text',
      {
        heading: 'Fits what you already have',
        text: 'Keep your mail, your calendar, your shop and your accounts. {{name}} reads along, adds what it knows and stays out of the way.',
        points: [
          { text: 'Connected in two clicks, disconnected in one' },
          { text: 'Web hooks and an API for the rest' },
          { text: 'Your address stays your address' },
        ],
        primary: { label: 'All connections', href: '/product#connections' },
        image: art('connect', 'Six coloured tiles joined by dotted lines to one in the middle.', 1200, 960),
        side: 'start',
      },
      { style: { tone: 'ink' } },
    ],
    [
      'posts',
      { heading: 'What is new', count: '3', more: { label: 'All changes', href: '/blog' } },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'cta',
      {
        heading: 'Set up before your coffee is cold',
        text: 'Free for three people, for as long as you like.',
        primary: start,
        secondary: { label: 'What it costs', href: '/pricing' },
      },
      { style: { tone: 'brand', padding: 'large' } },
    ],
  ]),
}
