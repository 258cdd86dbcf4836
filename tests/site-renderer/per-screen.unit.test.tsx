import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { looksOf } from '#sites/blocks/looks.ts'
import { BY_SCREEN, prepareDocument } from '#sites/blocks/prepare.ts'
import { BlockTree } from '#sites/blocks/tree.tsx'
import { perScreen } from '#sites/render/per-screen.ts'
import { cssOf } from '#sites/render/stylesheet.ts'
import { PageDocument } from '#workers/sites/page-document.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { publishTemplate, stylesheet } from './world.ts'

const { site } = publishTemplate(clinic)

function drawn(style: object) {
  const document = PageDocument.parse({
    version: 1,
    root: ['a'],
    nodes: { a: { type: 'cta', version: 1, props: {}, style } },
  })
  const { nodes, types } = prepareDocument(document)
  const html = renderToString(
    <BlockTree nodes={nodes} around={{ site, page: { path: '/', year: 2026 }, data: {} }} />,
  )
  return { html, css: cssOf(stylesheet, ['base', ...types]), types }
}

describe('a block that looks different on some screens', () => {
  test('says for each screen what it looks like there', () => {
    expect(looksOf({ align: 'center', phone: { align: 'start' } })).toMatchObject({
      'data-align-desktop': 'center',
      'data-align-tablet': 'center',
      'data-align-phone': 'start',
    })
  })

  test('looks on phones as on tablets unless it says more', () => {
    expect(looksOf({ tablet: { padding: 'none' } })).toMatchObject({
      'data-padding-desktop': undefined,
      'data-padding-tablet': 'none',
      'data-padding-phone': 'none',
    })
  })

  test('carries the stylesheet for it, which other pages do not', () => {
    const plain = drawn({ align: 'center' })
    const differing = drawn({ align: 'center', phone: { align: 'start' } })
    expect(plain.types.has(BY_SCREEN)).toBe(false)
    expect(plain.css).not.toMatch(/data-align-phone|data-hide/)
    expect(plain.html).toContain('data-align="center"')
    expect(differing.css).toMatch(/@media \(width<40rem\)\{[^@]*\[data-align-phone=/)
    expect(differing.html).not.toContain('data-align="')
  })

  test('is hidden where it shall not be seen', () => {
    const { html, css } = drawn({ hide: ['phone', 'tablet'] })
    expect(html).toContain('data-hide="phone tablet"')
    expect(css).toMatch(/\[data-hide~="?phone"?\]/)
  })
})

describe('the stylesheet by screens', () => {
  test('repeats rules of looks under each screen’s width, with their conditions, and nothing else', () => {
    const css = `/* why */ a{color:red} [data-align="center"] .x, .y{margin:0 auto}
      @container (width > 30rem) { .z { top: 0 } [data-width="wide"] :is(.a, .b) { left: 0 } }
      @keyframes k { from { top: 0 } }`
    expect(perScreen(css)).toContain('@media (width<40rem){[data-align-phone="center"] .x{margin:0 auto}')
    expect(perScreen(css)).toMatch(
      /@container \(width > 30rem\)\{\[data-width-tablet="wide"\] :is\(\.a, \.b\)\{ left: 0 \}\}/,
    )
    expect(perScreen(css)).not.toMatch(/color|\.y|\.z|keyframes/)
  })

  test('is empty for a stylesheet without looks', () => {
    expect(perScreen('a{color:red}@media print{b{color:blue}}')).toBe('')
  })
})
