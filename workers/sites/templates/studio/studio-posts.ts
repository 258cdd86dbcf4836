import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('studio')

export const studioPosts: TemplatePost[] = [
  {
    slug: 'a-brief-that-fits-on-one-page',
    title: 'A brief that fits on one page',
    excerpt:
      'Long briefs hide the one sentence that matters. Here is the page we fill in together before anything is drawn.',
    cover: cover('cover-brief', 'A white sheet with three black lines beside a yellow circle.'),
    html: `<p>We have received briefs of sixty pages, with appendices. They are written with care, and they have one thing in common: the sentence that matters is on page forty, in brackets.</p>
<p>So before we draw anything, we fill in one page together. It takes about an hour. It has five questions.</p>
<h2>The five questions</h2>
<ol>
<li><strong>Who is it for?</strong> One person, with a day they are having. “Decision makers” is not a person. “Somebody who has been told to find a new supplier by Thursday” is.</li>
<li><strong>What do they believe now?</strong> Write it down even if it is unflattering.</li>
<li><strong>What should they believe afterwards?</strong> One sentence. If there is an “and” in it, choose a half.</li>
<li><strong>What will they do differently?</strong> Call, buy, apply, stop calling. Something you could count.</li>
<li><strong>What must not change?</strong> There is always something people love. Find it before it gets redesigned away.</li>
</ol>
<h2>What is not on the page</h2>
<p>Colours. Features. Competitors you admire. These are answers, and they come later, when we know what they are answers to. We keep a second sheet for them so that nothing is lost.</p>
<blockquote><p>A brief is finished when it rules something out.</p></blockquote>
<h2>Try it on something small</h2>
<p>Take a form on your website, or a letter you send often, and answer the five questions for it. If you find that you cannot, you have found the reason it does not work. You do not need a designer for that part.</p>
<p>If you get stuck at question three, <a href="/contact">send us the page</a>. We like that question best.</p>`,
  },
  {
    slug: 'what-a-typeface-costs-you',
    title: 'What a typeface costs you, and what it saves',
    excerpt:
      'Type is the part of a design people look at most and notice least. A short guide to choosing one you can live with.',
    cover: cover('cover-type', 'Letters built from blocks, arches and a red circle on two thin lines.'),
    html: `<p>People spend more time with your typeface than with your logo. They read your offers in it, your invoices, your apologies. It deserves an afternoon of thought.</p>
<h2>Four questions to ask of a typeface</h2>
<dl>
<dt>Does it speak your languages?</dt>
<dd>Set a paragraph with every accent you use, and one you may use next year. Missing letters are replaced by strangers.</dd>
<dt>Can you tell its letters apart?</dt>
<dd>Write <code>Il1 O0 rn m</code>. If you have to look twice, so will somebody reading a booking code.</dd>
<dt>What does it weigh?</dt>
<dd>A variable font of fifty kilobytes can hold every weight. Six static files of thirty cannot, and take four times as long to arrive.</dd>
<dt>What may you do with it?</dt>
<dd>Read the licence for the web, for apps and for documents. The cheapest licence is often the one you need to buy three times.</dd>
</dl>
<h2>One is usually enough</h2>
<p>A second typeface is a second voice in the room. Before you add one, try what the first can do with size, weight and space. Here is a scale that serves us well:</p>
<table>
<thead><tr><th>Use</th><th>Size</th><th>Weight</th></tr></thead>
<tbody>
<tr><td>Headline</td><td>4 × text</td><td>650</td></tr>
<tr><td>Section</td><td>2.5 × text</td><td>650</td></tr>
<tr><td>Text</td><td>17 px</td><td>400</td></tr>
<tr><td>Small print</td><td>15 px</td><td>400</td></tr>
</tbody>
</table>
<p>Everything else is spacing. Most pages that look badly set are in fact badly spaced.</p>
<h2>And what it saves</h2>
<p>A typeface chosen well ends a hundred small discussions. That is its real return: not that people admire it, but that nobody has to think about it again.</p>`,
  },
  {
    slug: 'the-meeting-where-nothing-is-presented',
    title: 'The meeting where nothing is presented',
    excerpt:
      'We stopped giving presentations. What we do instead takes half the time and brings out twice the truth.',
    cover: cover('cover-meeting', 'Four circles around a square table, seen from above.'),
    html: `<p>A presentation is a small performance, and it has the effect performances have: people applaud. Then they go home and find the problems, and the problems arrive by email, one by one, over a fortnight.</p>
<p>A while ago we stopped presenting. Here is what we do instead.</p>
<h2>Put it on the wall</h2>
<p>Everything we have is hung up, printed large, before you arrive. Nobody introduces it. For ten minutes nobody speaks at all. You walk about and look, with a pen and three kinds of sticker:</p>
<ul>
<li>green for “keep this whatever happens”,</li>
<li>red for “this is wrong for us”,</li>
<li>yellow for “I do not understand”.</li>
</ul>
<h2>Begin with yellow</h2>
<p>We talk about the yellow ones first. Something you do not understand after two minutes is something your visitors will not understand after two seconds. Those places get fixed without a debate.</p>
<h2>Let red argue with green</h2>
<p>Often the same thing carries both. That is where the meeting earns its time, because the disagreement is nearly always about the brief and not about the drawing. We take the page with the five questions off the wall and settle it there.</p>
<blockquote><p>If two people disagree about a colour, ask them who it is for.</p></blockquote>
<h2>End early</h2>
<p>We stop when there is a list of at most seven things. The rest will still be true next week, and half of it will have solved itself. You leave with a photograph of the wall. We leave with something to do in the morning.</p>`,
  },
]
