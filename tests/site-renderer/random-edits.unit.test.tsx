import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { prepareDocument } from '#sites/blocks/prepare.ts'
import { blocks } from '#sites/blocks/registry.ts'
import { BlockTree } from '#sites/blocks/tree.tsx'
import { type JsonValue, PageDocument, type PageNode } from '#workers/sites/page-document.contract.ts'
import { applyPatches, type PagePatch, type PropertyPath } from '#workers/sites/page-patches.contract.ts'
import { dataFor, examples } from './block-examples.ts'
import { business } from './world.ts'

/** They say more to whoever edits them: what is closed stands open, and what comes from elsewhere is stood for. */
const DIFFERENT = ['popup', 'embed', 'countdown']
const types = blocks.filter(({ type, isReference }) => !isReference && !DIFFERENT.includes(type))
const nodeOf = (type: string): PageNode => {
  const block = types.find((each) => each.type === type)
  const slots = Object.fromEntries(Object.keys(block?.slots ?? {}).map((slot) => [slot, []]))
  // safe: examples are what the API takes
  const props = (examples[type] ?? {}) as PageNode['props']
  return { type, version: block?.version ?? 1, props, ...(block?.slots && { slots }) }
}
const start: PageDocument = {
  version: 1,
  root: ['n0', 'n1', 'n2'],
  nodes: { n0: nodeOf('hero'), n1: nodeOf('columns'), n2: nodeOf('faq') },
}

const ids = fc.nat(9).map((at) => `n${at}`)
const place = fc.record({
  parent: fc.option(ids, { nil: null }),
  slot: fc.constantFrom('first', 'second', 'content'),
  index: fc.nat(4),
})
const values = fc.oneof(
  fc.constantFrom<JsonValue[]>('A heading', '', null, 7, true, [], {}, 'javascript:alert(1)', '<b>bold</b>'),
  fc.string(),
)
const paths = fc.constantFrom<PropertyPath[]>(
  ['heading'],
  ['items'],
  ['items', 0, 'title'],
  ['image'],
  ['primary', 'href'],
)
const patch: fc.Arbitrary<PagePatch> = fc.oneof(
  fc
    .record({ at: place, id: ids, type: fc.constantFrom(...types.map(({ type }) => type)) })
    .map(({ at, id, type }): PagePatch => ({ op: 'insert', at, ids: [id], nodes: { [id]: nodeOf(type) } })),
  ids.map((id): PagePatch => ({ op: 'remove', id })),
  fc.record({ op: fc.constant('move' as const), id: ids, at: place }),
  fc.record({ op: fc.constant('set' as const), id: ids, path: paths, value: values }),
)
const scripts = fc.array(patch, { minLength: 1, maxLength: 15 })

const site = {
  ...{ name: 'Harbour', tagline: '', locale: 'en', business, menus: { primary: [], footer: [] } },
  // safe: blocks look at no more of a theme than it has
  theme: {} as never,
}

function draw(document: PageDocument, isCanvas: boolean): string {
  const data = Object.fromEntries(
    Object.entries(document.nodes).flatMap(([id, { type }]) => (dataFor[type] ? [[id, dataFor[type]]] : [])),
  )
  const edit = (_id: string, property: string) => ({ 'data-edit': property })
  const around = { site, page: { path: '/', year: 2026 }, data, ...(isCanvas && { edit }) }
  return renderToString(<BlockTree nodes={prepareDocument(document).nodes} around={around} />)
}

/** Without the marks the builder finds blocks and texts by, what it says where there is nothing to see, and the places it offers for more. */
const unmarked = (html: string) =>
  html
    .replaceAll(/ data-(?:node|edit)="[^"]*"/g, '')
    .replaceAll(/<div data-empty-slot="[^"]*"><\/div>/g, '')
    .replaceAll(/<div data-missing.*?<\/div>/g, '')

describe('a page after a thousand scripts of random edits', () => {
  test('is always drawn, and on the canvas as visitors will see it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { document } = applyPatches(start, script)
        expect(PageDocument.safeParse(document).error).toBeUndefined()
        expect(unmarked(draw(document, true))).toBe(unmarked(draw(document, false)))
      }),
      { numRuns: 1000 },
    )
  })
})
