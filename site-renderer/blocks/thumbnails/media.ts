import { brand, dot, faint, ink, paper, soft, type Thumbnails, times } from './shapes.ts'

export const mediaThumbnails: Thumbnails = {
  image: [soft(8, 9, 80, 40), dot(paper, 68, 15, 9), faint(8, 53, 32)],
  gallery: times(6, (at) => [soft(8 + (at % 3) * 27.5, 10 + Math.floor(at / 3) * 23, 25, 20.5)]),
  projects: times(3, (at) => [
    soft(8 + at * 28, 12, 24, 20),
    ink(8 + at * 28, 36, 18, 3),
    soft(8 + at * 28, 43, 22, 2),
  ]),
  project: [
    ink(8, 9, 30, 4),
    soft(8, 17, 20, 2),
    soft(8, 24, 80, 22),
    soft(8, 50, 38, 8),
    soft(50, 50, 38, 8),
  ],
  carousel: [
    soft(8, 12, 48, 32),
    soft(60, 12, 36, 32),
    brand(8, 51, 14, 2.5),
    soft(25, 51, 14, 2.5),
    soft(42, 51, 14, 2.5),
  ],
  video: [
    soft(8, 9, 80, 46),
    dot(brand, 39, 23, 18),
    paper(45.5, 28, 2, 8, 0.5),
    paper(47.5, 29.5, 2, 5, 0.5),
    paper(49.5, 31, 2, 2, 0.5),
  ],
  audio: [
    soft(8, 15, 80, 34),
    ink(13, 20, 24, 24),
    ink(43, 21, 26, 3.5),
    faint(43, 28, 34),
    dot(brand, 43, 36, 7),
    faint(53, 38.5, 29, 2),
  ],
  'before-after': [
    soft(8, 9, 40, 46),
    ink(48, 9, 40, 46),
    paper(47.25, 9, 1.5, 46, 0),
    dot(brand, 42.5, 26.5, 11),
  ],
  embed: [
    soft(8, 12, 80, 40),
    ink(14, 18, 12, 12),
    faint(31, 19, 34),
    faint(31, 24, 22),
    brand(14, 40, 20, 3),
    faint(37, 40.5, 45),
  ],
  downloads: times(3, (at) => [
    soft(8, 10 + at * 16, 80, 12),
    ink(13, 13 + at * 16, 5, 6),
    faint(24, 14.5 + at * 16, 32 - at * 5, 3),
    brand(78, 13.5 + at * 16, 5, 5),
  ]),
}
