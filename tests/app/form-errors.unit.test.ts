import { describe, expect, test } from 'vitest'
import { errorsOf } from '#app/data/form.ts'
import { Problem } from '#app/problem.ts'

const invalid = (message: string) => new Problem('invalid_input', message, 400)
const fields = ['clientName', 'contact.email', 'website.slug']

describe('what the server says about a form', () => {
  test('stands at the field it names', () => {
    expect(errorsOf(invalid('website.slug: Use 3 to 63 letters.'), fields)).toEqual({
      top: undefined,
      fields: { 'website.slug': 'Use 3 to 63 letters.' },
    })
  })

  test('stands at the top when the form has no such field', () => {
    expect(errorsOf(invalid('website.colour: Pick one.'), fields)).toEqual({
      top: 'website.colour: Pick one.',
      fields: {},
    })
  })

  test('may name several fields, one per line', () => {
    const found = errorsOf(invalid('clientName: Enter a name.\ncontact.email: Enter an address.'), fields)
    expect(found.fields).toEqual({ clientName: 'Enter a name.', 'contact.email': 'Enter an address.' })
  })

  test('stays at the top for anything but bad input', () => {
    const conflict = new Problem('conflict', 'clientName: is not a field here.', 409)
    expect(errorsOf(conflict, fields)).toEqual({ top: 'clientName: is not a field here.', fields: {} })
  })
})
