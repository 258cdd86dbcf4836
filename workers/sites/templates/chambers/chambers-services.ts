import { composeDocument, type Entry } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('chambers')

interface Field {
  anchor: string
  heading: string
  text: string
  points: string[]
  picture: string
}

const fields: Field[] = [
  {
    anchor: 'property',
    heading: 'Property',
    text: 'A home is the largest contract most people sign, and the one they read least. We read it twice, walk the boundary and ask the awkward questions before you own the answers.',
    points: [
      'Buying and selling homes and land',
      'Leases, residential and commercial',
      'Boundaries, rights of way, neighbours',
    ],
    picture: 'property',
  },
  {
    anchor: 'family',
    heading: 'Family',
    text: 'The best agreement is the one both sides can live with in five years. We look for it at a table, with both of you in the room when that is possible, and through us when it is not.',
    points: [
      'Separation and divorce',
      'Children: where, when and how',
      'Marriage and cohabitation agreements',
    ],
    picture: 'family',
  },
  {
    anchor: 'business',
    heading: 'Business',
    text: 'Contracts are written for the day you no longer agree. Ours are short, say who does what by when, and still make sense to somebody who joins the company in ten years.',
    points: [
      'Terms, supply and service contracts',
      'Founding, shareholders, succession',
      'Collecting what you are owed',
    ],
    picture: 'business',
  },
  {
    anchor: 'employment',
    heading: 'Employment',
    text: 'You have three weeks to object to a dismissal. Ring on the first day and not the twentieth. If you are the employer, ring before you write the letter.',
    points: ['Dismissals and settlements', 'Contracts, references, non-competes', 'Works agreements'],
    picture: 'work',
  },
  {
    anchor: 'estates',
    heading: 'Wills and estates',
    text: 'A will takes two visits: one to talk about your people, one to sign. When the time comes, we carry it out, file the forms and keep the peace.',
    points: ['Wills and powers of attorney', 'Probate and executors', 'Disputes between heirs'],
    picture: 'estates',
  },
  {
    anchor: 'disputes',
    heading: 'Disputes',
    text: 'A court is a good place to be right and a slow one. We try a letter, then a meeting, then a mediator. If it must be a judge, we come prepared.',
    points: ['Negotiation and mediation', 'Civil claims in all instances', 'Urgent orders within a day'],
    picture: 'dispute',
  },
]

const section = ({ anchor, heading, text, points, picture }: Field, index: number): Entry => [
  'picture-text',
  {
    ...{ heading, text, points: points.map((point) => ({ text: point })) },
    primary: { label: '', href: '' },
    image: art(picture),
    side: index % 2 ? 'start' : 'end',
  },
  { style: { anchor, padding: 'medium', ...(index % 2 && { tone: 'muted' }) } },
]

export const chambersServices: TemplatePage = {
  path: '/services',
  title: 'What we do',
  seo: {
    title: 'Fields of law at {{name}}',
    description: 'Property, family, business, employment, wills and disputes: what {{name}} can do for you.',
  },
  document: composeDocument([
    [
      'hero-cards',
      {
        heading: 'What has brought you here?',
        text: 'Find your side of the matter. If you are not sure, ask; sorting it out is part of the first talk.',
        primary: { label: 'Arrange a first talk', href: '/contact' },
        cards: [
          {
            icon: 'home',
            title: 'Something about a home',
            text: 'Buying, letting, neighbours.',
            link: { label: 'Property', href: '#property' },
          },
          {
            icon: 'people',
            title: 'Something in the family',
            text: 'Separation, children, wills.',
            link: { label: 'Family', href: '#family' },
          },
          {
            icon: 'file',
            title: 'Something at work',
            text: 'Contracts, dismissals, debts.',
            link: { label: 'Employment', href: '#employment' },
          },
        ],
      },
      { style: { tone: 'ink' } },
    ],
    ...fields.map(section),
    [
      'cta',
      {
        heading: 'Not on the list?',
        text: 'Ask anyway. We either know it or know who does.',
        primary: { label: 'Ask us', href: '/contact' },
        secondary: { label: 'What it costs', href: '/fees' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}
