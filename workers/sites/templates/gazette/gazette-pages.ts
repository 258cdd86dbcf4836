import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf, portraitsOf } from '../template-art.ts'

const art = artOf('gazette')
const portrait = portraitsOf('gazette')

const home: TemplatePage = {
  path: '/',
  title: 'Front page',
  seo: {
    title: '{{name}}: slow news from close by',
    description:
      'Reports, essays and recipes from people who were there. A new one every Thursday in {{name}}.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'cover',
        eyebrow: 'The autumn issue',
        heading: 'Slow news from close by',
        text: 'One long story every Thursday, by somebody who went there, stayed a while and came back with mud on their shoes.',
        primary: { label: 'Read the latest', href: '/blog' },
        image: art(
          'hero',
          'A red sun over mountains in cut paper, with pine trees and a hut with a smoking chimney.',
          1500,
          1000,
        ),
      },
      { style: { width: 'wide' } },
    ],
    [
      'featured-post',
      { heading: 'This Thursday', more: 'Read the story', all: { label: '', href: '' } },
      { style: { width: 'wide' } },
    ],
    [
      'posts',
      { heading: 'Lately', count: '6', more: { label: 'The whole archive', href: '/blog' } },
      { style: { width: 'wide', tone: 'muted' } },
    ],
    [
      'quote',
      {
        look: 'plain',
        quote: 'I have stopped reading what happened. I read this, and know what is happening.',
        name: 'A reader',
        role: 'By letter, in pencil',
      },
      { style: { tone: 'ink', align: 'center', width: 'narrow' } },
    ],
    [
      'columns',
      { heading: '', text: '', split: 'wide-first' },
      {
        style: { width: 'wide' },
        slots: {
          first: [
            [
              'post-list',
              { heading: 'From the drawer', count: '6', hasExcerpt: true, more: { label: '', href: '' } },
            ],
          ],
          second: [
            [
              'card',
              {
                look: 'tinted',
                image: art('masthead', 'A red sun above bands of ochre, blue and black.', 600, 600),
                heading: 'In print, four times a year',
                text: '96 pages on paper that takes a pencil. Sent in an envelope, so that the postman does not read it first.',
              },
              {
                slots: {
                  content: [
                    ['button-group', { buttons: [{ link: { label: 'Subscribe', href: '/subscribe' } }] }],
                  ],
                },
              },
            ],
            [
              'callout',
              {
                look: 'note',
                icon: 'pen',
                title: 'Write for us',
                text: 'You know something nobody else has noticed? Tell us in five sentences.',
                link: { label: 'How it works', href: '/services' },
              },
            ],
          ],
        },
      },
    ],
    [
      'newsletter',
      {
        heading: 'Thursday, seven in the morning',
        text: 'One story by mail, with the kettle. Free, and the ads are ours.',
        form: 'newsletter',
        note: 'Stop whenever you like, with one click.',
      },
      { style: { tone: 'muted' } },
    ],
  ]),
}

