import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { PageView } from '#sites/blocks/block.ts'
import { VisitorForm } from '#sites/blocks/form/visitor-form.tsx'
import type { FormDefinition, FormField } from '#workers/forms/published-form.contract.ts'

const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  ...{ name, kind, label: name, required: true, maxLength: 300 },
  ...more,
})
const draw = (form: Partial<FormDefinition>, page: Partial<PageView> = {}) =>
  render(
    <VisitorForm
      id="f"
      form={{ id: 'contact', submitLabel: 'Send', fields: [], ...form }}
      page={{ path: '/', year: 2026, ...page }}
      locale="en"
    />,
  )

describe('a field that depends on an answer', () => {
  const pet = field('pet', 'select', { options: ['cat', '</style>"'] })
  const name = field('name', 'text', { showIf: { field: 'pet', is: 'any', of: ['</style>"'] } })

  test('is hidden by a rule of ids and places, and never holds up the browser', () => {
    const html = draw({ fields: [pet, name] })
    expect(html).toContain('#f:not(:has(#f-1 option:nth-child(3):checked)) [data-field="f-2"]{display:none}')
    expect(html.match(/<style>(.*?)<\/style>/)?.[1]).not.toContain('"cat"')
    expect(html).not.toMatch(/id="f-2"[^>]*required/)
    expect(html).toMatch(/id="f-1"[^>]*required/)
  })

  test('follows the field it depends on out of sight', () => {
    const box = field('box', 'checkbox', { showIf: { field: 'pet', is: 'none', of: ['cat'] } })
    const more = field('more', 'text', { showIf: { field: 'box', is: 'any', of: ['yes'] } })
    const html = draw({ fields: [pet, box, more] })
    expect(html).toContain('#f:not(:has(#f-2:checked)) [data-field="f-3"]{display:none}')
    expect(html).toContain('#f:has(#f-1 option:nth-child(2):checked) [data-field="f-3"]{display:none}')
  })
})

describe('a form of several steps', () => {
  const fields = [field('a', 'text'), field('About you', 'step'), field('b', 'email')]

  test('shows one at a time, and leaves checking to the server', () => {
    const html = draw({ fields })
    expect(html).toMatch(/<form[^>]* novalidate/)
    expect(html.match(/class="form-step"/g)).toHaveLength(2)
    expect(html).toContain('Step 1 of 2')
    expect(html).toContain('<span>About you</span>')
  })

  test('shows all of them to who has to put something right', () => {
    const submission = { formId: 'contact', values: { a: 'x' }, errors: { b: 'missing' as const } }
    const html = draw({ fields }, { submission })
    expect(html).not.toContain('class="form-step"')
    expect(html).toContain('href="#f-3"')
  })
})

test('a form with a message of its own says where it stands, and where the message is', () => {
  const html = draw({ fields: [field('a', 'text')], sentMessage: 'Thank you!', digest: 'abc' })
  expect(html).toContain('id="f-sent"')
  expect(html).toContain('name="form_place" value="f"')
  expect(html).toContain('name="form_digest" value="abc"')
})

test('a closed form says so in the language of the page', () => {
  const submission = { formId: 'contact', values: {}, errors: {}, isClosed: true }
  expect(draw({ fields: [field('a', 'text')] }, { submission })).toContain('This form is closed')
})
