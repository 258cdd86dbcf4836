import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('alcove')

export const alcovePosts: TemplatePost[] = [
  {
    slug: 'how-to-lay-a-table-with-nothing-that-matches',
    title: 'How to lay a table with nothing that matches',
    excerpt:
      'Twelve guests, five sets of plates and not one of them complete. It looks better than a wedding list.',
    cover: cover('cover-table', 'A dark table from above, laid with plates of different colours.'),
    html: `<p>Matching plates are a promise you cannot keep. Something breaks in the second year, the pattern is discontinued in the third, and from then on you are one guest short for ever. There is a simpler way.</p>
<h2>Agree on one thing</h2>
<p>Plates may differ in colour if they share a shape, or in shape if they share a colour. Never both. We lay ours by weight: everything on the table is stoneware, and so it belongs together however it is glazed.</p>
<h2>Then break the line</h2>
<ul>
<li><strong>Put the darkest plate nowhere near the middle.</strong> The eye goes there first, and it should have somewhere to walk from.</li>
<li><strong>Stack small on large in the wrong colour.</strong> Mustard on rose, rose on white. It looks decided.</li>
<li><strong>One thing too tall.</strong> A jug, a branch, a candle. A flat table feels like a meeting.</li>
</ul>
<h2>And leave room</h2>
<p>The mistake is nearly always too much. Take two things away before anybody sits down. You will need the space for elbows, bread and the dish that arrives late.</p>`,
  },
  {
    slug: 'what-a-glaze-does-in-the-fire',
    title: 'What a glaze does in the fire',
    excerpt:
      'It goes in grey and comes out green, or does not. A visit to a kiln on the morning it is opened.',
    cover: cover('cover-glaze', 'Rows of glazed test tiles in many colours.'),
    html: `<p>Before it is fired, every glaze is the same dull grey. You paint one pot with copper and one with iron, and you could not tell them apart if somebody moved them. That is why there are test tiles, hundreds of them, each with a number scratched in the back.</p>
<h2>Eleven hours up, two days down</h2>
<p>The kiln climbs to 1,280 degrees. At the top the glaze is liquid, and it does what liquids do: it runs, it pools in the grooves, it thins at the rim until the clay shows through. Then the burner is shut off, and nobody is allowed to look for two days. Cold air would crack everything at once.</p>
<h2>What you cannot order</h2>
<p>Copper turns green if there is air and red if there is none, and the back corner of the kiln never quite knows. One jug in ten comes out with a blush on one side. Customers ask whether they can have that one. They can, but only that one.</p>
<blockquote><p>You do not make a colour. You invite it, and you sweep the floor.</p></blockquote>`,
  },
  {
    slug: 'put-the-lamp-lower',
    title: 'Put the lamp lower',
    excerpt: 'Most rooms are lit for finding keys. Three lamps and a free evening will change yours.',
    cover: cover('cover-light', 'A vase and a bowl beside a sunny window.'),
    html: `<p>A lamp on the ceiling lights the floor, which is the least interesting part of any room. It also lights you from above, as in a lift. Turn it off for one evening and do this instead.</p>
<h2>Three lamps, three heights</h2>
<p>One by the chair at the height of your shoulder. One on something low, a stool or a pile of books, in the corner you never look at. One on the table, small enough to see over. Three pools of light make a room look twice as large as one bright sky.</p>
<h2>Warm, and not too strong</h2>
<p>Choose bulbs of 2,700 kelvin or less and half the watts you think you need. If you have to squint to read, add another lamp, not a stronger one.</p>
<p>Leave the ceiling light where it is. You will need it when you drop an earring.</p>`,
  },
]
