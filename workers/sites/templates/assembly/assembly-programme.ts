import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('assembly')

const talk = (time: string, title: string, place: string, text: string) => ({
  date: '',
  time,
  title,
  place,
  text,
  link: { label: '', href: '' },
})

export const assemblyProgramme: TemplatePage = {
  path: '/programme',
  title: 'Programme',
  seo: {
    title: 'Programme of {{name}}',
    description: 'Sixteen talks in two days, with breaks as long as the sessions: the programme of {{name}}.',
  },
  document: composeDocument([
    [
      'heading',
      {
        eyebrow: 'Programme',
        heading: 'Twenty minutes on stage, forty in the yard',
        text: 'One stage, so you miss nothing. Captions on both sides, interpreters in front.',
      },
      { style: { width: 'wide' } },
    ],
    [
      'events',
      {
        heading: 'Day one: How to begin',
        items: [
          talk(
            '9:30',
            'Doors, coffee, tables',
            'Yard',
            'Find the table with your number and answer its question.',
          ),
          talk(
            '10:30',
            'Four hundred people, one song',
            'Abeni Cole',
            'How a choir of engineers learns to listen, tried out on you.',
          ),
          talk(
            '11:30',
            'The office block that went home',
            'Joost Vermeer',
            'What is left when you take a building apart politely.',
          ),
          talk(
            '14:00',
            'Maps of what is not there',
            'Priya Nair',
            'Shortcuts, fears and good benches: drawing a city with its children.',
          ),
          talk(
            '15:00',
            'Councils that play',
            'Desta Haile',
            'A budget of two million euros, decided with cards.',
          ),
          talk('19:00', 'Supper on the square', 'Everybody', 'One table, 120 metres.'),
        ],
      },
      { style: { width: 'wide' } },
    ],
    [
      'image',
      {
        image: art('strip', 'Large tiles with arcs, discs and stripes in bright colours.', 1680, 720),
        caption: '',
        ratio: 'wide',
      },
      { style: { width: 'wide', padding: 'none' } },
    ],
    [
      'events',
      {
        heading: 'Day two: How to stay',
        items: [
          talk('9:30', 'Rules that people keep', 'Maren Falk', 'Seven sentences that replaced a handbook.'),
          talk(
            '10:30',
            'From the bench to the ministry',
            'Finn Ó Dálaigh',
            'What a joiner knows about coalitions.',
          ),
          talk('11:30', 'Open stage', 'Six of you', 'Five minutes each, drawn from a hat at breakfast.'),
          talk(
            '14:00',
            'The table talks back',
            'All tables',
            'What was asked, what was answered, what we do now.',
          ),
          talk('16:00', 'Goodbye, properly', 'Yard', 'Cake. Addresses. The bus to the station.'),
        ],
      },
      { style: { width: 'wide', tone: 'muted' } },
    ],
    [
      'cta',
      { heading: 'See you at the table', primary: { label: 'Get a ticket', href: '/tickets' } },
      { style: { tone: 'brand' } },
    ],
  ]),
}
