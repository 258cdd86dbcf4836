import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf, portraitsOf } from '../template-art.ts'
import { homes } from './gable-homes.ts'

const art = artOf('gable')
const portrait = portraitsOf('gable')
const wide = { width: 'wide' } as const

export const gableHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: homes, and the people to fill them',
    description: 'Houses and flats for sale, honest valuations and patient advice from {{name}}.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'centred',
        heading: 'The right door, on the right street',
        text: 'We sell forty homes a year and remember all of them. Tell us how you want to live and we will tell you where.',
        primary: { label: 'Homes for sale', href: '/homes' },
        secondary: { label: 'What is mine worth?', href: '/sell' },
        image: art('hero', 'A street of coloured town houses with trees and a small red car.', 1600, 800),
      },
      { style: wide },
    ],
    [
      'carousel',
      {
        heading: 'New this week',
        text: 'Four front doors you can knock on. Viewings are for one party at a time and last as long as you like.',
        size: 'large',
        images: homes.map(({ name, price, picture, alt }) => ({
          image: art(picture, alt),
          caption: `${name}, ${price}`,
        })),
      },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'button-group',
      { buttons: [{ link: { label: 'All homes for sale', href: '/homes' } }] },
      { style: { ...wide, tone: 'muted', padding: 'small' } },
    ],
    [
      'tabs',
      {
        heading: 'Whichever side of the door you are on',
        items: [
          {
            title: 'Buying',
            heading: 'We start with a walk',
            html: '<p>Not with a portal. An hour through the quarter tells us more than a form: which corner you slow down at, which you cross the road to avoid. Then we show you three homes, not thirty.</p><ul><li>Homes before they are listed</li><li>Running costs and defects in writing</li><li>Somebody beside you at the notary</li></ul>',
            image: art('room', 'A living room with a blue sofa, a lamp and a tall window.', 1200, 960),
          },
          {
            title: 'Selling',
            heading: 'A price you can explain',
            html: '<p>You get three figures and how we came to them: what it would fetch this month, what it would fetch in spring, and what the neighbours got. Then we make it look like itself on a good day.</p><ul><li>Measured plan and drawings</li><li>Viewings without a queue on the stairs</li><li>No fee until it is sold</li></ul>',
            image: art(
              'plan',
              'A measured floor plan with a living room, bedroom, kitchen and bath.',
              1200,
              960,
            ),
          },
          {
            title: 'Letting',
            heading: 'Tenants who stay',
            html: '<p>The cheapest repair is the one a happy tenant reports early. We choose with care, hand over with a protocol, and answer the telephone when the boiler does not.</p><ul><li>References read, and rung</li><li>Statements landlords understand</li><li>A plumber who comes</li></ul>',
            image: art('cover-keys', 'A brass key with a small red house hanging from it.', 1200, 800),
          },
        ],
      },
    ],
    [
      'stats',
      {
        items: [
          { value: '23 days', label: 'from first viewing to offer, on average' },
          { value: '98%', label: 'of the price we first named' },
          { value: '3', label: 'homes shown before most people buy' },
        ],
      },
      { style: { tone: 'brand', padding: 'small' } },
    ],
    [
      'author',
      {
        image: portrait('agent-2'),
        heading: 'Nadia Farouk',
        role: 'Runs {{name}}, lives above it',
        text: 'I grew up in this quarter and have been inside about half of it. I will tell you which houses have sun in the kitchen at seven, which have a cellar that floods, and which are worth waiting for.',
        links: [{ link: { label: 'Ask Nadia', href: '/contact' } }],
      },
    ],
    [
      'featured-post',
      { heading: 'From the window', more: 'Read on', all: { label: 'All articles', href: '/blog' } },
      { style: { tone: 'muted' } },
    ],
    [
      'cta',
      {
        heading: 'Thinking about it?',
        text: 'Most people think for two years. A valuation makes it shorter, and costs nothing.',
        primary: { label: 'Ask for a valuation', href: '/sell' },
      },
      { style: { tone: 'brand' } },
    ],
  ]),
}
