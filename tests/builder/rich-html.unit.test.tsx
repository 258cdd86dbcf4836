import { describe, expect, test } from 'vitest'
import { beyondEditor, tidied } from '#app/screens/builder/controls/rich-html.ts'

describe('what the editor of texts would lose', () => {
  test('is nothing of what it writes itself', () => {
    const html =
      '<h2>Fees</h2><p>A <strong>clear</strong> <a href="/fees?a=1&amp;b=2">plan</a><br>first.</p>' +
      '<ol start="3"><li>One</li></ol><pre><code class="language-js">x</code></pre><hr>'
    expect(beyondEditor(html)).toEqual([])
  })

  test('are pictures, tables and media, each named once', () => {
    expect(
      beyondEditor('<figure><img src="/a.jpg" alt="a > b"></figure><table><tr><td>1</td></tr></table>'),
    ).toEqual(['pictures', 'tables'])
  })

  test('are formats such as alignment', () => {
    expect(beyondEditor('<p class="has-text-align-center">Middle</p>')).toEqual(['formats'])
    expect(beyondEditor('<a href="/a" target="_blank">A</a>')).toEqual(['formats'])
  })
})

describe('what the editor writes', () => {
  test('loses the paragraph around each item of a list', () => {
    expect(tidied('<ul><li><p>One</p></li><li><p>Two</p><ul><li><p>Deeper</p></li></ul></li></ul>')).toBe(
      '<ul><li>One</li><li>Two<ul><li>Deeper</li></ul></li></ul>',
    )
  })

  test('keeps the paragraphs of an item that has several', () => {
    const html = '<ul><li><p>One</p><p>More</p></li></ul>'
    expect(tidied(html)).toBe(html)
  })

  test('is nothing when nothing is written', () => {
    expect(tidied('<p></p>')).toBe('')
  })
})
