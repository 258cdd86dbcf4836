import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOf } from '#workers/content/plain-text.ts'
import { sanitiseHtml } from '#workers/content/sanitise-html.ts'
import { autoParagraph } from '#workers/imports/wordpress/wp-autop.ts'

const tidy = (html: string) => autoParagraph(html).replace(/>\n+</g, '>\n<').trim()

describe('text from the classic editor', () => {
  test.each([
    ['a blank line parts paragraphs', 'one\n\ntwo', '<p>one</p>\n<p>two</p>'],
    ['a line end is a break', 'one\ntwo', '<p>one<br>\ntwo</p>'],
    ['a written break is not doubled', 'one<br />\ntwo', '<p>one<br />\ntwo</p>'],
    ['Windows line ends count', 'one\r\n\r\ntwo\r\nthree', '<p>one</p>\n<p>two<br>\nthree</p>'],
    ['a line of spaces is blank', 'one\n \t\ntwo', '<p>one</p>\n<p>two</p>'],
    ['headings stand alone', 'one\n<h2>two</h2>\nthree', '<p>one</p>\n<h2>two</h2>\n<p>three</p>'],
    ['paragraphs stay', '<p>one</p>\n\ntwo', '<p>one</p>\n<p>two</p>'],
    ['a paragraph with a blank line is two', '<p>one\n\ntwo</p>', '<p>one</p>\n<p>two</p>'],
    [
      'lists stay lists',
      '<ul>\n<li>one\ntwo</li>\n<li>three</li>\n</ul>',
      '<ul>\n<li>one<br>\ntwo</li>\n<li>three</li>\n</ul>',
    ],
    [
      'items get paragraphs for blank lines',
      '<ul><li>one\n\ntwo</li></ul>',
      '<ul><li><p>one</p>\n<p>two</p>\n</li></ul>',
    ],
    [
      'quotations hold paragraphs',
      '<blockquote>one\n\ntwo</blockquote>',
      '<blockquote><p>one</p>\n<p>two</p>\n</blockquote>',
    ],
    [
      'tables stay tables',
      '<table>\n<tr>\n<td>one</td>\n</tr>\n</table>',
      '<table>\n<tr>\n<td>one</td>\n</tr>\n</table>',
    ],
    [
      'preformatted text stays',
      'a\n<pre>one\n\n  two</pre>\nb',
      '<p>a</p>\n<pre>one\n\n  two</pre>\n<p>b</p>',
    ],
    ['code over lines is preformatted', '<code>a {\n  b\n}</code>', '<pre><code>a {\n  b\n}</code></pre>'],
    ['code within a line stays in it', 'one <code>two</code> three', '<p>one <code>two</code> three</p>'],
    ['inline markup spans lines', '<strong>one\ntwo</strong>', '<p><strong>one<br>\ntwo</strong></p>'],
    ['a picture is a paragraph', '<img src="a">', '<p><img src="a"></p>'],
    [
      'lines within a tag are no breaks',
      '<a\nhref="b"\ntitle="c > d">e</a>',
      '<p><a href="b" title="c > d">e</a></p>',
    ],
    ['comments go', 'one<!-- two\n\nthree -->', '<p>one</p>'],
    ['nothing gives nothing', ' \n\n ', ''],
  ])('%s', (_name, source, html) => {
    expect(tidy(source)).toBe(html)
  })

  test('keeps every word, whatever the text', () => {
    const piece = fc.constantFrom(
      'word',
      ' ',
      '\n',
      '\n\n',
      '<p>',
      '</p>',
      '<ul>',
      '<li>',
      '</li>',
      '</ul>',
      '<b>',
      '</b>',
      '<blockquote>',
      '</blockquote>',
      '<h2>',
      '</h2>',
      '<div>',
      '</div>',
      '<br>',
    )
    const words = (html: string) => textOf(html).match(/word/g)?.length ?? 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('')
        expect(words(sanitiseHtml(autoParagraph(source)))).toBe(words(source))
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['blank lines', '\n'],
    ['open brackets', '<'],
    ['open comments', '<!--'],
    ['open divisions', '<div>'],
    ['open preformatted text', '<pre>'],
    ['open quotes', '<a "'],
    ['end tags', '</li>'],
    ['open items with ends far away', '<ul><li>'],
    ['spaces', '                    '],
  ])('takes time in proportion to its length with many %s', (_name, piece) => {
    const start = performance.now()
    autoParagraph(piece.repeat(Math.floor(1_000_000 / piece.length)))
    expect(performance.now() - start).toBeLessThan(1500)
  })
})
