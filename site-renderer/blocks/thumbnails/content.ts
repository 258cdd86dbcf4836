import { brand, dot, faint, ink, paper, soft, type Thumbnails, times } from './shapes.ts'

export const contentThumbnails: Thumbnails = {
  heading: [brand(8, 17, 16, 2.5), ink(8, 24, 54, 6), soft(8, 36, 62), soft(8, 41, 44)],
  'rich-text': [
    ink(14, 10, 34),
    soft(14, 20, 68),
    soft(14, 25, 64),
    soft(14, 30, 66),
    soft(14, 35, 38),
    soft(14, 44, 66),
    soft(14, 49, 52),
  ],
  quote: [
    brand(14, 12, 4, 6),
    brand(20, 12, 4, 6),
    ink(14, 23, 66, 4.5),
    ink(14, 30, 50, 4.5),
    dot(soft, 14, 42, 11),
    ink(29, 44, 20, 3),
    soft(29, 49.5, 26),
  ],
  accordion: [
    soft(8, 9, 80, 24),
    ink(13, 14, 28, 3),
    faint(13, 21, 62),
    faint(13, 25.5, 48),
    soft(8, 36, 80, 9),
    ink(13, 39, 22, 3),
    soft(8, 48, 80, 9),
    ink(13, 51, 26, 3),
  ],
  faq: [
    ink(8, 9, 34),
    ...times(4, (at) => [
      soft(8, 22 + at * 9.5, 34 - (at % 2) * 8, 3),
      brand(84, 22 + at * 9.5, 4, 3),
      soft(8, 28 + at * 9.5, 80, 0.8),
    ]),
  ],
  callout: [
    soft(8, 19, 80, 27),
    dot(brand, 14, 25, 7),
    ink(26, 26, 34, 3.5),
    faint(26, 33, 52),
    faint(26, 37.5, 40),
  ],
  table: [
    soft(8, 11, 80, 9),
    ...times(3, (column) => [ink(12 + column * 27, 14, 15, 3)]),
    ...times(3, (row) => [
      ...times(3, (column) => [faint(12 + column * 27, 25.5 + row * 11, column === 0 ? 18 : 12)]),
      soft(8, 31.5 + row * 11, 80, 0.8),
    ]),
  ],
  code: [
    ink(8, 10, 80, 44, 3),
    ...times(3, (at) => [dot(paper, 13 + at * 5, 15, 2.5)]),
    paper(13, 25, 30, 2.5),
    brand(13, 32, 18, 2.5),
    paper(34, 32, 26, 2.5),
    paper(13, 39, 40, 2.5),
  ],
  'button-group': [brand(19, 27, 28, 10), soft(51, 27, 28, 10)],
  author: [
    soft(8, 15, 80, 34),
    dot(ink, 14, 23, 18),
    ink(39, 22, 24, 3.5),
    brand(39, 28.5, 14, 2),
    faint(39, 34, 42),
    faint(39, 38.5, 32),
  ],
}
