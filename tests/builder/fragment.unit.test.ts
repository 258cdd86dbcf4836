import { describe, expect, test } from 'vitest'
import { fragmentOf, withFreshIds, withoutReferences } from '#app/screens/builder/fragment.ts'
import { withSections } from '#workers/sites/expand-sections.contract.ts'
import { PageDocument } from '#workers/sites/page-document.contract.ts'

const node = (type: string, more: object = {}) => ({ type, version: 1, props: {}, ...more })
const page = PageDocument.parse({
  version: 1,
  root: ['a', 'b', 'c'],
  nodes: {
    a: node('hero'),
    b: node('columns', { slots: { first: ['b1'], second: ['b2'] } }),
    b1: node('image'),
    b2: node('quote'),
    c: node('section', { props: { section: 's' } }),
  },
})
const section = PageDocument.parse({
  version: 1,
  root: ['x', 'y'],
  nodes: { x: node('grid', { slots: { items: ['z'] } }), y: node('cta'), z: node('card') },
})
const sections = new Map([['s', section]])

describe('a fragment of a page', () => {
  test('holds what was chosen with all that stands in it, in reading order', () => {
    const fragment = fragmentOf(page, ['b', 'a'])
    expect(fragment.root).toEqual(['a', 'b'])
    expect(Object.keys(fragment.nodes)).toEqual(['a', 'b', 'b1', 'b2'])
  })

  test('holds a block once, though it was chosen with the one it stands in', () => {
    expect(fragmentOf(page, ['b1', 'b']).root).toEqual(['b'])
  })

  test('is the same blocks under other ids', () => {
    const fresh = withFreshIds(fragmentOf(page, ['b']))
    expect(PageDocument.safeParse(fresh).success).toBe(true)
    expect(Object.values(fresh.nodes).map(({ type }) => type)).toEqual(['columns', 'image', 'quote'])
    expect(Object.keys(fresh.nodes).some((id) => id in page.nodes)).toBe(false)
  })
})

describe('a reference to a section', () => {
  test('gives way to the section’s blocks', () => {
    const whole = withoutReferences(page, sections)
    expect(PageDocument.safeParse(whole).success).toBe(true)
    expect(whole.root.map((id) => whole.nodes[id]?.type)).toEqual(['hero', 'columns', 'grid', 'cta'])
  })

  test('gives way to nothing when the section is gone', () => {
    expect(withoutReferences(page, new Map()).root).toEqual(['a', 'b'])
  })

  test('is filled with the section’s blocks for drawing, each reference with its own', () => {
    const twice = { ...page, root: [...page.root, 'd'], nodes: { ...page.nodes, d: page.nodes.c! } }
    const whole = withSections(twice, sections)
    expect(whole.nodes.c?.slots?.content).toEqual(['c-x', 'c-y'])
    expect(whole.nodes['d-x']?.slots?.items).toEqual(['d-z'])
    expect(PageDocument.safeParse(whole).success).toBe(true)
  })
})
