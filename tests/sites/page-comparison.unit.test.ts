import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePages, patchesToBringBack } from '#workers/sites/page-comparison.contract.ts'
import { PageDocument } from '#workers/sites/page-document.contract.ts'
import { applyPatches, type PagePatch } from '#workers/sites/page-patches.contract.ts'

const node = (heading: string) => ({ type: 'hero', version: 1, props: { heading } })
const start: PageDocument = {
  ...{ version: 1, root: ['a', 'b', 'c'] },
  nodes: { a: node('A'), b: node('B'), c: { ...node('C'), slots: { content: ['d'] } }, d: node('D') },
}
const changedBy = (...patches: PagePatch[]) => applyPatches(start, patches).document
const kinds = (document: PageDocument) =>
  comparePages(start, document).map(({ id, kind, properties }) => [id, kind, ...properties])

describe('two versions of a page', () => {
  test('that say the same differ in nothing', () => {
    expect(comparePages(start, structuredClone(start))).toEqual([])
  })

  test('differ in what was added, changed and removed, by the names of what was changed', () => {
    const document = changedBy(
      { op: 'set', id: 'a', path: ['heading'], value: 'Another' },
      { op: 'style', id: 'a', name: 'tone', value: 'ink' },
      { op: 'remove', id: 'b' },
      { op: 'insert', at: { parent: null, slot: '', index: 2 }, ids: ['e'], nodes: { e: node('E') } },
    )
    expect(kinds(document)).toEqual([
      ['a', 'changed', 'heading', 'style'],
      ['e', 'added'],
      ['b', 'removed'],
    ])
  })

  test('differ in what was moved, and not in what only made room for it', () => {
    const document = changedBy({ op: 'move', id: 'd', at: { parent: null, slot: '', index: 0 } })
    expect(kinds(document)).toEqual([['d', 'moved']])
  })
})

describe('bringing one block back', () => {
  test('changes that block, and leaves the rest as it is', () => {
    const document = changedBy(
      { op: 'set', id: 'a', path: ['heading'], value: 'Another' },
      { op: 'set', id: 'b', path: ['heading'], value: 'Kept' },
      { op: 'remove', id: 'c' },
    )
    const [changed, , removed] = comparePages(start, document)
    if (!changed || !removed) throw new Error('Nothing to bring back.')
    const back = applyPatches(document, patchesToBringBack(changed, start, document))
    expect(back.rejected).toEqual([])
    expect(back.document.nodes.a).toEqual(start.nodes.a)
    expect(back.document.nodes.b).toEqual(node('Kept'))
    const whole = applyPatches(document, patchesToBringBack(removed, start, document)).document
    expect(whole.root).toEqual(['a', 'b', 'c'])
    expect([whole.nodes.c, whole.nodes.d]).toEqual([start.nodes.c, start.nodes.d])
  })

  test('never breaks a page, whatever was done to it', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd')
    const patch = fc.oneof(
      ids.map((id): PagePatch => ({ op: 'remove', id })),
      fc
        .tuple(ids, fc.string())
        .map(([id, value]): PagePatch => ({ op: 'set', id, path: ['heading'], value })),
      fc.tuple(ids, fc.constantFrom(null, 'c'), fc.nat(3)).map(
        ([id, parent, index]): PagePatch => ({
          ...{ op: 'move', id },
          at: { parent, slot: parent ? 'content' : '', index },
        }),
      ),
    )
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 8 }), (patches) => {
        const document = applyPatches(start, patches).document
        for (const change of comparePages(start, document)) {
          const back = applyPatches(document, patchesToBringBack(change, start, document))
          expect(PageDocument.safeParse(back.document).success).toBe(true)
          if (change.kind !== 'moved') expect(back.rejected).toEqual([])
        }
      }),
    )
  })
})
