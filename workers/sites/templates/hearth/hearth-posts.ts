import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('hearth')

export const hearthPosts: TemplatePost[] = [
  {
    slug: 'how-to-keep-bread',
    title: 'How to keep bread, and what to do when you could not',
    excerpt:
      'A good loaf lasts five days if you treat it kindly. And on the sixth day it turns into something else.',
    cover: cover('cover-bread', 'A cut loaf on a board with a striped cloth.'),
    html: `<p>We are asked this at the counter every day, so here it is in writing. A loaf made with time keeps for a long while. It only wants three things: air, but not too much; coolness, but not cold; and its own crust for a blanket.</p>
<h2>Day one to five</h2>
<ul>
<li><strong>Stand it on its cut side</strong> on a wooden board, with a cloth over it. That is all it needs for two days.</li>
<li><strong>After that, a bread bin or a paper bag.</strong> Plastic makes the crust soft and the crumb sour.</li>
<li><strong>Never the fridge.</strong> Bread goes stale fastest at a few degrees above freezing.</li>
<li><strong>Freeze it in slices</strong> on the day you buy it if you live alone. It goes from freezer to toaster without a stop.</li>
</ul>
<h2>If it has gone hard</h2>
<p>Hold the whole loaf under the tap for a second, all round, and put it in an oven at 180 degrees for ten minutes. It comes out as if it had been baked this morning. This works exactly once, so eat it the same day.</p>
<h2>Day six: bread soup</h2>
<p>Warm a good glug of oil in a pot. Add two cloves of garlic in slices and, before they turn brown, a tin of tomatoes. Tear in whatever bread you have left, about four handfuls, and pour on a litre of stock or water. Let it murmur for twenty minutes and stir now and then, until it can hardly be called soup any more. Basil, salt, more oil.</p>
<blockquote><p>Nobody has ever asked us for the recipe and believed that this was all of it.</p></blockquote>
<p>And if even that is too much trouble: cut it into cubes, dry it in the cooling oven, and you have the best croutons in the street.</p>`,
  },
  {
    slug: 'a-calendar-for-the-impatient',
    title: 'A calendar for the impatient',
    excerpt:
      'What to look forward to, month by month. Pin it to the fridge and you will never buy a sad tomato again.',
    cover: cover('cover-season', 'A row of leeks, asparagus, tomatoes and a pumpkin.'),
    html: `<p>There is a week in which asparagus is worth everything, and eleven months in which it is worth nothing. Knowing the weeks is half of cooking. This is the list that hangs in our kitchen. It is made for a place with a proper winter; move it by a fortnight if you live further south.</p>
<table>
<caption>What we wait for</caption>
<thead><tr><th>When</th><th>What</th><th>How we like it</th></tr></thead>
<tbody>
<tr><td>Late winter</td><td>Leeks, cabbage, blood oranges</td><td>Cut in half, roasted black, a sharp dressing</td></tr>
<tr><td>Early spring</td><td>Wild garlic, radishes, sorrel</td><td>Raw, with butter and salt</td></tr>
<tr><td>Late spring</td><td>Asparagus, peas, strawberries</td><td>As little as possible done to them</td></tr>
<tr><td>Summer</td><td>Tomatoes, beans, apricots</td><td>Cold from the garden, not from the fridge</td></tr>
<tr><td>Early autumn</td><td>Plums, sweetcorn, mushrooms</td><td>In the pan, with brown butter</td></tr>
<tr><td>Late autumn</td><td>Pumpkin, quince, walnuts</td><td>In the oven, for a long time</td></tr>
</tbody>
</table>
<h2>How to shop with it</h2>
<p>Go to the market without a list. Buy what there is most of, because that is what is best and cheapest. Then ask the person who sold it to you how they eat it at home. We have learned more that way than from any book.</p>
<h2>And when you miss it</h2>
<p>Missing something is part of it. The first tomato tastes of a whole year of not having had one. We would not give that up for a tomato in January, and after one summer, neither will you.</p>`,
  },
  {
    slug: 'the-oven-is-never-cold',
    title: 'The oven is never cold',
    excerpt:
      'A day in the life of three tonnes of brick: what bakes when, and why the last thing in it is always beans.',
    cover: cover('cover-oven', 'A brick oven at night with a small glow inside.'),
    html: `<p>A wood oven cannot be switched on. It is lit, and then it has a day of its own, hot at first and gentler by the hour. We arranged ours around it.</p>
<h2>Four in the morning</h2>
<p>The fire has burned down, the embers are raked aside, and the floor is swept with a wet broom. It hisses. If a handful of flour on the stone turns brown in ten seconds, it is right for bread. In ten it should be brown, in five it is too hot, and then everybody waits and has a coffee.</p>
<h2>Nine o’clock</h2>
<p>The loaves are out. What is left is a steady, friendly heat for everything that wants to be golden: buns, tarts, a tray of apples for later.</p>
<h2>Noon and evening</h2>
<p>Now we feed it again. For lunch and supper the oven has a living flame at its back, and things happen fast. A flatbread takes ninety seconds. The person in front of the oven does nothing else, and does not like to be spoken to.</p>
<h2>After midnight</h2>
<p>The flame is gone, but brick forgets slowly. That is the hour for beans. A clay pot, water, a bay leaf, some fat, the lid on, the door shut. By four in the morning they are soft and whole and taste of smoke.</p>
<p>They are on the menu most days, under another name. If you ask for “the beans from last night”, whoever is serving you will know that you have read this, and will probably bring you a little more.</p>`,
  },
]
