import { describe, expect, test } from 'vitest'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { composeDocument } from '#workers/sites/templates/compose-document.ts'
import { fillTemplate, type Template } from '#workers/sites/templates/index.ts'
import { business } from './world.ts'

/** A template whose only page holds one block with these properties. */
const withProps = (props: Record<string, never> | object): Template => ({
  ...clinic,
  pages: [{ path: '/', title: '{{name}}', seo: {}, document: composeDocument([['cta', props as never]]) }],
})
const filledProps = (props: object, details: Parameters<typeof fillTemplate>[1]) =>
  fillTemplate(withProps(props), details).pages[0]?.document.nodes['cta-1']?.props

const withHtml = (html: string, details: Parameters<typeof fillTemplate>[1]) =>
  fillTemplate({ ...clinic, posts: [{ slug: 'a', title: 'A', excerpt: '', html }] }, details).posts[0]?.html

describe('filling a template', () => {
  test('puts the business’s details where they belong', () => {
    expect(filledProps({ heading: 'Welcome to {{name}}', text: 'At {{address}}' }, business)).toEqual({
      heading: 'Welcome to Harbour & Sons',
      text: 'At 14 Quay Street\nBristol',
    })
  })

  test('leaves the template as it was', () => {
    const before = JSON.stringify(clinic)
    fillTemplate(clinic, business)
    expect(JSON.stringify(clinic)).toBe(before)
  })

  test('makes a number that can be called', () => {
    expect(filledProps({ primary: { label: 'Call {{phone}}', href: 'tel:{{phone}}' } }, business)).toEqual({
      primary: { label: 'Call +44 20 7946 0018', href: 'tel:+442079460018' },
    })
  })

  test('drops the sentence that speaks of a detail there is none of', () => {
    const text = 'Come by. Ring us on {{phone}}, at any time. We look forward to it.'
    expect(filledProps({ text }, { name: 'Quiet' })).toEqual({ text: 'Come by. We look forward to it.' })
  })

  test('does not take an address or an abbreviation with a full stop for two sentences', () => {
    const text = 'Write to {{email}} today. Version 1.5 is out.'
    expect(filledProps({ text }, business)).toEqual({
      text: `Write to ${business.email} today. Version 1.5 is out.`,
    })
    expect(filledProps({ text }, { name: 'Quiet' })).toEqual({ text: 'Version 1.5 is out.' })
  })

  test('drops a link that lost its address or its words', () => {
    expect(
      filledProps({ secondary: { label: 'Call us', href: 'tel:{{phone}}' } }, { name: 'Quiet' }),
    ).toEqual({
      secondary: { label: '', href: '' },
    })
  })

  test('drops an entry of a list that lost a text', () => {
    const items = [
      { question: 'When are you open?', answer: '{{hours}}' },
      { question: 'Who are you?', answer: '{{name}}' },
    ]
    expect(filledProps({ items }, { name: 'Quiet' })).toEqual({
      items: [{ question: 'Who are you?', answer: 'Quiet' }],
    })
  })

  test('keeps texts that were empty from the start', () => {
    expect(filledProps({ items: [{ title: 'A', text: '' }] }, { name: 'Quiet' })).toEqual({
      items: [{ title: 'A', text: '' }],
    })
  })

  test('escapes details inside HTML', () => {
    const name = '<img src=x onerror=alert(1)> & "Sons"'
    expect(withHtml('<p>{{name}}</p>', { name })).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Sons&quot;</p>',
    )
  })

  test('drops sentences, paragraphs and list items of HTML, and leaves no tag open', () => {
    const html =
      '<p>Come by. Ring <a href="tel:{{phone}}">{{phone}}</a> first.</p><ul><li>{{email}}</li><li>Door bell</li></ul>'
    expect(withHtml(html, { name: 'Quiet' })).toBe('<p>Come by.</p><ul><li>Door bell</li></ul>')
    expect(
      withHtml('<p><strong>Ring {{phone}}. Now.</strong> Or not.</p><p>Stay</p>', { name: 'Quiet' }),
    ).toBe('<p>Stay</p>')
  })

  test('does not fill a placeholder a detail brings along', () => {
    expect(filledProps({ heading: '{{name}}' }, { ...business, name: '{{email}}' })).toEqual({
      heading: '{{email}}',
    })
  })
})
