import type { TemplatePost } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const cover = artOf('tempo')

export const tempoPosts: TemplatePost[] = [
  {
    slug: 'fifty-minutes-is-enough',
    title: 'Fifty minutes is enough',
    excerpt:
      'Where the time in a good session goes, minute by minute, and why the second hour makes you no stronger.',
    cover: cover('cover-clock', 'A lime stopwatch with a red quarter.'),
    html: `<p>We are sometimes asked for longer classes. The answer is a clock on the wall and this list.</p>
<h2>How it is spent</h2>
<table>
<caption>A Tuesday, half past six</caption>
<thead><tr><th>Minutes</th><th>What</th><th>Why</th></tr></thead>
<tbody>
<tr><td>0 to 8</td><td>Warm-up</td><td>Joints first, then breath</td></tr>
<tr><td>8 to 30</td><td>The lift of the day</td><td>Five sets, with rest that feels too long</td></tr>
<tr><td>30 to 42</td><td>Two smaller lifts</td><td>What the big one leaves out</td></tr>
<tr><td>42 to 47</td><td>A short, hard finish</td><td>For the heart, and the story afterwards</td></tr>
<tr><td>47 to 50</td><td>Lying on the floor</td><td>Earned</td></tr>
</tbody>
</table>
<h2>Why not more?</h2>
<p>Strength is made while you rest. The session only asks for it. After forty minutes of honest work, the asking is done, and everything beyond that costs you the next one. Come back on Thursday instead.</p>`,
  },
  {
    slug: 'what-your-pulse-is-telling-you',
    title: 'What your pulse is telling you',
    excerpt:
      'One number in the morning says more than any watch. How to take it, what moves it and when to stay in bed.',
    cover: cover('cover-pulse', 'A white pulse line with a black shadow on red.'),
    html: `<p>Put two fingers beside your windpipe before you get up. Count for thirty seconds and double it. Write it down for two weeks. That is your resting pulse, and it is the best coach you will ever have for free.</p>
<h2>What moves it</h2>
<ul>
<li><strong>Down, over months:</strong> you are getting fitter.</li>
<li><strong>Up by five, for a day:</strong> a late dinner, a bad night, wine.</li>
<li><strong>Up by eight or more, for two days:</strong> your body is busy with something. Train lightly, or not at all.</li>
</ul>
<h2>And the watch?</h2>
<p>Watches are good at averages and poor at mornings. If yours and your fingers disagree, believe the fingers. If something about your heart worries you, believe neither and see a doctor.</p>`,
  },
  {
    slug: 'a-plate-for-people-who-train',
    title: 'A plate for people who train',
    excerpt:
      'Half, a quarter, a quarter. The only nutrition plan that fits on a napkin, and the only one we give.',
    cover: cover('cover-plate', 'A white plate divided into red, black and green, with fork and knife.'),
    html: `<p>Ask four coaches about food and you get five opinions. Ours agree on a plate.</p>
<h2>How to fill it</h2>
<ul>
<li><strong>Half of it green or colourful.</strong> Raw, roasted or from the freezer; it does not matter.</li>
<li><strong>A quarter of protein.</strong> A piece as large as your palm: eggs, fish, beans, tofu, meat.</li>
<li><strong>A quarter of what fills you.</strong> Potatoes, rice, bread. More on days you train, less on days you do not.</li>
</ul>
<p>Then a spoonful of oil, salt, and somebody to eat with. Do that nine times out of ten. The tenth is your grandmother’s business and nobody else’s.</p>
<blockquote><p>If a plan cannot survive a birthday, it is not a plan.</p></blockquote>`,
  },
]
