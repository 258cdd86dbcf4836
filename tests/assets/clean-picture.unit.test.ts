import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileRefused } from '#workers/assets/file-refused.ts'
import { cleanPicture } from '#workers/assets/pictures/clean-picture.ts'
import {
  describePicture,
  PLACE,
  pixelsOf,
  pngOfSize,
  type SampleType,
  samplePicture,
} from './sample-pictures.ts'

const types = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const
const mime = (type: SampleType) => `image/${type}`
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)

describe('a picture with what a telephone wrote into it', () => {
  test.each(types.filter((type) => type !== 'gif'))(
    '%s loses place and camera, and no pixel',
    async (type) => {
      const picture = await samplePicture(type, { isTelling: true })
      expect(holds(picture, PLACE)).toBe(true)
      const { bytes, width, height } = cleanPicture(mime(type), picture)
      expect(holds(bytes, PLACE)).toBe(false)
      expect(holds(bytes, 'Telephone')).toBe(false)
      expect(await pixelsOf(bytes)).toBe(await pixelsOf(picture))
      expect([width, height]).toEqual([64, 48])
    },
  )

  test.each(['jpeg', 'webp'] as const)(
    '%s stays the right way up, and is measured as it is shown',
    async (type) => {
      const picture = await samplePicture(type, { orientation: 6, isTelling: true })
      const { bytes, width, height } = cleanPicture(mime(type), picture)
      expect([width, height]).toEqual([48, 64])
      expect((await describePicture(bytes)).orientation).toBe(6)
      expect(await pixelsOf(bytes)).toBe(await pixelsOf(picture))
      expect(holds(bytes, PLACE)).toBe(false)
    },
  )

  test.each(types)('%s comes out the same when it is cleaned again', async (type) => {
    const once = cleanPicture(
      mime(type),
      await samplePicture(type, { isTelling: true, orientation: 3 }),
    ).bytes
    expect(cleanPicture(mime(type), once).bytes).toEqual(once)
  })
})

describe('a picture with something behind its end', () => {
  test.each(['jpeg', 'png', 'gif', 'webp'] as const)('%s ends where the picture does', async (type) => {
    const picture = await samplePicture(type)
    const polyglot = Buffer.concat([picture, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')])
    const { bytes } = cleanPicture(mime(type), new Uint8Array(polyglot))
    expect(holds(bytes, '<script>')).toBe(false)
    expect(await pixelsOf(bytes)).toBe(await pixelsOf(picture))
  })
})

describe('what a picture is', () => {
  test('says whether one can see through it', async () => {
    for (const type of ['png', 'webp', 'avif'] as const) {
      const clear = await samplePicture(type, { isTransparent: true })
      expect(cleanPicture(mime(type), clear).isOpaque, type).toBe(false)
      expect(cleanPicture(mime(type), await samplePicture(type)).isOpaque, type).toBe(true)
    }
  })

  test('a header that promises more than memory holds is refused with its size', async () => {
    const bomb = await pngOfSize(50_000, 50_000)
    expect(() => cleanPicture('image/png', bomb)).toThrow(/50000 by 50000 pixels/)
    expect(() => cleanPicture('image/png', bomb)).toThrow(FileRefused)
    const flat = await pngOfSize(4_000_000_000, 1)
    expect(() => cleanPicture('image/png', flat)).toThrow(FileRefused)
    const empty = await pngOfSize(0, 10)
    expect(() => cleanPicture('image/png', empty)).toThrow(/no size/)
  })
})

describe('damaged pictures', () => {
  test.each(types)(
    '%s that ends anywhere or holds anything is refused or read, and never hangs',
    async (type) => {
      const picture = await samplePicture(type, { isTelling: true })
      await fc.assert(
        fc.property(
          fc.nat(picture.length),
          fc.array(fc.tuple(fc.nat(picture.length), fc.nat(255)), { maxLength: 20 }),
          (length, changes) => {
            const bytes = picture.slice(0, length)
            for (const [at, value] of changes) if (at > 12 && at < length) bytes[at] = value
            try {
              const { width, height } = cleanPicture(mime(type), bytes)
              expect(width * height).toBeLessThanOrEqual(100_000_000)
            } catch (error) {
              expect(error).toBeInstanceOf(FileRefused)
            }
          },
        ),
        { numRuns: 300 },
      )
    },
  )
})
