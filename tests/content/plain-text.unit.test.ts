import { describe, expect, test } from 'vitest'
import { excerptOf, textOf } from '#workers/content/plain-text.ts'

describe('the text of HTML', () => {
  test('has a line for each block and no markup', () => {
    expect(textOf('<h2>A &amp; B</h2><p>c <b>d</b><br>e</p><ul><li>f<li>g</ul>')).toBe('A & B\nc d\ne\nf\ng')
    expect(textOf('<table><tr><td>a<td>b<tr><td>c</table>')).toBe('a b\nc')
  })

  test('leaves out what is not read', () => {
    expect(textOf('a<script>x</script><style>y</style><svg><title>z</title></svg><iframe>w</iframe>b')).toBe(
      'ab',
    )
    expect(textOf('<!-- wp:x -->a<![CDATA[b]]>')).toBe('a')
  })

  test('of plain text is the text', () => {
    expect(textOf('5 < 6 & 7 > 2')).toBe('5 < 6 & 7 > 2')
  })
})

describe('an excerpt', () => {
  test('has the first words and an ellipsis', () => {
    expect(excerptOf('<p>one two</p><p>three four</p>', 3)).toBe('one two three…')
    expect(excerptOf('<p>one two</p>', 3)).toBe('one two')
  })

  test('has no captions and no bare addresses', () => {
    expect(
      excerptOf(
        '<figure><img src=/a><figcaption>caption</figcaption></figure><p>https://a.example text</p>',
        5,
      ),
    ).toBe('text')
  })

  test('is cut by characters where no spaces part words', () => {
    expect(excerptOf(`<p>${'日'.repeat(100)}</p>`, 5)).toBe(`${'日'.repeat(50)}…`)
  })
})
