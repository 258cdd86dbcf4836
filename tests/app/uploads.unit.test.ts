import { describe, expect, test, vi } from 'vitest'
import { missingParts, type SendPart, type Upload, uploadParts } from '#app/data/uploads.ts'
import { Problem } from '#app/problem.ts'

const file = new Blob(['abcdefghijk'])
const broken = new Problem('internal', 'Something went wrong.', 503)

function upload(overrides: Partial<Upload>): Upload {
  return {
    id: 'import-1',
    file,
    received: [],
    signal: new AbortController().signal,
    onProgress: () => {},
    partBytes: 4,
    pause: async () => {},
    ...overrides,
  }
}

describe('the parts of a file', () => {
  test('are numbered from one, and only the last is shorter', () => {
    expect(missingParts(11, [], 4)).toEqual([
      { number: 1, start: 0, end: 4 },
      { number: 2, start: 4, end: 8 },
      { number: 3, start: 8, end: 11 },
    ])
  })

  test('that have arrived are not missing', () => {
    expect(missingParts(11, [1, 3], 4).map(({ number }) => number)).toEqual([2])
    expect(missingParts(8, [1, 2], 4)).toEqual([])
  })
})

describe('uploading', () => {
  test('sends the bytes of each missing part, in order', async () => {
    const sent: string[] = []
    const send: SendPart = async ({ number, bytes }) => {
      sent.push(`${number}:${await bytes.text()}`)
    }
    await uploadParts(upload({ received: [2], send }))
    expect(sent).toEqual(['1:abcd', '3:ijk'])
  })

  test('counts what the server already has as sent', async () => {
    const progress: number[] = []
    const send: SendPart = async (_part, { onProgress }) => onProgress(2)
    await uploadParts(upload({ received: [1], send, onProgress: (bytes) => progress.push(bytes) }))
    expect(progress).toEqual([4, 6, 8, 10, 11])
  })

  test('tries a part three times, with longer pauses', async () => {
    const send = vi
      .fn<SendPart>()
      .mockRejectedValueOnce(broken)
      .mockRejectedValueOnce(broken)
      .mockResolvedValue()
    const pauses: number[] = []
    await uploadParts(upload({ received: [1, 2], send, pause: async (ms) => void pauses.push(ms) }))
    expect(send).toHaveBeenCalledTimes(3)
    expect(pauses[1]).toBeGreaterThan(pauses[0]!)
  })

  test('gives up after the third time', async () => {
    const send = vi.fn<SendPart>().mockRejectedValue(broken)
    await expect(uploadParts(upload({ send }))).rejects.toBe(broken)
    expect(send).toHaveBeenCalledTimes(3)
  })

  test('does not repeat what the server refuses on principle', async () => {
    const refused = new Problem('payload_too_large', 'Too large.', 413)
    const send = vi.fn<SendPart>().mockRejectedValue(refused)
    await expect(uploadParts(upload({ send }))).rejects.toBe(refused)
    expect(send).toHaveBeenCalledOnce()
  })

  test('stops when it is cancelled', async () => {
    const abort = new AbortController()
    const send = vi.fn<SendPart>(async () => abort.abort())
    await expect(uploadParts(upload({ send, signal: abort.signal }))).rejects.toThrow()
    expect(send).toHaveBeenCalledOnce()
  })
})
