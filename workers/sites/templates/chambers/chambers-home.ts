import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('chambers')
const firstTalk = { label: 'Arrange a first talk', href: '/contact' }

export const chambersHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: lawyers who answer in plain words',
    description:
      'Family, property, employment and business law at {{name}}. A first talk of half an hour, a written view and a fixed fee.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'split',
        eyebrow: 'Solicitors and notaries',
        heading: 'The law, in words you can act on',
        text: 'You bring the letter you have been avoiding. We tell you what it means, what you can do, what it will cost, and which of these to do first.',
        primary: firstTalk,
        secondary: { label: 'What we do', href: '/services' },
        note: 'Half an hour, no fee, nothing you have to prepare.',
        image: art('hero', 'An engraving of a court with six columns before a brass rosette.', 1500, 1400),
      },
      { style: { width: 'wide' } },
    ],
    [
      'stats',
      {
        items: [
          { value: '1 day', label: 'until you hear from a lawyer, not a switchboard' },
          { value: '7 in 10', label: 'of our disputes end without a hearing' },
          { value: 'Fixed', label: 'fees, agreed in writing before we begin' },
        ],
      },
      { style: { tone: 'ink', padding: 'small', width: 'wide' } },
    ],
    [
      'features',
      {
        heading: 'Six fields, and the good sense to say when it is a seventh',
        text: 'If your matter belongs with a specialist we are not, we name three we would send our own family to.',
        look: 'pictures',
        columns: '3',
        items: [
          {
            title: 'Property',
            text: 'Buying, selling, leases, boundaries and the neighbour’s extension.',
            image: art('property', 'An engraved medallion with a house.'),
            link: { label: 'Property law', href: '/services#property' },
          },
          {
            title: 'Family',
            text: 'Separation, children, and agreements made while everybody still likes each other.',
            image: art('family', 'An engraved medallion with a tree.'),
            link: { label: 'Family law', href: '/services#family' },
          },
          {
            title: 'Business',
            text: 'Contracts, shareholders, debts, and the day a partner wants to leave.',
            image: art('business', 'An engraved medallion with a sealed deed.'),
            link: { label: 'Business law', href: '/services#business' },
          },
          {
            title: 'Employment',
            text: 'For those who hire and those who were let go; never both in one case.',
            image: art('work', 'An engraved medallion with a clock.'),
            link: { label: 'Employment law', href: '/services#employment' },
          },
          {
            title: 'Wills and estates',
            text: 'A will in two visits, and a calm hand when one has to be carried out.',
            image: art('estates', 'An engraved medallion with a pair of scales.'),
            link: { label: 'Wills and estates', href: '/services#estates' },
          },
          {
            title: 'Disputes',
            text: 'Letters first, a table second, a court third. In that order.',
            image: art('dispute', 'An engraved medallion with a gavel.'),
            link: { label: 'Disputes', href: '/services#disputes' },
          },
        ],
      },
      { style: { width: 'wide' } },
    ],
    [
      'picture-text',
      {
        heading: 'What happens in the first half hour',
        text: 'You talk for fifteen minutes and we interrupt only to understand. Then we tell you three things: whether you have a case, what the other side will say, and what we would do if it were ours.\n\nYou leave with a page of notes. If you never come back, you keep the page.',
        primary: { label: 'How we work', href: '/about' },
        image: art('desk', 'A desk with a green lamp, law books and a quill.', 1200, 960),
        side: 'end',
      },
      { style: { tone: 'muted' } },
    ],
    [
      'testimonials',
      {
        heading: 'In their words',
        items: [
          {
            quote: 'They read forty pages and gave me back one. It was the right one.',
            name: 'Owner of a bakery',
            role: 'Lease renewal',
          },
          {
            quote: 'I was told on the first day that I would probably lose, and why. We settled in a week.',
            name: 'A landlord',
            role: 'Boundary dispute',
          },
          {
            quote: 'Nobody raised their voice. That alone was worth the fee.',
            name: 'Mother of two',
            role: 'Separation',
          },
        ],
      },
    ],
    [
      'posts',
      { heading: 'Worth knowing', count: '3', more: { label: 'All articles', href: '/blog' } },
      { style: { tone: 'muted' } },
    ],
    [
      'cta',
      {
        heading: 'Bring the letter. Unopened, if you like.',
        text: 'We have seen worse, and it is usually better than it looks.',
        primary: firstTalk,
        secondary: { label: 'Call {{phone}}', href: 'tel:{{phone}}' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}
