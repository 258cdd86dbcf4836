import { describe, expect, test } from 'vitest'
import { replaceShortcodes, type Shortcode } from '#workers/imports/wordpress/shortcodes.ts'

function replace(html: string) {
  const unknown: string[] = []
  const seen: Shortcode[] = []
  const write = (shortcode: Shortcode) => {
    seen.push(shortcode)
    return `{${shortcode.name}:${shortcode.content}}`
  }
  const known = new Map([
    ['caption', write],
    ['gallery', write],
    ['audio', write],
  ])
  const out = replaceShortcodes(html, { known, onUnknown: (name) => unknown.push(name) })
  return { out, unknown, seen }
}

describe('shortcodes', () => {
  test('are replaced with their values', () => {
    const { out, seen } = replace('a [gallery ids="1,2" columns=\'3\' link=file big] b')
    expect(out).toBe('a {gallery:} b')
    expect(Object.fromEntries(seen[0]?.attributes ?? [])).toEqual({ ids: '1,2', columns: '3', link: 'file' })
    expect(seen[0]?.values).toEqual(['big'])
  })

  test('hold what stands before their end', () => {
    expect(replace('[caption id="x"]<img src="a"> text[/caption] b').out).toBe(
      '{caption:<img src="a"> text} b',
    )
    expect(replace('[caption a="b" /] [audio http://a.example/b.mp3] c').out).toBe('{caption:} {audio:} c')
  })

  test('may have brackets and typographic quotes in their values', () => {
    expect(replace('[caption caption="a [b] c"]d[/caption]').seen[0]?.attributes.get('caption')).toBe(
      'a [b] c',
    )
    expect(replace('[gallery ids=”4,5″]').seen[0]?.attributes.get('ids')).toBe('4,5')
  })

  test('in double brackets are shown as they are', () => {
    expect(replace('write [[gallery]] so').out).toBe('write [gallery] so')
  })

  test('in preformatted text and code stay', () => {
    const html = '<pre>[gallery]</pre> <code>[contact a="b"]</code>'
    expect(replace(html)).toMatchObject({ out: html, unknown: [] })
  })

  test.each([
    ['with a named value', 'a [contact-form-7 id="5"] b', 'a  b', ['contact-form-7']],
    [
      'with an end',
      '[vc_row][vc_column width="1/2"]text[/vc_column][/vc_row]',
      'text',
      ['vc_row', 'vc_column'],
    ],
    ['alone on its line', 'a\n[products]\nb', 'a\n\nb', ['products']],
    ['alone in a paragraph', '<p>[products]</p>', '<p></p>', ['products']],
    ['of a plugin by its name', 'a [woocommerce_cart] b', 'a  b', ['woocommerce_cart']],
    ['closed in itself', 'a [spacer /] b', 'a  b', ['spacer']],
  ])('that are unknown are taken out %s', (_name, html, out, unknown) => {
    expect(replace(html)).toMatchObject({ out, unknown })
  })

  test.each([
    'it [sic] was',
    'see [1] and [2]',
    'a [...] b',
    'a[i] = b[j]',
    'the [simple boat] here',
    '[ ] to do [x] done',
    "[it's fine]",
    '[unclosed',
    'a [link](http://a.example)',
    '[[',
    '[]',
    'Talk [video] today',
  ])('%j is prose', (html) => {
    expect(replace(html)).toMatchObject({ out: html, unknown: [] })
  })

  test.each(['[', '[a ', '[a "', '[gallery]', '[caption]', '[x a=b]', '[/x]', '[a b='])(
    'many %j take time in proportion',
    (piece) => {
      const start = performance.now()
      replace(piece.repeat(Math.floor(600_000 / piece.length)))
      expect(performance.now() - start).toBeLessThan(1500)
    },
  )
})
