import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('gable')

export const gablePosts: TemplatePost[] = [
  {
    slug: 'visit-it-four-times',
    title: 'Visit it four times',
    excerpt:
      'Morning, evening, rain and Sunday. A house is a different one each time, and you will live in all of them.',
    cover: cover('cover-keys', 'A brass key with a small red house hanging from it.'),
    html: `<p>People spend longer choosing a sofa than a house. Half an hour on a Saturday, with an agent in the hall, is not a visit. It is a trailer.</p>
<h2>The four</h2>
<ul>
<li><strong>A weekday morning at half past seven.</strong> Where is the sun, and where is the lorry?</li>
<li><strong>An evening, after dark.</strong> Who is on the stairs, how bright is the street, what is playing next door?</li>
<li><strong>In the rain.</strong> Gutters, cellar, the smell of the hall.</li>
<li><strong>Sunday, with nobody.</strong> Walk there from the station. Then walk to where you would buy bread.</li>
</ul>
<h2>What to ask the neighbours</h2>
<p>“How long have you lived here?” The answer does not matter. How they say it does.</p>`,
  },
  {
    slug: 'pack-the-kitchen-last',
    title: 'Pack the kitchen last, and other advice from 400 moves',
    excerpt:
      'What people who have just moved wish they had known, collected over twenty years of handing over keys.',
    cover: cover('cover-boxes', 'Cardboard boxes and a floor lamp in an empty room.'),
    html: `<p>We hand over about forty keys a year, and a week later we bring bread and salt and ask how it went. This is what they say.</p>
<ol>
<li><strong>Pack the kitchen last and unpack it first.</strong> A home is where you can make toast.</li>
<li><strong>Write the room on the box, not the contents.</strong> Nobody carrying it will read more.</li>
<li><strong>Keep one box with you:</strong> kettle, screwdriver, toilet paper, charger, the papers, a bottle.</li>
<li><strong>Photograph the meters</strong> in both places, with the date in the picture.</li>
<li><strong>Go to bed early.</strong> The curtains can wait. The first night cannot be had twice.</li>
</ol>`,
  },
  {
    slug: 'how-to-read-a-floor-plan',
    title: 'How to read a floor plan',
    excerpt:
      'Which way doors swing, where the sofa will not go, and the number that matters more than square metres.',
    cover: cover('cover-map', 'A map of a quarter with parks, a river and three pins.'),
    html: `<p>A floor plan is honest in a way that photographs are not. It has no wide angle. Learn three things and you can rule out half of all viewings from your desk.</p>
<h2>Walk it with your finger</h2>
<p>Come in at the front door with shopping. How many corners to the kitchen? Now at night, from bed to bathroom. If your finger has to cross the living room, so will you.</p>
<h2>Look at the walls, not the rooms</h2>
<p>Furniture needs wall. Count the stretches longer than two metres without a door, a window or a radiator. A flat of 70 square metres with six such walls lives larger than one of 85 with three.</p>
<h2>Find north</h2>
<p>If there is no arrow on the plan, ask why.</p>`,
  },
]
