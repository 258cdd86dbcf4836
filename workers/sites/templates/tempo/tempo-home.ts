import { composeDocument } from '../compose-document.ts'
import type { TemplatePage } from '../template.contract.ts'
import { artOf } from '../template-art.ts'

const art = artOf('tempo')
const wide = { width: 'wide' } as const
const trial = { label: 'Book a free class', href: '/contact' }

export const tempoHome: TemplatePage = {
  path: '/',
  title: 'Home',
  seo: {
    title: '{{name}}: get strong, stay strong',
    description:
      'Small classes in strength, conditioning, mobility and endurance at {{name}}. The first one is free and nobody shouts.',
  },
  document: composeDocument([
    [
      'hero',
      {
        variant: 'cover',
        eyebrow: 'First class free',
        heading: 'Pick it up. Put it down. Come back Thursday.',
        text: 'Strength training for people with jobs, children and a bad left knee. Eight to a class, one coach, fifty minutes.',
        primary: trial,
        secondary: { label: 'See the week', href: '/timetable' },
        image: art('hero', 'A black kettlebell in front of a lime disc of printed dots.', 1600, 1000),
      },
      { style: wide },
    ],
    [
      'marquee',
      {
        speed: 'normal',
        items: [
          { text: 'Squat' },
          { text: 'Hinge' },
          { text: 'Push' },
          { text: 'Pull' },
          { text: 'Carry' },
          { text: 'Breathe' },
          { text: 'Sleep' },
          { text: 'Repeat' },
        ],
      },
      { style: { tone: 'brand', padding: 'small' } },
    ],
    [
      'bento',
      {
        heading: 'Four ways to train',
        text: 'One membership, all of them. Most people settle on two of one and one of another.',
        items: [
          {
            size: 'large',
            look: 'plain',
            image: art('strength', 'A black weight plate on lime stripes.'),
            title: 'Strength',
            text: 'The big lifts, taught slowly. You write down every set and watch the numbers climb.',
            link: { label: 'Strength', href: '/services#strength' },
          },
          {
            size: 'wide',
            look: 'plain',
            image: art('conditioning', 'A kettlebell on red.'),
            title: 'Conditioning',
            text: 'Short, hard and over before you can object.',
            link: { label: 'Conditioning', href: '/services#conditioning' },
          },
          {
            size: 'small',
            look: 'tinted',
            icon: 'leaf',
            title: 'Mobility',
            text: 'For hips that have sat through a decade.',
            link: { label: 'Mobility', href: '/services#mobility' },
          },
          {
            size: 'small',
            look: 'filled',
            icon: 'flame',
            title: 'Endurance',
            text: 'Bikes, rowers and a hill nearby.',
            link: { label: 'Endurance', href: '/services#endurance' },
          },
        ],
      },
      { style: wide },
    ],
    [
      'stats',
      {
        heading: '',
        items: [
          { value: '8', label: 'people in a class, at most' },
          { value: '50', label: 'minutes, warm-up included' },
          { value: '41', label: 'classes a week' },
          { value: '0', label: 'mirrors' },
        ],
      },
      { style: { ...wide, tone: 'muted' } },
    ],
    [
      'steps',
      {
        heading: 'Your first month',
        items: [
          {
            title: 'Week one',
            text: 'A free class and twenty minutes with a coach: what hurts, what you want, what you did last year.',
          },
          {
            title: 'Week two',
            text: 'Three basics classes. You learn to hinge, squat and press with a broomstick. Then with a bar.',
          },
          { title: 'Week three', text: 'You join the others. Nobody notices, which is the idea.' },
          { title: 'Week four', text: 'We test one lift. It is always more than people guessed.' },
        ],
      },
      { style: wide },
    ],
    [
      'picture-text',
      {
        heading: 'A room for work',
        text: 'No mirrors, no screens, no smoothie bar. Racks, bars, kettlebells, rope, chalk and a clock. The music is chosen by whoever arrives first.',
        points: [
          { text: 'Twelve racks and two platforms' },
          { text: 'Showers, towels, lockers without coins' },
          { text: 'A corner where children may wait' },
        ],
        primary: { label: 'Come and look', href: '/contact' },
        image: art('rack', 'A loaded barbell in a rack above a bench.', 1200, 960),
      },
      { style: { tone: 'muted' } },
    ],
    [
      'reviews',
      {
        heading: 'From the whiteboard',
        items: [
          {
            stars: '5',
            quote: 'I can carry both children up the stairs. At once. Screaming.',
            name: 'Dana',
            source: '14 months',
          },
          {
            stars: '5',
            quote: 'My back stopped hurting in week five and I have told everybody since.',
            name: 'Olu',
            source: '2 years',
          },
          {
            stars: '5',
            quote: 'I am 67. I deadlift my own weight. My doctor asked for the address.',
            name: 'Ingrid',
            source: '3 years',
          },
        ],
      },
    ],
    [
      'cta',
      {
        heading: 'The bar does not care how you feel',
        text: 'That is strangely restful. Try it once, free.',
        primary: trial,
        secondary: { label: 'What it costs', href: '/prices' },
      },
      { style: { tone: 'brand', padding: 'large' } },
    ],
  ]),
}
