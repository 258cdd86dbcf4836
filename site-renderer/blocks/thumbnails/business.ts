import { brand, dot, faint, ink, paper, soft, type Thumbnails, times } from './shapes.ts'

export const businessThumbnails: Thumbnails = {
  services: [
    ink(8, 8, 28),
    ...times(3, (at) => [
      brand(8, 20 + at * 13, 7, 7),
      ink(20, 20 + at * 13, 22, 3),
      soft(20, 25 + at * 13, 38, 2),
      soft(76, 21 + at * 13, 12, 3),
      soft(8, 30 + at * 13, 80, 0.8),
    ]),
  ],
  product: [
    soft(8, 8, 40, 40),
    ...times(4, (at) => [soft(8 + at * 10.3, 50, 9, 8)]),
    ink(56, 12, 30, 4),
    brand(56, 20, 14, 3.5),
    ...times(3, (at) => [faint(56, 29 + at * 5, 32 - (at % 2) * 6)]),
    brand(56, 48, 18, 7),
  ],
  'product-list': times(3, (at) => [
    soft(8 + at * 28, 9, 24, 30),
    ink(8 + at * 28, 43, 16, 2.5),
    brand(8 + at * 28, 48, 9, 2.5),
  ]),
  booking: times(3, (at) => [
    soft(8, 9 + at * 16, 80, 13),
    ink(12, 12.5 + at * 16, 24, 2.5),
    faint(12, 17 + at * 16, 30),
    brand(70, 12 + at * 16, 14, 7),
  ]),
  countdown: [
    ink(30, 10, 36, 4),
    ...times(4, (at) => [
      soft(14 + at * 18, 22, 14, 18),
      brand(18 + at * 18, 27, 6, 6),
      faint(17 + at * 18, 36, 8),
    ]),
    faint(36, 46, 24),
  ],
  pricing: times(3, (at) => [
    soft(8 + at * 28, 9, 24, 46),
    ink(12 + at * 28, 14, 12, 2.5),
    ink(12 + at * 28, 20, 16, 5),
    faint(12 + at * 28, 30, 16),
    faint(12 + at * 28, 34.5, 14),
    at === 1 ? brand(12 + at * 28, 45, 16, 6) : faint(12 + at * 28, 45, 16, 6),
  ]),
  comparison: [
    soft(50, 8, 18, 48),
    ...times(3, (at) => [ink(33 + at * 20, 12, 12, 3)]),
    ...times(3, (row) => [
      soft(8, 24 + row * 11, 18),
      dot(row === 2 ? soft : brand, 37, 23 + row * 11, 4),
      dot(brand, 57, 23 + row * 11, 4),
      dot(brand, 77, 23 + row * 11, 4),
    ]),
  ],
  'price-list': [
    ...times(2, (column) => [
      ink(8 + column * 43, 10, 18, 3.5),
      brand(8 + column * 43, 16.5, 37, 1),
      ...times(4, (row) => [
        soft(8 + column * 43, 22 + row * 9, 20 - (row % 2) * 4),
        soft(39 + column * 43, 22 + row * 9, 6),
      ]),
    ]),
  ],
  team: times(3, (at) => [
    soft(8 + at * 28, 11, 24, 25),
    dot(ink, 15 + at * 28, 17, 10),
    ink(8 + at * 28, 41, 17, 3),
    brand(8 + at * 28, 47, 12, 2),
  ]),
  events: times(3, (at) => [
    brand(8, 12 + at * 15, 16, 3.5),
    soft(8, 17.5 + at * 15, 10, 2),
    ink(34, 12 + at * 15, 28, 3.5),
    soft(34, 17.5 + at * 15, 46, 2),
    soft(8, 23 + at * 15, 80, 0.8),
  ]),
  jobs: times(3, (at) => [
    soft(8, 9 + at * 16.5, 80, 13.5),
    ink(13, 12.5 + at * 16.5, 24, 3),
    faint(13, 17.5 + at * 16.5, 34),
    brand(72, 14 + at * 16.5, 11, 3),
  ]),
  'contact-details': [
    ink(8, 9, 26),
    ...times(4, (at) => [
      soft(8, 22 + at * 9, 16),
      ink(34, 22 + at * 9, 30 - (at % 2) * 6, 2.5),
      soft(8, 27 + at * 9, 80, 0.8),
    ]),
  ],
  'contact-cards': times(3, (at) => [
    soft(8 + at * 28, 15, 24, 34),
    dot(brand, 12 + at * 28, 20, 7),
    faint(12 + at * 28, 34, 10),
    ink(12 + at * 28, 39, 16, 3),
  ]),
  'opening-hours': times(5, (at) => [
    ink(18, 11 + at * 9.5, 20 - (at % 3) * 3, 3),
    soft(64, 11 + at * 9.5, 14, 3),
    soft(18, 16.5 + at * 9.5, 60, 0.8),
  ]),
  map: [
    soft(38, 9, 50, 46),
    paper(38, 30, 50, 2.5, 0),
    paper(58, 9, 2.5, 46, 0),
    dot(brand, 66, 18, 9),
    ink(8, 22, 24, 3.5),
    soft(8, 29, 20),
    brand(8, 38, 13, 2.5),
  ],
  'social-links': times(4, (at) => [dot(at === 0 ? brand : soft, 11 + at * 19.5, 24, 16)]),
}
