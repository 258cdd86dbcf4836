import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('chambers')

export const chambersPosts: TemplatePost[] = [
  {
    slug: 'the-letter-you-have-not-opened',
    title: 'The letter you have not opened',
    excerpt:
      'Deadlines run from the day it was delivered, not from the day you felt strong enough. What to do in the first hour.',
    cover: cover('cover-letter', 'A cream envelope with a brass seal on oxblood red.'),
    html: `<p>Every lawyer knows the drawer. It is in the hall, it does not close any more, and somewhere in it lies an envelope with a window that has a date in it. The date matters more than what the letter says.</p>
<h2>In the first hour</h2>
<ol>
<li><strong>Write the day of delivery on the envelope.</strong> Keep the envelope. It is evidence, and often the best you have.</li>
<li><strong>Look for a number followed by the word “days”.</strong> That is your deadline. Put it in your calendar, and once more a week earlier.</li>
<li><strong>Do not answer.</strong> Not by telephone either. Anything you say today can be quoted in a year.</li>
</ol>
<h2>What we need to see</h2>
<p>The letter, the envelope, and whatever it refers to: the contract, the invoice, the earlier letter. Photographs are fine. If you cannot find the contract, say so; the other side has to show it, and sometimes cannot.</p>
<blockquote><p>Most of what frightens people in a letter is its tone. The law in it is usually two lines.</p></blockquote>
<p>This is general advice and no substitute for a look at your own case.</p>`,
  },
  {
    slug: 'five-sentences-every-lease-should-have',
    title: 'Five sentences every lease should have',
    excerpt:
      'And one that it should not. A short guide for people about to sign for a shop, a studio or a first office.',
    cover: cover('cover-door', 'A navy double door under a fanlight, with a lamp on each side.'),
    html: `<p>Commercial leases are long because they are copied from one another. The parts that decide whether you will be happy fit on one page. Ask for these five.</p>
<h2>What to ask for</h2>
<ul>
<li><strong>What you may do there,</strong> described widely. “Retail” is narrow; “retail, workshop and events” leaves room for next year.</li>
<li><strong>Who repairs what,</strong> with the roof, the boiler and the windows named.</li>
<li><strong>What running costs are made of,</strong> and a cap on how they may grow.</li>
<li><strong>When you may leave,</strong> early, and for how much.</li>
<li><strong>Who may take over,</strong> so that you can sell the business and not only the furniture.</li>
</ul>
<h2>And the one to strike out</h2>
<p>“The tenant restores the premises to their original condition.” Nobody knows what it was, and everybody will remember it as better than it was. Attach photographs, or strike the sentence.</p>`,
  },
  {
    slug: 'why-we-try-the-stairs-before-the-court',
    title: 'Why we try the stairs before the court',
    excerpt:
      'Mediation has a soft name and hard results. What it costs, how long it takes and when it is a waste of time.',
    cover: cover('cover-stairs', 'A spiral staircase seen from above, in two blues and brass.'),
    html: `<p>There is a moment in nearly every dispute when both sides meet on the stairs, outside the room, and say what they really want. Mediation is the art of holding that conversation on purpose.</p>
<h2>What it takes</h2>
<table>
<caption>A boundary dispute, as an example</caption>
<thead><tr><th>Way</th><th>Time</th><th>Cost for each side</th></tr></thead>
<tbody>
<tr><td>Letters</td><td>4 to 8 weeks</td><td>€ 600</td></tr>
<tr><td>Mediation</td><td>2 to 3 meetings</td><td>€ 1,400</td></tr>
<tr><td>First instance</td><td>10 to 18 months</td><td>€ 5,500 and more</td></tr>
</tbody>
</table>
<h2>When not to</h2>
<p>When one side is afraid of the other, when a fact simply has to be established, or when you need an order by Friday. In those cases we go to court, and we go quickly.</p>`,
  },
]
