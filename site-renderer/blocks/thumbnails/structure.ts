import { brand, dot, faint, ink, paper, soft, type Thumbnails, times } from './shapes.ts'

export const structureThumbnails: Thumbnails = {
  plugin: [soft(20, 14, 56, 36), brand(42, 26, 12, 12)],
  navigation: [ink(8, 29, 18, 6), soft(42, 31, 8), soft(53, 31, 8), soft(64, 31, 8), brand(76, 28, 12, 8)],
  footer: [
    soft(8, 22, 80, 0.8),
    ink(8, 29, 16, 3.5),
    soft(8, 36, 20),
    ...times(3, (at) => [soft(50, 29 + at * 6, 14), soft(72, 29 + at * 6, 16)]),
    soft(8, 51, 30, 2),
  ],
  breadcrumbs: [
    soft(8, 30, 14, 3.5),
    faint(26, 30, 2, 3.5),
    soft(32, 30, 18, 3.5),
    faint(54, 30, 2, 3.5),
    ink(60, 30, 22, 3.5),
  ],
  search: [soft(8, 26, 56, 12), ink(13, 30.5, 22, 3), brand(68, 26, 20, 12)],
  'language-switch': [
    dot(soft, 14, 27, 10),
    brand(30, 29.5, 14, 5),
    soft(49, 30, 14, 4),
    soft(68, 30, 14, 4),
  ],
  banner: [brand(0, 14, 96, 12, 0), paper(22, 18.5, 36, 3), paper(62, 18.5, 12, 3), soft(8, 34, 80, 16)],
  columns: [soft(8, 10, 38, 44), soft(50, 10, 38, 44)],
  grid: times(6, (at) => [
    soft(8 + (at % 3) * 27.5, 10 + Math.floor(at / 3) * 23, 25, 20.5),
    ink(12 + (at % 3) * 27.5, 22 + Math.floor(at / 3) * 23, 12, 3),
  ]),
  card: [
    soft(24, 8, 48, 48, 3),
    faint(24, 8, 48, 18, 3),
    ink(30, 31, 24, 3.5),
    faint(30, 38, 34),
    brand(30, 45, 15, 6),
  ],
  popup: [
    soft(8, 8, 80, 48, 3),
    paper(24, 17, 48, 30, 3),
    ink(30, 23, 22, 3.5),
    soft(30, 30, 34),
    brand(30, 37, 14, 5),
    dot(faint, 64, 21, 4),
  ],
  divider: [soft(8, 31.5, 34, 1), dot(brand, 45, 29, 6), soft(54, 31.5, 34, 1)],
  spacer: [
    soft(20, 10, 56, 8),
    faint(47.5, 23, 1, 18, 0),
    brand(44, 23, 8, 1),
    brand(44, 40, 8, 1),
    soft(20, 46, 56, 8),
  ],
}
