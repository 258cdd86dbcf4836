import { describe, expect, test } from 'vitest'
import { pageDraftOf, saysTheSame, settingsOf } from '#app/screens/builder/page-draft.ts'
import { pathOfCopy, suggestPath } from '#app/screens/sites/page-path.ts'

const page = { title: 'Fees', path: '/fees', status: 'published' as const, seo: { title: 'What it costs' } }

describe('the settings of a page', () => {
  test('are sent as they were read', () => {
    expect(settingsOf(pageDraftOf(page))).toEqual(page)
  })

  test('leave out what is empty, so that the page’s own title counts', () => {
    const draft = { ...pageDraftOf(page), seoTitle: ' ', isHidden: true }
    expect(settingsOf(draft).seo).toEqual({ noindex: true })
  })

  test('say the same whatever the blocks are', () => {
    expect(saysTheSame(pageDraftOf(page), pageDraftOf({ ...page }))).toBe(true)
    expect(saysTheSame(pageDraftOf(page), pageDraftOf({ ...page, path: '/prices' }))).toBe(false)
  })
})

describe('the address of a new page', () => {
  test('is made from its title', () => {
    expect(suggestPath('Fees & prices')).toBe('/fees-prices')
    expect(suggestPath('Über uns')).toBe('/über-uns')
    expect(suggestPath('What’s new')).toBe('/whats-new')
    expect(suggestPath('  ')).toBe('')
  })

  test('stands beside the page it is a copy of, where nothing stands yet', () => {
    expect(pathOfCopy('/fees', new Set())).toBe('/fees-copy')
    expect(pathOfCopy('/fees', new Set(['/fees-copy', '/fees-copy-2']))).toBe('/fees-copy-3')
    expect(pathOfCopy('/', new Set())).toBe('/home-copy')
  })
})
