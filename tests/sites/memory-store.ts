import type { ObjectStore } from '#workers/core/ports.ts'

interface Kept {
  bytes: Uint8Array<ArrayBuffer>
  storedAt: Date
}

/** Objects in memory, with what was asked of them; only what a publish and a sweep ask of a store. */
export function memoryStore() {
  const objects = new Map<string, Kept>()
  const written: string[] = []
  const store = {
    async put(key: string, bytes: Uint8Array | string) {
      const kept = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes)
      objects.set(key, { bytes: kept, storedAt: new Date() })
      written.push(key)
    },
    async get(key: string, range: { offset: number; length?: number } = { offset: 0 }) {
      const object = objects.get(key)
      if (!object) return undefined
      const end = range.length === undefined ? undefined : range.offset + range.length
      const part = object.bytes.slice(range.offset, end)
      return {
        body: new Response(part).body,
        sizeBytes: part.length,
        text: async () => new TextDecoder().decode(part),
      }
    },
    async delete(keys: string[]) {
      for (const key of keys) objects.delete(key)
    },
    async list(prefix: string) {
      return [...objects].flatMap(([key, { storedAt }]) =>
        key.startsWith(prefix) ? [{ key, storedAt }] : [],
      )
    },
  }
  /** As if all there is had been written so long ago. */
  const age = (ms: number) => {
    for (const object of objects.values()) object.storedAt = new Date(object.storedAt.getTime() - ms)
  }
  // safe: publishes and sweeps put, get, list and delete, and nothing else
  return { objects, written, age, store: store as unknown as ObjectStore }
}
