import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('alcove')
const wide = { width: 'wide' } as const

export const alcoveHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: things for the home, made to be used',
    description:
      'Stoneware, lamps, candles and wool from small workshops, chosen one by one at {{name}} and sent within two days.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'split',
        eyebrow: 'The autumn table',
        heading: 'Few things, and every one of them used daily',
        text: 'Stoneware, lamplight and wool from eleven small workshops. We live with each piece for a month before it goes on the shelf.',
        primary: { label: 'See the shop', href: '/shop' },
        secondary: { label: 'Who makes it', href: '/about' },
        image: art('hero', 'Three arched niches with a vase, a lit lamp and a stack of bowls.', 1500, 1400),
      },
      { style: wide },
    ],
    [
      'icon-row',
      {
        items: [
          { icon: 'truck', text: 'Sent within two days' },
          { icon: 'gift', text: 'Wrapped in paper, never plastic' },
          { icon: 'heart', text: 'Thirty days to change your mind' },
          { icon: 'tools', text: 'We mend what we sell' },
        ],
      },
      { style: { tone: 'muted', padding: 'small', width: 'wide' } },
    ],
    [
      'gallery',
      {
        heading: 'On the shelf this month',
        text: 'Small batches, so the shelf is never the same twice. What is gone comes back when the kiln allows.',
        columns: '4',
        images: [
          { image: art('vase', 'A white stoneware vase with two red bands.'), caption: 'Tall vase, € 68' },
          {
            image: art('bowls', 'Three bowls stacked in clay, yellow and white.'),
            caption: 'Supper bowls, € 84',
          },
          {
            image: art('lamp', 'A lamp with a fluted teal foot and a yellow shade.'),
            caption: 'Dusk lamp, € 146',
          },
          { image: art('throws', 'Four folded wool throws in a pile.'), caption: 'Harbour throw, € 118' },
        ],
      },
      { style: wide },
    ],
    [
      'button-group',
      { buttons: [{ link: { label: 'All eight pieces', href: '/shop' } }] },
      { style: { ...wide } },
    ],
    [
      'feature-list',
      {
        heading: 'Three reasons it lasts',
        items: [
          {
            image: art('jug', 'A fluted teal jug on a pink table.'),
            eyebrow: 'Material',
            title: 'Fired hotter than it needs to be',
            text: 'Stoneware burnt at 1,280 degrees is dense enough for the oven, the freezer and a careless flatmate. It chips late and stains never.',
            link: { label: 'The serving jug', href: '/shop/serving-jug' },
          },
          {
            image: art('lamp', 'A lamp throwing a cone of light into an arch.'),
            eyebrow: 'Making',
            title: 'Parts you can unscrew',
            text: 'Shade, foot, cable and switch come apart with one coin. When something wears out, you replace that and keep the rest.',
            link: { label: 'The dusk lamp', href: '/shop/dusk-lamp' },
          },
        ],
      },
    ],
    [
      'quote',
      {
        look: 'plain',
        quote:
          'I bought two bowls to see. There are nine now, and nobody in this house eats from anything else.',
        name: 'Marit H.',
        role: 'Customer since the first batch',
      },
      { style: { tone: 'brand', align: 'center', width: 'narrow' } },
    ],
    [
      'picture-text',
      {
        eyebrow: 'The shop',
        heading: 'Come and hold it first',
        text: 'A handle is right or wrong in a second, and no photograph can tell you. The shop has all of it on open shelves, and the kettle is on.\n\n{{hours}}',
        primary: { label: 'Find us', href: '/contact' },
        image: art('shelf', 'Wooden shelves full of vases, jugs, bottles and bowls.', 1200, 960),
        side: 'start',
      },
    ],
    [
      'posts',
      { heading: 'Notes from the back room', count: '3', more: { label: 'All notes', href: '/blog' } },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'newsletter',
      {
        heading: 'First to hear when the kiln is opened',
        text: 'One letter for each new batch, about six a year.',
        form: 'newsletter',
        note: 'Leave the list with one click whenever you like.',
      },
    ],
  ]),
}
