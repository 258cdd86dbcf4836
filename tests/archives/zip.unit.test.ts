import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArchiveContents } from '#workers/archives/archive-contents.contract.ts'
import { chunksAsBytes } from '#workers/archives/archive-source.ts'
import { crc32 } from '#workers/archives/crc32.contract.ts'
import { deflate } from '#workers/archives/deflate.contract.ts'
import { centralDirectory, joined, localHeader } from '#workers/archives/zip-format.contract.ts'
import { openZip, readEntry, ZipRefused } from '#workers/archives/zip-reader.contract.ts'
import { ZipWriter } from '#workers/archives/zip-writer.ts'
import type { ObjectStore } from '#workers/core/ports.ts'
import { zipOf } from './zip-files.ts'

/** Objects in memory; only what an archive asks of a store. */
function memoryStore() {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>()
  const store = {
    async put(key: string, bytes: Uint8Array | string) {
      objects.set(key, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes))
    },
    async get(key: string, range: { offset: number; length?: number } = { offset: 0 }) {
      const object = objects.get(key)
      if (!object) return undefined
      const part = object.slice(range.offset, range.offset + (range.length ?? object.length))
      return {
        body: new Response(part).body,
        sizeBytes: object.length,
        text: async () => new TextDecoder().decode(part),
      }
    },
  }
  // safe: zip files put and get, and nothing else
  return { objects, store: store as unknown as ObjectStore }
}

async function written(texts: [string, string][], files: Record<string, Uint8Array<ArrayBuffer>> = {}) {
  const { store, objects } = memoryStore()
  const zip = new ZipWriter(store, 'zip', { chunks: [], entries: [] })
  await zip.addTexts(texts)
  for (const [name, bytes] of Object.entries(files)) {
    objects.set(`source/${name}`, bytes)
    await zip.addFile(name, store, `source/${name}`)
  }
  await zip.finish()
  const source = chunksAsBytes(store, zip.state.chunks)
  return { zip, source, store, bytes: await source.read(0, source.sizeBytes) }
}

/** A source over bytes somebody sent. */
const sourceOf = (bytes: Uint8Array) => ({
  sizeBytes: bytes.length,
  read: async (offset: number, length: number) => new Uint8Array(bytes.slice(offset, offset + length)),
})

describe('a zip file', () => {
  test('gives back what was put into it, whatever it is called', async () => {
    const texts = fc.array(fc.tuple(fc.uuid(), fc.string({ unit: 'binary' })), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(texts, fc.uint8Array({ minLength: 1, maxLength: 3000 }), async (entries, file) => {
        const unique = [...new Map(entries)]
        const bytes = new Uint8Array(file)
        const { source } = await written(unique, { 'ä/ö.bin': bytes })
        const found = await openZip(source)
        expect(found.map(({ name }) => name)).toEqual([...unique.map(([name]) => name), 'ä/ö.bin'])
        for (const [at, [, text]] of unique.entries()) {
          const entry = found[at]
          const read = entry && (await readEntry(source, entry, 1_000_000))
          expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(read)).toBe(
            new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
          )
        }
        const last = found.at(-1)
        expect(last && (await readEntry(source, last, 5000))).toEqual(bytes)
      }),
      { numRuns: 5 },
    )
  })

  test('goes on from where another process stopped, with the same bytes', async () => {
    const whole = await written([
      ['a', 'one'],
      ['b', 'two'],
    ])
    const { store } = memoryStore()
    const first = new ZipWriter(store, 'zip', { chunks: [], entries: [] })
    await first.addTexts([['a', 'one']])
    const kept = JSON.parse(JSON.stringify(first.state))
    const second = new ZipWriter(store, 'zip', kept)
    await second.addTexts([['b', 'two']])
    await second.finish()
    const source = chunksAsBytes(store, second.state.chunks)
    expect(await source.read(0, source.sizeBytes)).toEqual(whole.bytes)
  })
})

