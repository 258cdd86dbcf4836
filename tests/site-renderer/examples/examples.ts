export type Examples = Record<string, Record<string, unknown>>

export const photo = { src: '/_dde/art/clinic-hero.svg', alt: 'A waiting room', width: 640, height: 614 }
export const link = { label: 'Go there', href: '/contact' }
