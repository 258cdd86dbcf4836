import { brand, dot, faint, ink, paper, soft, type Thumbnails, times } from './shapes.ts'

/** Lists, posts and forms. */
export const listThumbnails: Thumbnails = {
  checklist: [
    ink(8, 10, 32),
    ...times(6, (at) => [
      dot(brand, 8 + (at % 2) * 42, 24 + Math.floor(at / 2) * 12, 5.5),
      soft(18 + (at % 2) * 42, 25.5 + Math.floor(at / 2) * 12, 26),
    ]),
  ],
  'icon-row': times(3, (at) => [
    dot(brand, 8 + at * 29, 28, 8),
    soft(19 + at * 29, 28, 14),
    soft(19 + at * 29, 33, 10),
  ]),
  'collection-list': [
    ink(8, 9, 26),
    ...times(4, (at) => [
      soft(8 + at * 21, 20, 17, 14),
      ink(8 + at * 21, 38, 14, 3),
      soft(8 + at * 21, 44, 16, 2),
      brand(8 + at * 21, 49, 8, 2.5),
    ]),
  ],
  logos: times(4, (at) => [soft(8 + at * 21.5, 27, 16, 10)]),
  posts: [
    ink(8, 9, 30),
    brand(76, 10, 12, 2.5),
    ...times(3, (at) => [
      soft(8 + at * 28, 20, 24, 17),
      soft(8 + at * 28, 41, 12, 2),
      ink(8 + at * 28, 46, 22, 3),
      soft(8 + at * 28, 52, 18, 2),
    ]),
  ],
  'featured-post': [
    soft(8, 11, 42, 42),
    soft(56, 16, 16, 2),
    ink(56, 22, 32, 4),
    ink(56, 28.5, 24, 4),
    soft(56, 37, 30),
    brand(56, 45, 14, 2.5),
  ],
  'post-list': [
    ink(8, 9, 28),
    ...times(3, (at) => [
      soft(8, 23 + at * 12, 13, 2),
      ink(28, 22 + at * 12, 38 - at * 4, 3),
      soft(28, 27.5 + at * 12, 50, 2),
    ]),
  ],
  form: [ink(8, 8, 28), soft(8, 18, 38, 8), soft(50, 18, 38, 8), soft(8, 30, 80, 14), brand(8, 49, 20, 7)],
  newsletter: [
    soft(8, 14, 80, 36),
    ink(14, 24, 26, 4),
    faint(14, 32, 28),
    faint(14, 37, 20),
    paper(49, 27, 20, 9),
    brand(71, 27, 13, 9),
  ],
}
