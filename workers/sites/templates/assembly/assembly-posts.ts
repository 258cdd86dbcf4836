import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('assembly')

export const assemblyPosts: TemplatePost[] = [
  {
    slug: 'the-programme-is-complete',
    title: 'The programme is complete, and shorter than ever',
    excerpt:
      '231 proposals, sixteen places. How we chose, and why we took talks out rather than put more in.',
    cover: cover('cover-questions', 'Speech bubbles on pink.'),
    html: `<p>We read 231 proposals, without names, twice. Then we argued for two evenings, ate a great deal, and took sixteen. Last year it was twenty. You told us, politely, that it was four too many.</p>
<h2>How we chose</h2>
<ul>
<li><strong>Did it happen?</strong> We prefer one finished bench to a theory of seating.</li>
<li><strong>Did it go wrong at least once?</strong> And will they say so on stage?</li>
<li><strong>Would we cross the yard to ask a question?</strong></li>
</ul>
<p>Half of the speakers have never spoken at a conference. We meet with each of them three times, and by May they will be better than those who have.</p>`,
  },
  {
    slug: 'why-there-is-a-question-on-every-table',
    title: 'Why there is a question on every table',
    excerpt: '“What do you do?” is the worst way to begin. Here are the ones that worked.',
    cover: cover('cover-badges', 'Three conference badges on green.'),
    html: `<p>Badges with company names make people look at your chest and then past your ear. Ours have your first name and a pattern. Whoever has the same pattern sits at your table in the first break.</p>
<h2>Questions that worked</h2>
<ol>
<li>What have you made that is still in use?</li>
<li>What did you learn from somebody younger?</li>
<li>Which rule do you break every week?</li>
<li>What would you do with a free Wednesday, every Wednesday?</li>
</ol>
<p>Questions that did not work: anything with “passion” in it.</p>`,
  },
  {
    slug: 'where-to-sleep-and-where-not-to',
    title: 'Where to sleep, and where not to',
    excerpt: 'Three hotels we have slept in ourselves, one hostel with a garden, and a list of spare beds.',
    cover: cover('cover-city', 'A skyline of bright buildings with a bus.'),
    html: `<p>The city is small and May is full. Book early, or ask for a bed: eighty people in this town have offered theirs.</p>
<h2>Within a walk</h2>
<p>The hotel by the park is plain, quiet and twelve minutes away. The one at the station is neither, but it is cheap and you can see the trams. The hostel has a garden and rooms for two.</p>
<h2>A spare bed</h2>
<p>Tell us when you order. We match people by what time they like to go to sleep, which turns out to be the only question that matters.</p>`,
  },
]
