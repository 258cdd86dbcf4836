/** A rectangle on a field of 96 by 64; one as round as it is wide is a dot. */
export interface Shape {
  tone: 'ink' | 'faint' | 'soft' | 'paper' | 'brand'
  x: number
  y: number
  width: number
  height: number
  radius: number
}
export type Thumbnails = Readonly<Record<string, readonly Shape[]>>

type Draw = (x: number, y: number, width: number, height?: number, radius?: number) => Shape

const drawIn =
  (tone: Shape['tone'], usual: number): Draw =>
  (x, y, width, height = usual, radius = Math.min(1.5, height / 2)) => ({ tone, x, y, width, height, radius })

/** Headings and what stands out. */
export const ink = drawIn('ink', 4)
/** Running text on a card. */
export const faint = drawIn('faint', 2)
/** Running text, pictures and cards. */
export const soft = drawIn('soft', 2.5)
/** What lies on top of a picture. */
export const paper = drawIn('paper', 4)
/** Buttons and signs in the brand's colour. */
export const brand = drawIn('brand', 6)

export const dot = (draw: Draw, x: number, y: number, size: number): Shape => draw(x, y, size, size, size / 2)

/** The same shapes several times; each time they are told which it is. */
export const times = (count: number, draw: (index: number) => Shape[]): Shape[] =>
  Array.from({ length: count }, (_, index) => draw(index)).flat()
