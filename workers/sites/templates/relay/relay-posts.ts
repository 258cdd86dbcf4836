import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('relay')

export const relayPosts: TemplatePost[] = [
  {
    slug: 'handovers-with-one-key',
    title: 'Handovers with one key',
    excerpt: 'Press H, pick a person, write one sentence. Everything else goes along by itself.',
    cover: cover('cover-handover', 'Two cards with portraits and an arrow between them.'),
    html: `<p>A handover used to be a meeting. Then it was a message with “see below”. From today it is a key.</p>
<h2>What goes along</h2>
<ul>
<li><strong>The promise:</strong> what you told the customer, and by when.</li>
<li><strong>What is missing:</strong> the number, the photograph, the decision.</li>
<li><strong>Your sentence:</strong> the one thing that is not written anywhere else.</li>
</ul>
<p>The next person sees these three above the conversation. They accept, or hand it back with one sentence of their own. Until they do, it stays yours, so that nothing ever lies with nobody.</p>
<h2>Also new</h2>
<ul>
<li>Holidays hand over what is due while you are away.</li>
<li>A list of everything you passed on, and how it ended.</li>
</ul>`,
  },
  {
    slug: 'quiet-hours-that-stay-quiet',
    title: 'Quiet hours that stay quiet',
    excerpt: 'We removed eleven of our fourteen notifications. Nobody has asked for one back.',
    cover: cover('cover-quiet', 'A white bell crossed out in coral on a violet disc.'),
    html: `<p>We counted. On an ordinary Tuesday, {{name}} sent each person 64 notifications. Three of them led to anything within ten minutes. So we kept three.</p>
<h2>What still rings</h2>
<ol>
<li>Somebody handed you a request.</li>
<li>A promise of yours is due within the hour.</li>
<li>A customer answered you, and you are at your desk.</li>
</ol>
<h2>And after six?</h2>
<p>Only what a person marked as burning, and that person sees whom it will wake before they press the button. In the first month it was pressed four times, by 2,400 teams.</p>`,
  },
  {
    slug: 'the-calendar-now-knows-your-promises',
    title: 'The calendar now knows your promises',
    excerpt: '“I will get back to you on Thursday” is an appointment. It now looks like one.',
    cover: cover('cover-minutes', 'A calendar month with a few coloured days.'),
    html: `<p>When you write “by Thursday” in an answer, {{name}} underlines it. Click once, and the promise stands in your calendar with the request attached.</p>
<h2>Where it works</h2>
<p>In any calendar that speaks the usual standards. Moving the appointment moves the promise, and the customer is told in your words, if you want that.</p>
<blockquote><p>The best reminder is one you have already agreed to.</p></blockquote>
<p>It understands English, German, French and Spanish so far. Dates in other languages can be set by hand.</p>`,
  },
]
