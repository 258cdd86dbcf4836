import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('clinic')

export const clinicPosts: TemplatePost[] = [
  {
    slug: 'if-you-are-afraid-of-the-dentist',
    title: 'If you are afraid of the dentist',
    excerpt:
      'Fear of the chair is common, and it is nothing to apologise for. Here is how to make the first visit easier.',
    cover: cover('cover-calm', 'An armchair by a window, with headphones and a cup of tea on a small table.'),
    html: `<p>Many people put off a visit for years, and most of them believe they are the only ones. They are not. Fear of the dentist is one of the commonest fears there is, and it usually has a good reason: a bad experience as a child, a sound, a smell, or the feeling of lying back and not being able to speak.</p>
<p>You do not have to get over it before you come. You only have to tell us. Everything below is something you may ask for, and none of it is unusual.</p>
<h2>Before the visit</h2>
<ul>
<li><strong>Say it when you book.</strong> One sentence is enough. We will give you a longer appointment and the quietest time of the day.</li>
<li><strong>Come just to look.</strong> A first meeting can be a conversation in an ordinary chair. No instruments, no light, no bib.</li>
<li><strong>Bring somebody.</strong> A friend may sit beside you for the whole visit.</li>
<li><strong>Eat something.</strong> An empty stomach makes everybody more anxious.</li>
</ul>
<h2>In the chair</h2>
<p>We agree on a signal before we begin. Usually that is a raised hand. When the hand goes up we stop, at once and without a question. People rarely use it more than twice. Knowing that it works is what helps.</p>
<blockquote><p>You are allowed to stop. You are allowed to ask what that noise is. You are allowed to do half today and half another day.</p></blockquote>
<p>Headphones help with the sound, and a blanket helps more than you would think. If you like to know what is happening, we describe each step before we do it. If you would rather not know, we talk about something else.</p>
<h2>Afterwards</h2>
<p>Write down how it went while it is fresh. Fear feeds on memory, and a memory of a visit that went well is the best thing to bring to the next one.</p>
<p>If you would like to begin with a conversation, <a href="/contact">send us a line</a> and mention this page. That tells us all we need.</p>`,
  },
  {
    slug: 'a-childs-first-visit',
    title: 'A child’s first visit: what to say, and what to leave unsaid',
    excerpt:
      'The first tooth is the right time for a first visit. A little preparation at home makes it a good memory.',
    cover: cover('cover-children', 'A small chair, a toy giraffe and a toothbrush beside a window.'),
    html: `<p>Children are not born afraid of the dentist. They learn it, mostly from us grown-ups and mostly by accident. The good news is that the opposite can be learned just as easily.</p>
<h2>When to come</h2>
<p>A good moment is the first year, around the first tooth, and then twice a year. The first visits are short. We count teeth together, the chair goes up and down, and everybody goes home pleased.</p>
<h2>What to say at home</h2>
<p>Keep it small and true. “We are going to see somebody who looks after teeth. They will count yours.” That is enough. Picture books help, and so does playing it through with a toy as the patient.</p>
<p>Some well-meant sentences do the opposite of what they should:</p>
<table>
<thead><tr><th>Instead of</th><th>Try</th></tr></thead>
<tbody>
<tr><td>“It will not hurt.”</td><td>“They will count your teeth.”</td></tr>
<tr><td>“You must be brave.”</td><td>“I will be with you.”</td></tr>
<tr><td>“If you eat sweets you will need the drill.”</td><td>“Brushing keeps your teeth strong.”</td></tr>
<tr><td>“Afterwards you get a present.”</td><td>“Afterwards we go to the playground.”</td></tr>
</tbody>
</table>
<h2>What we do differently for children</h2>
<ol>
<li>We show before we do. The mirror first looks at a finger, then at a tooth.</li>
<li>We stop when it is enough. Four teeth counted happily are worth more than twenty in tears.</li>
<li>We speak to the child first and to you second.</li>
</ol>
<h2>And between the visits</h2>
<p>Brush twice a day, and brush after them until they can write neatly. A smear of fluoride toothpaste is plenty at first, a pea-sized amount from about the third birthday. The evening is the more important one: after it, only water.</p>
<p>Do you have a question that is not answered here? <a href="/contact">Ask us</a>. No question about children is too small.</p>`,
  },
  {
    slug: 'five-minutes-a-day-for-healthy-gums',
    title: 'Five minutes a day for healthy gums',
    excerpt:
      'Most of what keeps teeth in place happens at home. This is the shortest routine we know that works.',
    cover: cover('cover-gums', 'A toothbrush in a glass, a roll of floss and a mirror on a shelf.'),
    html: `<p>Gums do not hurt when they are ill, at least not at first. They bleed a little, they look a little redder than they should, and that is all. It is easy to overlook, and it is the reason more people lose teeth to their gums than to holes.</p>
<p>The remedy is not complicated. It takes about five minutes a day, and most of them are yours already.</p>
<h2>In the morning: two minutes</h2>
<p>Use a soft brush and hold it like a pencil. Tilt it towards the gum, make small circles, and let it rest on each tooth for a breath. Pressing harder does not clean better. If your brush looks like a palm tree after a month, you are pressing too hard.</p>
<h2>In the evening: three minutes</h2>
<p>Before brushing, clean between the teeth. Little brushes are easier than floss wherever they fit, and your hygienist will tell you which sizes you need. Start with one side of the mouth if doing all of it feels like too much. A habit kept half is better than a habit dropped.</p>
<h3>If it bleeds</h3>
<p>Carry on. Bleeding is a sign that a place needs more care, and it usually stops within a week or two of gentle daily cleaning. If it does not, or if a tooth feels loose, come and see us.</p>
<h2>What you can leave out</h2>
<ul>
<li>Mouthwash is pleasant, but it does not replace cleaning between the teeth.</li>
<li>Whitening toothpaste is often rough. Ask before you use it every day.</li>
<li>Brushing straight after orange juice or wine: wait half an hour.</li>
</ul>
<p>At your next check-up, ask which one place in your mouth deserves more attention. There is always one. Knowing it makes the five minutes count.</p>`,
  },
]
