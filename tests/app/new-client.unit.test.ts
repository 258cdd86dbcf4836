import { describe, expect, test } from 'vitest'
import { emptyDraft, newClientOf, stepOf } from '#app/screens/tenancy/new-client-draft.ts'
import { platformAddress, suggestSlug } from '#app/screens/tenancy/slug.ts'
import { NewClient } from '#workers/tenancy/clients.contract.ts'

describe('the address suggested for a client', () => {
  test.each([
    ['Harbor Dental', 'harbor-dental'],
    ['  Café Zürich & Söhne GmbH ', 'cafe-zurich-and-sohne-gmbh'],
    ['Groß & Grün', 'gross-and-grun'],
    ['Kim’s Nails', 'kims-nails'],
    ['--42 Bakery!!', '42-bakery'],
    ['東京', ''],
    ['A1', ''],
  ])('for %j is %j', (name, slug) => {
    expect(suggestSlug(name)).toBe(slug)
  })

  test('is never longer than an address may be, nor ends in a hyphen', () => {
    const slug = suggestSlug(`${'a'.repeat(62)} b`)
    expect(slug).toBe('a'.repeat(62))
  })

  test('lies beside the dashboard’s own host', () => {
    expect(platformAddress('harbor-dental', 'localhost:8787')).toBe('harbor-dental.localhost:8787')
  })
})

describe('a new client', () => {
  test('leaves out what was not entered', () => {
    const draft = { ...emptyDraft, clientName: 'Harbor Dental', template: 'clinic', phone: ' ' }
    expect(newClientOf(draft)).toEqual({
      clientName: 'Harbor Dental',
      business: {},
      website: { template: 'clinic', features: ['blog', 'forms'] },
    })
  })

  test('with everything entered is what the contract takes', () => {
    const draft = {
      ...emptyDraft,
      clientName: 'Harbor Dental',
      contactName: 'Rosa Meyer',
      contactEmail: 'rosa@harbordental.com',
      contactPhone: '+1 415 555 0132',
      hours: 'Mon–Fri',
      template: 'clinic',
      slug: 'harbor-dental',
      domain: 'harbordental.com',
    }
    expect(NewClient.safeParse(newClientOf(draft)).success).toBe(true)
  })

  test('leads back to the step whose field was refused', () => {
    expect(stepOf(['website.slug'])).toBe(2)
    expect(stepOf(['contact.email', 'website.slug'])).toBe(0)
    expect(stepOf([])).toBeUndefined()
  })
})
