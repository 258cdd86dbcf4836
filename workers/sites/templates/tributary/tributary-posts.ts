import type { TemplatePost } from '../template.contract.ts'
import { coversOf } from '../template-art.ts'

const cover = coversOf('tributary')

export const tributaryPosts: TemplatePost[] = [
  {
    slug: 'the-kingfisher-is-back',
    title: 'The kingfisher is back, and it is not our doing',
    excerpt:
      'It came for the sticklebacks, which came for the larvae, which came for the gravel. All we did was the gravel.',
    cover: cover('cover-kingfisher', 'A kingfisher on a branch above pale water.'),
    html: `<p>On the third of March, at ten past seven, Mrs Adeyemi saw a blue line above the water. She has walked this path for thirty years and had not seen that line before.</p>
<h2>How you invite a kingfisher</h2>
<p>You cannot. You can only invite gravel. Two years ago we tipped eighty tonnes of it into the bed below the mill, in heaps, and let the floods sort it. Between the stones there is oxygen. Where there is oxygen, there are larvae of mayflies. Where they are, there are sticklebacks as long as a finger. And for those, somebody comes in blue.</p>
<h2>Where to stand</h2>
<p>On the footbridge, before eight, still. It announces itself with a whistle as thin as a bicycle brake. Please leave the dog at home, and please do not tell the internet which tree.</p>
<blockquote><p>All we did was the gravel.</p></blockquote>`,
  },
  {
    slug: 'where-the-rain-should-go',
    title: 'Where the rain should go',
    excerpt:
      'A straight river carries a flood past you at speed, to whoever lives below. A crooked one keeps it for a while.',
    cover: cover('cover-rain', 'Rain falling on water and on a coral umbrella.'),
    html: `<p>After the flood, the question at every meeting was the same: should the walls be higher? It is a natural question. The water came over the wall.</p>
<h2>Slow it down</h2>
<p>But the water did not come because the wall was low. It came because everything above the wall was straight. Rain that took three days to reach the town in 1900 takes nine hours now. A bend costs a river time, and a meadow that may flood costs it more.</p>
<ul>
<li>One kilometre with bends instead of without: about <strong>forty minutes</strong>.</li>
<li>One hectare of meadow under water: about <strong>five thousand cubic metres</strong> that are not in the High Street.</li>
</ul>
<p>We have bought back eleven hectares so far. In the January storm they were a lake, and the cellar of the pharmacy was dry.</p>`,
  },
  {
    slug: 'four-thousand-plants-and-how-to-hold-a-spade',
    title: 'Four thousand plants, and how to hold a spade',
    excerpt: 'What we learned from a season of planting with people who had never planted anything.',
    cover: cover('cover-seeds', 'Five stages of a plant, from a seed to a tall stem.'),
    html: `<p>In November, 212 people put 4,180 plants into 600 metres of bank. By May, 3,700 of them were alive. That is better than the contractors, and here is why.</p>
<h2>Pairs</h2>
<p>Nobody plants alone. One holds the plant, the other the spade, and at every tenth hole they swap. People in pairs plant more slowly and look more closely.</p>
<h2>A hole is deeper than you think</h2>
<p>Twice as deep as the root is long. Push, lean, lift, drop the plant in, tread on it as if you meant it. A willow cutting wants to be buried up to its neck.</p>
<h2>Soup</h2>
<p>We have tried it without soup. There is a clear connection.</p>`,
  },
]
