import { describe, expect, test } from 'vitest'
import { FileRefused } from '#workers/assets/file-refused.ts'
import { sanitiseSvg } from '#workers/assets/sanitise-svg.ts'

const within = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"${attributes}>${content}</svg>`
const clean = (content: string, attributes?: string) => sanitiseSvg(within(content, attributes)).svg

describe('a drawing', () => {
  test('keeps all that draws it', () => {
    const drawing = `<title>Tea &amp; cake</title><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient>
      <style>.a{fill:url(#g)}</style></defs><g transform="rotate(4)"><path class="a" d="M0 0h4"/><use href="#g"/></g>`
    const { svg } = sanitiseSvg(within(drawing))
    for (const piece of [
      'linearGradient',
      'stop-color="#fff"',
      'url(#g)',
      'd="M0 0h4"',
      'href="#g"',
      'Tea &amp; cake',
    ])
      expect(svg).toContain(piece)
    expect(sanitiseSvg(svg).svg).toBe(svg)
  })

  test('is measured by its own size, else by its view box', () => {
    expect(sanitiseSvg(within(''))).toMatchObject({ width: 40, height: 20 })
    expect(sanitiseSvg(within('', ' width="100px" height="50"'))).toMatchObject({ width: 100, height: 50 })
    expect(sanitiseSvg('<svg width="100%"></svg>')).toMatchObject({ width: null, height: null })
  })

  test('keeps what stands in a link, without the link', () => {
    expect(clean('<a href="https://evil.example"><path d="M1 1"/></a>')).toMatch(
      /<path d="M1 1"><\/path><\/svg>$/,
    )
  })
})

describe('a hostile drawing', () => {
  test.each([
    '<script>alert(1)</script>',
    '<script xlink:href="data:text/javascript,alert(1)"/>',
    '<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>',
    '<path onclick="alert(1)" ONLOAD="alert(1)"/>',
    '<use href="https://evil.example/x.svg#a"/>',
    '<use xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<image href="https://evil.example/track.png"/>',
    '<image href="javascript:alert(1)"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onmouseover" to="alert(1)"/>',
    '<style>@import url(https://evil.example/x.css);</style>',
    '<style>@imp&#111;rt "https://evil.example"</style>',
    '<style>a{background:url("https://evil.example/x")}</style>',
    '<style>a{background:u\\72l(https://evil.example/x)}</style>',
    '<path style="background:url(//evil.example/x)"/>',
    '<path fill="url(https://evil.example/#a)"/>',
    '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>',
    '<html:script xmlns:html="http://www.w3.org/1999/xhtml">alert(1)</html:script>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<title><script>alert(1)</script></title>',
    '<metadata><iframe xmlns="http://www.w3.org/1999/xhtml"/></metadata>',
  ])('%s is left without what acts', (content) => {
    const svg = clean(content)
    expect(svg).not.toMatch(
      /<script|<iframe|<foreign|<animate|<set|<handler|<metadata|evil|javascript:|\son\w+=|@import/i,
    )
    expect(svg).not.toMatch(/svg\+xml/)
  })

  test('entities of its own mean nothing', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${within('<text>&b;</text>')}`
    expect(sanitiseSvg(bomb).svg.length).toBeLessThan(300)
  })

  test('one that nests without end, or holds no drawing, is refused', () => {
    expect(() => sanitiseSvg(within('<g>'.repeat(100_000)))).toThrow(FileRefused)
    expect(() => sanitiseSvg('<html><body>Hello</body></html>')).toThrow(FileRefused)
    expect(() => sanitiseSvg('')).toThrow(FileRefused)
  })
})
