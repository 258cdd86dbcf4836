import { describe, expect, test } from 'vitest'
import { pagePaths } from '#workers/imports/wordpress/page-paths.ts'

const paths = (...pages: [id: number, slug: string, parentId: number][]) =>
  Object.fromEntries(pagePaths(pages.map(([id, slug, parentId]) => ({ id, slug, parentId }))))

describe('paths of pages', () => {
  test('follow their parents, wherever those stand', () => {
    expect(paths([3, 'c', 2], [2, 'b', 1], [1, 'a', 0])).toEqual({ 1: '/a', 2: '/a/b', 3: '/a/b/c' })
  })

  test('are never shared', () => {
    expect(paths([1, 'a', 0], [2, 'a', 0], [3, 'a', 2], [4, 'a', 1], [5, 'a', 1])).toEqual({
      1: '/a',
      2: '/a-2',
      3: '/a-2/a',
      4: '/a/a',
      5: '/a/a-2',
    })
  })

  test('begin at the top without a parent or in a circle', () => {
    expect(paths([1, 'a', 99], [2, 'b', 2])).toEqual({ 1: '/a', 2: '/b' })
    expect(Object.values(paths([1, 'a', 2], [2, 'b', 1])).sort()).toEqual(['/b', '/b/a'])
  })

  test('of thousands of pages deep below each other are found quickly', () => {
    const start = performance.now()
    const pages = Array.from({ length: 3000 }, (_, index) => ({
      id: index + 1,
      slug: 'p',
      parentId: index + 2,
    }))
    expect(pagePaths(pages).size).toBe(3000)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
