import { describe, expect, test } from 'vitest'
import {
  addressAdvice,
  addressProblem,
  type KnownAddresses,
  suggestAddresses,
} from '#app/screens/builder/controls/addresses.ts'

const known: KnownAddresses = {
  pages: [
    { path: '/', title: 'Home' },
    { path: '/fees', title: 'What it costs' },
  ],
  anchors: [{ name: 'team', label: 'Team' }],
  email: 'hello@harbor.test',
  phone: '+41 44 555 01 02',
}
const valuesFor = (typed: string) => suggestAddresses(typed, known).map(({ value }) => value)

describe('addresses offered for a link', () => {
  test('are all there are before anything is typed', () => {
    expect(valuesFor('')).toEqual(['/', '/fees', '#team', 'mailto:hello@harbor.test', 'tel:+41445550102'])
  })

  test('are found by the page’s title and by its address', () => {
    expect(valuesFor('costs')[0]).toBe('/fees')
    expect(valuesFor('/fe')[0]).toBe('/fees')
    expect(valuesFor('#t')[0]).toBe('#team')
  })

  test('are what an e-mail address, a number and a host stand for', () => {
    expect(valuesFor('mara@northpeak.test')[0]).toBe('mailto:mara@northpeak.test')
    expect(valuesFor('044 555 01 03')[0]).toBe('tel:0445550103')
    expect(valuesFor('example.com/shop')[0]).toBe('https://example.com/shop')
  })
})

describe('an address of a link', () => {
  test('is told to be unsafe when a page would leave it out', () => {
    expect(addressProblem('javascript:alert(1)')).toContain('“javascript:”')
    expect(addressProblem(' java\nscript:alert(1)')).toBeDefined()
    for (const fine of ['', '/fees', '#team', 'https://example.com', 'mailto:a@b.test', 'tel:1']) {
      expect(addressProblem(fine), fine).toBeUndefined()
    }
  })

  test('is said to lack its beginning', () => {
    expect(addressAdvice('example.com')).toContain('https://')
    expect(addressAdvice('mara@northpeak.test')).toContain('mailto:')
    expect(addressAdvice('/fees')).toBeUndefined()
  })
})
