import { describe, expect, test } from 'vitest'
import { checkFields } from '#workers/forms/check-fields.ts'
import { fillReply } from '#workers/forms/fill-reply.contract.ts'
import { FormFields, fieldNameFor } from '#workers/forms/form-fields.contract.ts'
import type { FormField } from '#workers/forms/published-form.contract.ts'
import { labelled } from '#workers/forms/sender.ts'
import { spamReasonOf } from '#workers/forms/spam-signs.ts'

const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  ...{ name, kind, label: name, required: false, maxLength: 300 },
  ...more,
})
const check = (fields: FormField[], sent: string) => checkFields(fields, new URLSearchParams(sent))

describe('an answer', () => {
  test.each([
    ['number', {}, 'three', 'no_number'],
    ['number', { min: 2 }, '1', 'too_small'],
    ['number', { max: 2 }, '2,5', 'too_large'],
    ['date', {}, '2026-02-30', 'no_date'],
    ['rating', {}, '6', 'no_option'],
    ['radio', { options: ['a', 'b'] }, 'c', 'no_option'],
    ['email', {}, 'nobody', 'no_email'],
  ] as const)('of a %s within %o that says %s is %s', (kind, more, answer, problem) => {
    const options = 'options' in more ? { options: [...more.options] } : more
    const { errors } = check([field('x', kind, options)], `x=${encodeURIComponent(answer)}`)
    expect(errors).toEqual({ x: problem })
  })

  test.each([
    ['number', {}, '2,5'],
    ['date', {}, '2026-02-28'],
    ['rating', {}, '5'],
  ] as const)('of a %s within %o that says %s is right', (kind, more, answer) => {
    expect(check([field('x', kind, more)], `x=${answer}`)).toEqual({ answers: { x: answer }, errors: {} })
  })

  test('of several choices keeps each once, and none that is not on the list', () => {
    const several = field('x', 'checkboxes', { options: ['a', 'b', 'c'] })
    expect(check([several], 'x=a&x=c&x=a').answers).toEqual({ x: 'a\nc' })
    expect(check([several], 'x=a&x=d').errors).toEqual({ x: 'no_option' })
  })

  test('of a hidden field is what the form says, whatever was sent', () => {
    expect(check([field('x', 'hidden', { value: 'spring' })], 'x=autumn').answers).toEqual({ x: 'spring' })
  })

  test('is not asked of what only stands between', () => {
    expect(check([field('x', 'heading', { required: true }), field('y', 'step')], 'x=1&y=2')).toEqual({
      ...{ answers: {}, errors: {} },
    })
  })
})

describe('a field that depends on an answer', () => {
  const pet = field('pet', 'radio', { options: ['cat', 'dog', 'none'] })
  const name = field('name', 'text', {
    ...{ required: true, showIf: { field: 'pet', is: 'any' as const, of: ['cat', 'dog'] } },
  })
  const why = field('why', 'text', { showIf: { field: 'pet', is: 'none', of: ['cat', 'dog'] } })
  const size = field('size', 'select', {
    options: ['small', 'large'],
    showIf: { field: 'pet', is: 'any', of: ['dog'] },
  })
  const garden = field('garden', 'text', {
    ...{ required: true, showIf: { field: 'size', is: 'any' as const, of: ['large'] } },
  })

  test('is required only after that answer', () => {
    expect(check([pet, name], 'pet=cat').errors).toEqual({ name: 'missing' })
    expect(check([pet, name], 'pet=none').errors).toEqual({})
    expect(check([pet, why], 'why=no+room').answers).toEqual({ why: 'no room' })
  })

  test('leaves what was sent for it out after any other', () => {
    expect(check([pet, name], 'pet=none&name=Tom').answers).toEqual({ pet: 'none' })
  })

  test('is not asked where the field it depends on is not', () => {
    expect(check([pet, size, garden], 'pet=cat&size=large').errors).toEqual({})
    expect(check([pet, size, garden], 'pet=dog&size=large').errors).toEqual({ garden: 'missing' })
  })
})

describe('the fields of a form', () => {
  const problems = (fields: FormField[]) => {
    const { error } = FormFields.safeParse(fields)
    return error?.issues.map(({ message }) => message) ?? []
  }

  test('are refused where two have one name, a list is empty, or a condition leads nowhere', () => {
    expect(problems([field('a', 'text'), field('a', 'text')])).toEqual(['Two fields are called “a”.'])
    expect(problems([field('a', 'select')])).toEqual(['Give it something to choose from.'])
    const showIf = { field: 'b', is: 'any' as const, of: ['yes'] }
    expect(problems([field('a', 'text', { showIf }), field('b', 'checkbox')])).toEqual([
      'It can depend on a choice, a box or a rating that stands before it.',
    ])
    expect(
      problems([field('b', 'checkbox'), field('a', 'text', { showIf: { ...showIf, of: ['no'] } })]),
    ).toEqual(['“b” cannot be answered with “no”.'])
    expect(problems([field('a', 'heading')])).toEqual(['A form asks for at least one thing.'])
  })

  test('are given names of their own', () => {
    expect(fieldNameFor('Größe in cm?', [])).toBe('gro_e_in_cm')
    expect(fieldNameFor('Name', ['name', 'name_2'])).toBe('name_3')
    expect(fieldNameFor('path', [])).toBe('field')
    expect(fieldNameFor('שם', [])).toBe('field')
  })
})

describe('what was sent', () => {
  test('is spam for a word or for links, as the form has it', () => {
    const answers = { message: 'Cheap CASINO https://a.example www.b.example' }
    expect(spamReasonOf(answers, { spamWords: ['casino'], maxLinks: null })).toBe('Contains “casino”')
    expect(spamReasonOf(answers, { spamWords: [], maxLinks: 1 })).toBe('Contains 2 links')
    expect(spamReasonOf(answers, { spamWords: [], maxLinks: 2 })).toBeUndefined()
  })

  test('is put into answers by name, and nothing else is', () => {
    expect(fillReply('Dear {{ name }}, {{missing}}{{constructor}}!', { name: 'Vera' })).toBe('Dear Vera, !')
  })

  test('keeps questions of one label apart', () => {
    const asked = [
      { name: 'a', label: 'Name' },
      { name: 'b', label: 'Name' },
    ]
    expect(labelled(asked, { a: 'x', b: 'y' })).toEqual([
      ['Name', 'x'],
      ['Name (2)', 'y'],
    ])
  })
})
