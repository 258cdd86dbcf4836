import { joined } from './zip-format.contract.ts'

export const deflate = (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  collect(through(text, new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY).then(
    (out) => out ?? new Uint8Array(),
  )

/** What was deflated; undefined when it comes to more than `maxBytes` or is damaged. A bomb is left at its first byte too many. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await collect(through(bytes, new DecompressionStream('deflate-raw')), maxBytes)
  } catch {
    // Whatever it was, it is not what the file says it is.
    return undefined
  }
}

const through = (
  bytes: string | Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
) =>
  // safe: both streams take bytes and give bytes
  new Response(bytes).body?.pipeThrough(transform as unknown as ReadableWritablePair<Uint8Array, Uint8Array>)

async function collect(stream: ReadableStream<Uint8Array> | undefined, maxBytes: number) {
  const parts: Uint8Array[] = []
  let total = 0
  for await (const part of stream ?? []) {
    total += part.length
    if (total > maxBytes) return undefined
    parts.push(part)
  }
  return joined(parts)
}