describe('a hostile zip file', () => {
  const refused = (bytes: Uint8Array, message: RegExp) =>
    expect(openZip(sourceOf(bytes))).rejects.toThrow(message)

  test('that is none, or is cut off, is refused', async () => {
    await refused(new Uint8Array(), /not a zip file/)
    await refused(new TextEncoder().encode('<?xml version="1.0"?>'), /not a zip file/)
    const { bytes } = await written([['a', 'one']])
    await refused(bytes.slice(0, -1), /damaged/)
    await refused(bytes.slice(20), /damaged/)
  })

  test('never makes the reader fail in another way than with a sentence', async () => {
    const { bytes } = await written([['site.json', 'x'.repeat(200)]], {
      'files/y': new Uint8Array(300).fill(1),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1 }),
        async (changes) => {
          const broken = new Uint8Array(bytes)
          for (const [at, value] of changes) broken[at] = value
          const source = sourceOf(broken)
          try {
            for (const entry of await openZip(source)) await readEntry(source, entry, 10_000)
          } catch (error) {
            expect(error).toBeInstanceOf(ZipRefused)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('that swells beyond what it says is left at the first byte too many', async () => {
    const bomb = await deflate('0'.repeat(50_000_000))
    const facts = { name: 'site.json', isDeflated: true, crc: 0, storedBytes: bomb.length, sizeBytes: 1000 }
    const head = localHeader(facts)
    const body = joined([head, bomb])
    const bytes = joined([body, centralDirectory([{ ...facts, offset: 0 }], body.length)])
    const source = sourceOf(bytes)
    const [entry] = await openZip(source)
    if (!entry) throw new Error('There is one entry.')
    await expect(readEntry(source, entry, 2000)).rejects.toThrow(
      'site.json is larger than it says, or damaged.',
    )
    await expect(readEntry(source, { ...entry, sizeBytes: 50_000_000 }, 2000)).rejects.toThrow(
      'larger than it may be',
    )
  })

  test('whose entries share their bytes is refused', async () => {
    const text = new TextEncoder().encode('same')
    const facts = { name: 'a', isDeflated: false, crc: crc32(text), storedBytes: 4, sizeBytes: 4, offset: 0 }
    const body = joined([localHeader(facts), text])
    await refused(joined([body, centralDirectory([facts, { ...facts, name: 'b' }], body.length)]), /damaged/)
  })
})

describe('what a file holds', () => {
  const site = {
    ...{ format: 'dde-site', version: 2, name: 'Harbor Dental', locale: 'en', languages: [{ code: 'de' }] },
    ...{ menus: [{}], forms: [{}, {}], redirects: [], collections: [{ key: 'dishes', name: 'Dishes' }] },
    plugins: [
      { key: 'portfolio', isActive: true },
      { key: 'forms', isActive: false },
    ],
  }
  const lines = (count: number) => '{}\n'.repeat(count)
  const contentsOf = async (texts: Record<string, string>) => {
    const bytes = await zipOf(new Map(Object.entries(texts)))
    const read = async (offset: number, length: number) =>
      new Uint8Array(bytes.slice(offset, offset + length))
    return readArchiveContents({ sizeBytes: bytes.length, read })
  }

  test('is told without unpacking it', async () => {
    const file = '0f9cc49e-0c8f-4d4a-9a3c-0d7a9d5a0001'
    const contents = await contentsOf({
      'site.json': JSON.stringify(site),
      ...{ 'pages/0001.ndjson': lines(100), 'pages/0002.ndjson': lines(7), 'posts/0001.ndjson': lines(3) },
      ...{ 'entries/dishes/00001.ndjson': lines(12), 'files.ndjson': lines(1), [`files/${file}`]: 'bytes' },
    })
    expect(contents).toEqual({
      ...{ name: 'Harbor Dental', languages: ['en', 'de'], pages: 107, posts: 3, menus: 1, forms: 2 },
      ...{ redirects: 0, collections: [{ name: 'Dishes', entries: 12 }], plugins: ['portfolio'] },
      files: { count: 1, sizeBytes: 5 },
    })
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['no website', { 'readme.txt': 'Hello' }, /not a website that was exported here/],
    ['no JSON', { 'site.json': 'Hello' }, /not a website that was exported here/],
    ['a version to come', { 'site.json': JSON.stringify({ ...site, version: 9 }) }, /of version 9/],
    ['a stranger', { 'site.json': JSON.stringify(site), '../x': '' }, /holds “\.\.\/x”/],
  ])('is refused before it is sent where it holds %s', async (_name, texts, reason) => {
    await expect(contentsOf(texts)).rejects.toThrow(reason)
  })
})
