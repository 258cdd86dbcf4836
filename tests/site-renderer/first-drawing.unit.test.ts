import { describe, expect, test } from 'vitest'
import { carryFirstDrawing } from '#sites/render/first-drawing.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#fff" d="M0 0h50%"/>\n</svg>'
const drawings = { '/_dde/art/studio-hero.svg': svg }
const first = '<img src="/_dde/art/studio-hero.svg" alt="" fetchpriority="high">'
const later = '<img src="/_dde/art/studio-hero.svg" alt="" loading="lazy">'

describe('the drawing a page begins with', () => {
  test('is carried in the page, whole', () => {
    const html = carryFirstDrawing(first, drawings)
    const source = /^<img src="([^"]+)" alt="" fetchpriority="high">$/.exec(html)?.[1] ?? ''
    expect(source).toMatch(/^data:image\/svg\+xml,[^<>#\n]+$/)
    expect(decodeURIComponent(source.slice(source.indexOf(',') + 1))).toBe(svg.replaceAll('"', "'"))
  })

  test('is carried once, and only where it comes first', () => {
    expect(carryFirstDrawing(later, drawings)).toBe(later)
    expect(carryFirstDrawing(first + first, drawings).match(/data:image/g)).toHaveLength(1)
  })

  test('stays a picture of its own when it is none of ours', () => {
    const photo = '<img src="/_dde/files/x/photo.jpg" fetchpriority="high">'
    expect(carryFirstDrawing(photo, drawings)).toBe(photo)
    expect(carryFirstDrawing(first, {})).toBe(first)
  })
})
