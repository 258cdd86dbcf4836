import { describe, expect, test } from 'vitest'
import { undoOf } from '#app/screens/crm/contact-changes.ts'
import { contactName } from '#app/screens/crm/contact-name.ts'
import type { Contact } from '#workers/crm/contacts.contract.ts'

const contact = (id: string, ...tags: string[]) => ({ id, tags }) as Contact

describe('undoing a change of tags', () => {
  const contacts = [contact('ada', 'vip'), contact('ben'), contact('cora', 'vip', 'lead')]

  test('takes a tag only from those who did not have it', () => {
    expect(undoOf(contacts, { add: ['vip'], remove: [] })).toEqual([
      { ids: ['ben'], add: [], remove: ['vip'] },
    ])
  })

  test('gives a tag back only to those who had it', () => {
    expect(undoOf(contacts, { add: [], remove: ['lead'] })).toEqual([
      { ids: ['cora'], add: ['lead'], remove: [] },
    ])
  })

  test('has nothing to do where nothing changed', () => {
    expect(undoOf([contact('ada', 'vip')], { add: ['vip'], remove: ['lead'] })).toEqual([])
  })
})

describe('the name of a contact', () => {
  test('falls back on how to reach them', () => {
    const nobody = { firstName: '', lastName: '', email: null, phone: '' }
    expect(contactName({ ...nobody, firstName: 'Ada', lastName: 'Stone' })).toBe('Ada Stone')
    expect(contactName({ ...nobody, email: 'ada@example.com', phone: '1' })).toBe('ada@example.com')
    expect(contactName({ ...nobody, phone: '+1 415' })).toBe('+1 415')
    expect(contactName(nobody)).toBe('Unnamed contact')
  })
})
