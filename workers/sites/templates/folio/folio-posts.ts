import type { TemplatePost } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('folio')

export const folioPosts: TemplatePost[] = [
  {
    slug: 'a-rule-that-fits-on-an-index-card',
    title: 'A rule that fits on an index card',
    excerpt:
      'If it needs a manual of two hundred pages, it is not a system. It is a collection of decisions.',
    cover: art('packing', 'Circles of many sizes packed on black.'),
    html: `<p>Every identity I hand over comes with an index card. On one side is the rule, on the other an example of breaking it well. If the rule does not fit, it is not finished.</p>
<h2>What makes a good rule</h2>
<ul>
<li><strong>Somebody else can follow it</strong> and be surprised by the result.</li>
<li><strong>It has one knob.</strong> Two, if you must. Nobody turns the third.</li>
<li><strong>It says what not to do</strong> by being unable to do it.</li>
</ul>
<h2>An example</h2>
<p>“Place the largest circle that fits. Repeat.” That is all there is to the picture above. It has been a poster, a carpet and a visiting card, and I have never drawn it twice.</p>`,
  },
  {
    slug: 'chance-is-a-colleague',
    title: 'Chance is a colleague',
    excerpt: 'On dice, seeds and why a computer that never repeats itself needs somebody with taste.',
    cover: art('arcs', 'Tiled arcs joined into a labyrinth.'),
    html: `<p>Two tiles, each with two arcs. Turn each one at random, lay them side by side, and a labyrinth appears that nobody planned. People assume the hard part is the programme. The hard part is choosing which of the four hundred labyrinths to keep.</p>
<h2>Keep the number</h2>
<p>Chance in a computer has a number, called a seed. Give it the same number and it makes the same choices. Write the number on the back of the print. One day somebody will want it larger.</p>
<blockquote><p>Chance makes many things. Taste throws most of them away.</p></blockquote>`,
  },
  {
    slug: 'why-only-one-colour',
    title: 'Why only one colour',
    excerpt: 'Black, white and one more. A short defence of running out of ink.',
    cover: art('fold', 'A folded black strip with one vermilion panel.'),
    html: `<p>Given twelve colours, a client will discuss twelve colours. Given one, we discuss where it goes. That is a much better meeting.</p>
<h2>Where it goes</h2>
<p>Once. On the thing that would be missed. If you can move the colour and nothing changes, take it out and look again.</p>
<h2>Which one</h2>
<p>One that prints well on the worst paper you own, survives a fax, and does not belong to the competition across the street. It is nearly always a red.</p>`,
  },
]