const about: TemplatePage = {
  path: '/about',
  title: 'About',
  seo: { description: 'Who writes {{name}}, who pays for it and what we correct.' },
  document: composeDocument([
    [
      'heading',
      {
        eyebrow: 'About',
        heading: 'We go there',
        text: 'Anybody can have an opinion from a desk. We pay for train tickets.',
      },
      { style: { width: 'narrow' } },
    ],
    [
      'rich-text',
      {
        html: '<p>{{name}} was started by three people who had been laid off from the same newspaper in the same week. Over the redundancy soup they found that each had a drawer of stories nobody had wanted: too long, too quiet, too far from the station.</p><p>We began with those. There is still something left in the drawer.</p><h2>Who pays</h2><p>Readers, nearly all of it. No advertising except for our own books, no sponsors, no money from anybody we might have to write about. The accounts stand in the spring issue, between the recipes and the crossword.</p><h2>When we are wrong</h2><p>We say so in the same place, in the same size of type, with the date. Write to us if you find something. People do, and are usually right.</p>',
      },
      { style: { width: 'narrow', padding: 'none' } },
    ],
    [
      'team',
      {
        heading: 'At the long table',
        people: [
          { name: 'Greta Solheim', role: 'Editor, goes to islands', image: portrait('writer-1') },
          { name: 'Kwame Boateng', role: 'Trains, borders, night shifts', image: portrait('writer-2') },
          { name: 'Paul Arden', role: 'Food, bees and obituaries', image: portrait('writer-3') },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'image',
      {
        image: art('desk', 'A green typewriter between books and a blue cup.', 1200, 800),
        caption: 'It still works. We use it for envelopes.',
        ratio: 'landscape',
      },
    ],
  ]),
}

const subscribe: TemplatePage = {
  path: '/subscribe',
  title: 'Subscribe',
  seo: { description: 'By mail for nothing, on paper for something: how to subscribe to {{name}}.' },
  document: composeDocument([
    [
      'pricing',
      {
        heading: 'Read it your way',
        plans: [
          {
            name: 'By mail',
            price: '€ 0',
            period: '',
            text: 'One story each Thursday.',
            included: [{ text: 'The story of the week' }, { text: 'The archive of the year' }],
            cta: { label: 'Begin on Thursday', href: '/contact' },
          },
          {
            name: 'On paper',
            price: '€ 64',
            period: 'a year',
            text: 'Four issues of 96 pages.',
            included: [
              { text: 'Four issues in an envelope' },
              { text: 'The whole archive' },
              { text: 'An invitation to the reading' },
            ],
            cta: { label: 'Send me the paper', href: '/contact' },
            isFeatured: true,
          },
          {
            name: 'For two',
            price: '€ 110',
            period: 'a year',
            text: 'One for you, one for a friend.',
            included: [{ text: 'Two addresses' }, { text: 'A card with your words' }],
            cta: { label: 'Give it away', href: '/contact' },
          },
        ],
        note: 'Postage included. Institutions pay the same.',
      },
    ],
    [
      'gallery',
      {
        heading: 'The last four covers',
        columns: '4',
        images: [
          {
            image: art('ferry', 'A ferry on dark water in front of pale mountains.', 1200, 800),
            caption: 'Islands',
          },
          {
            image: art('pears', 'An apple between two pears on a green table.', 1200, 800),
            caption: 'Enough',
          },
          {
            image: art('night-train', 'A red train crossing a viaduct at night.', 1200, 800),
            caption: 'Night',
          },
          {
            image: art('market', 'Three market stalls with striped awnings and fruit.', 1200, 800),
            caption: 'Market',
          },
        ],
      },
      { style: { width: 'wide', tone: 'muted' } },
    ],
    [
      'faq',
      {
        heading: 'About the paper',
        items: [
          { question: 'How do I stop?', answer: 'Write one line. You get back what you have not received.' },
          {
            question: 'Do you send abroad?',
            answer: 'Everywhere there is a letter box. It takes a little longer, like the stories.',
          },
        ],
      },
      { style: { width: 'narrow' } },
    ],
  ]),
}

const services: TemplatePage = {
  path: '/services',
  title: 'Write for us',
  seo: { description: 'What {{name}} looks for, what it pays and how to send a story.' },
  document: composeDocument([
    [
      'steps',
      {
        heading: 'Write for us',
        text: 'We publish 52 stories a year and about half are by people who had never published one.',
        items: [
          { title: 'Five sentences', text: 'Where, who, what happens, why you, why now. No attachments.' },
          {
            title: 'A conversation',
            text: 'If it is for us, somebody rings within two weeks. If it is not, you hear that too, and why.',
          },
          {
            title: 'A year of patience',
            text: 'You write, we edit, you swear, we pay: € 600, and the train.',
          },
        ],
      },
    ],
    [
      'checklist',
      {
        heading: 'What we look for',
        columns: '2',
        items: [
          { text: 'A place you can smell', note: 'We notice when you have not been there.' },
          { text: 'Somebody who changes their mind', note: 'You, for example.' },
          { text: 'A number that surprises', note: 'Checked by us, so check it first.' },
          { text: 'An ending that is not a quote', note: 'Nobody speaks in endings.' },
        ],
      },
      { style: { tone: 'muted' } },
    ],
    [
      'cta',
      { heading: 'Five sentences', primary: { label: 'Send them', href: '/contact' } },
      { style: { tone: 'brand' } },
    ],
  ]),
}

const contact: TemplatePage = {
  path: '/contact',
  title: 'Contact',
  seo: {
    title: 'Write to {{name}}',
    description: 'Letters, corrections, subscriptions and stories: how to reach {{name}}.',
  },
  document: composeDocument([
    [
      'columns',
      {
        heading: 'Letters',
        text: 'We read all of them and print some. Please say if yours is not for printing.',
        split: 'wide-first',
      },
      {
        slots: {
          first: [['form', { heading: '', form: 'contact' }]],
          second: [
            ['contact-details', { heading: 'The long table' }],
            [
              'image',
              {
                image: art('desk', 'A green typewriter between books and a blue cup.', 1200, 800),
                ratio: 'landscape',
                caption: '',
              },
            ],
          ],
        },
      },
    ],
  ]),
}

export const gazettePages: TemplatePage[] = [home, about, subscribe, services, contact]
