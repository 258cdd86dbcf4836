import { brand, faint, ink, paper, soft, type Thumbnails, times } from './shapes.ts'

export const heroThumbnails: Thumbnails = {
  hero: [
    ink(8, 14, 36, 5),
    ink(8, 21, 28, 5),
    soft(8, 31, 34),
    soft(8, 36, 26),
    brand(8, 44, 16),
    soft(52, 10, 36, 44),
  ],
  'hero-cards': [
    ink(8, 9, 48, 5),
    soft(8, 18, 38),
    brand(8, 24, 14, 5),
    ...times(3, (at) => [
      soft(8 + at * 28, 36, 24, 20),
      brand(11 + at * 28, 39, 4, 4),
      ink(11 + at * 28, 46, 14, 2.5),
      faint(11 + at * 28, 50.5, 17),
    ]),
  ],
  'hero-form': [
    ink(8, 16, 34, 5),
    ink(8, 23, 26, 5),
    soft(8, 33, 32),
    soft(8, 38, 28),
    soft(52, 8, 36, 48),
    paper(56, 13, 28, 6),
    paper(56, 22, 28, 6),
    paper(56, 31, 28, 11),
    brand(56, 46, 14, 6),
  ],
}
