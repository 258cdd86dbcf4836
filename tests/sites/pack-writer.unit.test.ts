import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PackPlace, PackWriter } from '#workers/sites/pack-writer.ts'
import { memoryStore } from './memory-store.ts'

type Document = [name: string, text: string]
const documents = fc.uniqueArray(fc.tuple(fc.webPath({ size: 'small' }), fc.string()), {
  selector: ([name]) => name,
  maxLength: 400,
  size: 'max',
})

async function packed(all: Document[]) {
  const memory = memoryStore()
  const packs = new PackWriter(memory.store, 'site', {})
  const places = new Map<string, PackPlace>()
  for (const [name, text] of all) await packs.write(name, text, (place) => places.set(name, place))
  await packs.finish()
  return { memory, places, sizes: packs.sizes }
}

/** Packs documents of which some lie in packs of before. */
async function repacked(
  before: Awaited<ReturnType<typeof packed>>,
  all: Document[],
  old: Map<string, string>,
) {
  const { memory } = before
  const puts = memory.written.length
  const packs = new PackWriter(memory.store, 'site', before.sizes)
  const places = new Map<string, PackPlace>()
  for (const [name, text] of all) {
    const known = before.places.get(name)
    const place = (at: PackPlace) => places.set(name, at)
    if (known && old.get(name) === text) await packs.keep(name, known, place)
    else await packs.write(name, text, place)
  }
  await packs.finish()
  return { places, written: memory.written.slice(puts) }
}

describe('packing documents', () => {
  test('gives the same packs whether documents are written anew or taken over', async () => {
    await fc.assert(
      fc.asyncProperty(documents, documents, async (was, is) => {
        const before = await packed(was)
        const { places } = await repacked(before, is, new Map(was))
        const anew = await packed(is)
        expect([...places]).toEqual([...anew.places])
        for (const [name, text] of is) {
          const { pack, offset, length } = places.get(name) ?? { pack: '', offset: 0, length: 0 }
          const object = await before.memory.store.get(`sites/site/packs/${pack}`, { offset, length })
          expect(JSON.parse((await object?.text()) ?? '')).toBe(text)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('writes nothing when nothing has changed, and one pack when one document has', async () => {
    const was = Array.from({ length: 600 }, (_, at): Document => [`/page-${at}`, `Page ${at}`])
    const before = await packed(was)
    expect(Object.keys(before.sizes).length).toBeGreaterThan(4)
    expect((await repacked(before, was, new Map(was))).written).toEqual([])
    const is = was.map(([name, text], at): Document => [name, at === 300 ? 'Another' : text])
    expect((await repacked(before, is, new Map(was))).written).toHaveLength(1)
    const longer: Document[] = [['/first', 'New'], ...was]
    expect((await repacked(before, longer, new Map(was))).written).toHaveLength(1)
  })

  test('refuses to go on without a pack it relies on', async () => {
    const was: Document[] = [
      ['/a', 'A'],
      ['/b', 'B'],
    ]
    const before = await packed(was)
    before.memory.objects.clear()
    const shorter = was.slice(1)
    await expect(repacked(before, shorter, new Map(was))).rejects.toThrow('is not there any more')
  })
})
