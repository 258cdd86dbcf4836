import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonValue, PageDocument, type PageNode } from '#workers/sites/page-document.contract.ts'
import {
  applyPatch,
  applyPatches,
  type PagePatch,
  PatchMisfit,
  type PropertyPath,
  placeOf,
} from '#workers/sites/page-patches.contract.ts'

const node = (props: PageNode['props'] = {}, slots?: PageNode['slots']): PageNode => ({
  ...{ type: 'columns', version: 1, props },
  ...(slots ? { slots } : {}),
})
const start: PageDocument = {
  version: 1,
  root: ['a', 'b', 'c'],
  nodes: {
    a: node({ heading: 'Good morning', items: [{ title: 'One' }, { title: 'Two' }] }),
    b: node({}, { left: ['d'] }),
    c: node(),
    d: node({}, { inner: ['e'] }),
    e: node(),
  },
}

/** A script of edits as people make them: on blocks that may or may not be there by then. */
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'n1', 'n2', 'n3', 'gone')
const place = fc.record({
  parent: fc.option(ids, { nil: null }),
  slot: fc.constantFrom('left', 'right', 'inner'),
  index: fc.nat(5),
})
const patch: fc.Arbitrary<PagePatch> = fc.oneof(
  fc
    .record({ at: place, id: fc.constantFrom('n1', 'n2', 'n3') })
    .map(({ at, id }) => ({ op: 'insert' as const, at, ids: [id], nodes: { [id]: node({ made: id }) } })),
  ids.map((id) => ({ op: 'remove' as const, id })),
  fc.record({ op: fc.constant('move' as const), id: ids, at: place }),
  fc.record({
    op: fc.constant('set' as const),
    id: ids,
    path: fc.constantFrom<PropertyPath[]>(
      ['heading'],
      ['items', 0, 'title'],
      ['items'],
      ['made'],
      ['deep', 'er'],
    ),
    value: fc.constantFrom<JsonValue[]>('x', 7, ['list'], [{ title: 'Three' }], null),
  }),
  fc.record({
    op: fc.constant('style' as const),
    id: ids,
    name: fc.constantFrom('tone' as const, 'width' as const),
    value: fc.constantFrom('muted', 'wide', undefined),
  }),
)
const scripts = fc.array(patch, { minLength: 1, maxLength: 40 })

describe('a thousand scripts of random edits', () => {
  test('leave a tree in which each block stands once', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { document } = applyPatches(start, script)
        // Styles are of any kind here; whoever stores a document checks those too.
        const nodes = Object.fromEntries(
          Object.entries(document.nodes).map(([id, { style: _style, ...rest }]) => [id, rest]),
        )
        expect(PageDocument.safeParse({ ...document, nodes }).error).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('undone one after the other lead back to where they began', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { document, inverses } = applyPatches(start, script)
        const undone = applyPatches(document, inverses)
        expect(undone.rejected).toEqual([])
        expect(undone.document).toEqual(start)
      }),
      { numRuns: 1000 },
    )
  })

  test('undone and done again give the same as done once', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const done = applyPatches(start, script)
        const undone = applyPatches(done.document, done.inverses)
        const again = applyPatches(undone.document, undone.inverses)
        expect(again.rejected).toEqual([])
        expect(again.document).toEqual(done.document)
      }),
      { numRuns: 1000 },
    )
  })

  test('touch nothing of the document they began with', () => {
    const before = structuredClone(start)
    fc.assert(
      fc.property(scripts, (script) => {
        applyPatches(start, script)
        expect(start).toEqual(before)
      }),
    )
  })
})

describe('a patch does not fit', () => {
  const misfits: [string, PagePatch][] = [
    ['when its block is gone', { op: 'remove', id: 'gone' }],
    ['when the place it names is in a block that is gone', move('a', 'gone')],
    ['when a block would stand in itself', move('b', 'b')],
    ['when a block would stand in what stands in it', move('b', 'd')],
    ['when it inserts an id that is taken', { op: 'insert', at: top(0), ids: ['a'], nodes: { a: node() } }],
    [
      'when it brings blocks that stand nowhere',
      { op: 'insert', at: top(0), ids: ['n1'], nodes: { n1: node(), n2: node() } },
    ],
    ['when a list has no such item', { op: 'set', id: 'a', path: ['items', 2, 'title'], value: 'x' }],
    ['when it takes one item from a list', { op: 'set', id: 'a', path: ['items', 0] }],
    ['when it aims at what objects are made of', { op: 'set', id: 'a', path: ['__proto__'], value: {} }],
    ['when its block has a name all objects know', { op: 'set', id: 'constructor', path: ['x'], value: 1 }],
  ]
  test.each(misfits)('%s', (_why, misfit) => {
    expect(() => applyPatch(start, misfit)).toThrow(PatchMisfit)
    expect(applyPatches(start, [misfit]).document).toBe(start)
  })
})

function top(index: number) {
  return { parent: null, slot: '', index }
}
function move(id: string, parent: string): PagePatch {
  return { op: 'move', id, at: { parent, slot: 'left', index: 0 } }
}

describe('a patch', () => {
  test('moves a block with all that stands in it', () => {
    const { document } = applyPatch(start, { op: 'move', id: 'b', at: top(0) })
    expect(document.root).toEqual(['b', 'a', 'c'])
    expect(placeOf(document, 'e')).toEqual({ parent: 'd', slot: 'inner', index: 0 })
  })

  test('removes a block with all that stands in it', () => {
    const { document } = applyPatch(start, { op: 'remove', id: 'b' })
    expect(Object.keys(document.nodes)).toEqual(['a', 'c'])
  })

  test('made for an earlier document fits one that others have changed meanwhile', () => {
    const { document } = applyPatch(start, { op: 'move', id: 'a', at: top(2) })
    const mine = applyPatch(document, { op: 'set', id: 'a', path: ['heading'], value: 'Good evening' })
    expect(mine.document.root).toEqual(['b', 'c', 'a'])
    expect(mine.document.nodes.a?.props.heading).toBe('Good evening')
  })
})
