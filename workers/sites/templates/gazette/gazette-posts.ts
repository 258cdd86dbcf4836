import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('gazette')

export const gazettePosts: TemplatePost[] = [
  {
    slug: 'the-last-ferry-is-always-full',
    title: 'The last ferry is always full',
    excerpt:
      'On an island of 212 people, the timetable is the constitution. A week with the woman who writes it.',
    cover: cover('ferry', 'A ferry on dark water in front of pale mountains.'),
    html: `<p>At twenty past nine in the evening, Solveig Aune stands on the quay with a whistle and decides who gets home. There is room for fourteen cars. There are sixteen. One belongs to the doctor.</p>
<p>She has done this for thirty-one years. The company in the city believes that its planners make the timetable, and sends a new one each October in an envelope with a window. Solveig reads it, puts it in a drawer and writes the real one by hand, in pencil, on the back of last year’s tide table.</p>
<h2>What goes into it</h2>
<p>The school bus. The tide under the ramp. The hour at which the bakery on the mainland takes its second loaves out. Per Olav’s dialysis, Mondays and Thursdays, though he would rather nobody knew, and so it stands there as “PO” and everybody knows. Two funerals a year, unplanned. One wedding, planned for too long.</p>
<blockquote><p>A ferry is not transport. It is a promise with an engine.</p></blockquote>
<h2>The envelope</h2>
<p>This October the envelope held more than a timetable. From next year there is to be a system: tickets by telephone, places allotted by a computer that does not know the doctor’s car. Solveig has read all nineteen pages. She has underlined one word, “optimal”, and written beside it, in pencil: for whom?</p>
<p>At twenty-five past nine she blows the whistle. Fifteen cars are on board. I counted twice. Nobody on the island can explain it to me, and I have stopped asking.</p>`,
  },
  {
    slug: 'what-the-bees-know-about-tuesday',
    title: 'What the bees know about Tuesday',
    excerpt:
      'Three hives on the roof of a tax office, a keeper who used to audit companies, and a ledger without errors.',
    cover: cover('beekeeper', 'A beekeeper between three hives, with bees in an ochre sky.'),
    html: `<p>Mr Ferreira audited breweries for thirty years. He retired on a Friday. On the Tuesday after, he was back in the lift, with a smoker under his arm, on his way to the roof.</p>
<h2>Sixty thousand employees</h2>
<p>A hive, he says, is the only firm he has never caught cheating. It knows to the gram what it has, what it owes to winter and what it can spend. On a warm day he weighs it in the morning and in the evening and writes both down in a ledger with a red margin. The difference is the lime trees on the avenue.</p>
<p>“On Tuesdays it is less,” he says, and turns the ledger so that I can see. It is. All summer. He has a theory, and it has to do with the man who mows the verge, and when.</p>
<h2>The theory</h2>
<p>He wrote to the parks department. He enclosed the ledger. They now mow on Sundays at six, when nobody is flying. In September there were eleven kilos more. He booked them, of course, under extraordinary income.</p>`,
  },
  {
    slug: 'the-night-train-does-not-hurry',
    title: 'The night train does not hurry',
    excerpt:
      'Fourteen hours, three borders, one dining car. Notes from a bunk on the slowest way across the mountains.',
    cover: cover('night-train', 'A red train crossing a viaduct at night.'),
    html: `<p>There is a faster way. Everybody in carriage 7 knows it and will tell you, with the pride of people who have decided against something.</p>
<h2>21:40</h2>
<p>The conductor collects passports into a biscuit tin. He will answer for us at the borders while we sleep. It is the last office in Europe, he says, where a stranger is trusted with everything at bedtime.</p>
<h2>02:15</h2>
<p>We stand. Nobody knows why, and it does not matter. Outside there is a platform with one lamp and a dog. The dog looks at the train as if it came every night, and it does.</p>
<h2>06:50</h2>
<p>The viaduct. The conductor knocks on every door, though it is not on any timetable, because it is a pity to sleep through it. The whole carriage stands in its socks at the left-hand windows. For eleven minutes nobody says a word. Then somebody asks about coffee.</p>`,
  },
  {
    slug: 'in-praise-of-enough',
    title: 'In praise of enough',
    excerpt:
      'Two pears and an apple, painted 400 times. Why a man in a village has no wish to paint anything else.',
    cover: cover('pears', 'An apple between two pears on a green table.'),
    html: `<p>Every morning Anselm Roth puts two pears and an apple on a table, and paints them until the light has moved. Then he eats the apple. He has done this since 1987, and has sold, by his own account, “enough”.</p>
<h2>The pears</h2>
<p>They are never the same pears, he points out. This is the sort of remark that sounds like wisdom and is also simply true: they go off. He buys them on Wednesdays from a woman who has learned to give him the ones that nobody wants, because of the way they lean.</p>
<h2>The question</h2>
<p>I had come to ask whether he is never bored. I asked it badly, and he took it kindly. “Do you have children?” he said. I do. “And are you finished looking at them?”</p>`,
  },
  {
    slug: 'a-market-in-four-voices',
    title: 'A market in four voices',
    excerpt:
      'From four in the morning until the water cart: the same square, told by those who set it up and those who sweep it.',
    cover: cover('market', 'Three market stalls with striped awnings and fruit.'),
    html: `<h2>4:10, Rosa, fruit</h2>
<p>You unload in the order you will regret. Melons first, because you are still awake; berries last, because they forgive nothing. I have stood on this corner since my mother did. The awning is hers. You can see where she was taller.</p>
<h2>9:30, Emre, olives</h2>
<p>People think they buy with their eyes. They buy with their ears. If I am quiet for ten minutes, I sell half. So I sing, badly, on purpose; a good singer would be listened to.</p>
<h2>13:00, Mrs Lang, customer</h2>
<p>I come at one, when they want to go home. Not for the price. They talk differently when they are tired.</p>
<h2>15:45, Dragan, water cart</h2>
<p>I know what was good by what is not on the ground. Today, no figs. Not one. They must have been wonderful.</p>`,
  },
  {
    slug: 'letters-we-did-not-answer',
    title: 'Letters we did not answer',
    excerpt:
      'Once a year we open the drawer with the post that left us speechless. A selection, with late replies.',
    cover: cover('desk', 'A green typewriter between books and a blue cup.'),
    html: `<p>In the desk by the window there is a drawer for letters to which nobody found an answer. In October we open it, make tea and try again.</p>
<h2>“You wrote that the sea was grey. It was not.”</h2>
<p>Dear Captain Holm. You were there, and we were seasick. We have corrected it in the archive: the sea was green, with a little violet towards evening.</p>
<h2>“Is there anything you are certain of?”</h2>
<p>Dear Form 8b. Less than last year. But we are certain that it was right to ask, and that whoever gave you this homework is a good teacher.</p>
<h2>“Please cancel my subscription. I am too happy to read.”</h2>
<p>Dear Madam. Done. We have kept your place, in case it passes, and hope it does not.</p>`,
  },
]
