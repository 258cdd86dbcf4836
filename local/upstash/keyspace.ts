import { RedisError } from './replies.ts'

type Values = {
  string: string
  hash: Map<string, string>
  set: Set<string>
  zset: Map<string, number>
  list: string[]
}

export type ValueType = keyof Values

type Entry = { type: ValueType; value: Values[ValueType]; expiresAt: number | undefined }

const EMPTY: { [Type in ValueType]: () => Values[Type] } = {
  string: () => '',
  hash: () => new Map(),
  set: () => new Set(),
  zset: () => new Map(),
  list: () => [],
}

export type Keyspace = ReturnType<typeof createKeyspace>

/** The keys of one database; an expired key is gone the moment somebody looks. */
export function createKeyspace(now: () => number) {
  const entries = new Map<string, Entry>()

  function look(key: string): Entry | undefined {
    const entry = entries.get(key)
    if (entry?.expiresAt === undefined || entry.expiresAt > now()) return entry
    entries.delete(key)
    return undefined
  }

  function find<Type extends ValueType>(key: string, type: Type): Values[Type] | undefined {
    const entry = look(key)
    if (!entry) return undefined
    if (entry.type !== type) {
      throw new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value')
    }
    return entry.value as Values[Type] // safe: an entry's type names the type of its value.
  }

  function store<Type extends ValueType>(
    key: string,
    type: Type,
    value: Values[Type],
    expiresAt?: number,
  ): void {
    if (expiresAt !== undefined && expiresAt <= now()) entries.delete(key)
    else entries.set(key, { type, value, expiresAt })
  }

  return {
    now,
    find,
    store,
    /** The value under a key, made empty if there is none. */
    open<Type extends ValueType>(key: string, type: Type): Values[Type] {
      const found = find(key, type)
      if (found !== undefined) return found
      const value = EMPTY[type]()
      store(key, type, value)
      return value
    },
    /** Replaces the value and leaves the expiry alone; an empty collection takes its key along. */
    replace<Type extends ValueType>(key: string, type: Type, value: Values[Type]): void {
      if (sizeOf(value) === 0 && type !== 'string') entries.delete(key)
      else store(key, type, value, look(key)?.expiresAt)
    },
    /** Removes the key if its collection has become empty. */
    tidy(key: string): void {
      const entry = look(key)
      if (entry && entry.type !== 'string' && sizeOf(entry.value) === 0) entries.delete(key)
    },
    has: (key: string) => look(key) !== undefined,
    typeOf: (key: string) => look(key)?.type,
    expiryOf: (key: string) => look(key)?.expiresAt,
    expire(key: string, expiresAt: number | undefined): void {
      const entry = look(key)
      if (entry) store(key, entry.type, entry.value, expiresAt)
    },
    delete: (key: string) => look(key) !== undefined && entries.delete(key),
    move(from: string, to: string): void {
      const entry = look(from)
      if (!entry) throw new RedisError('ERR no such key')
      entries.delete(from)
      entries.set(to, entry)
    },
    keys: () => [...entries.keys()].filter((key) => look(key) !== undefined),
    clear: () => entries.clear(),
  }
}

function sizeOf(value: Values[ValueType]): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : value.size
}
