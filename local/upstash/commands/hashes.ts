import {
  atLeast,
  between,
  type Commands,
  exactly,
  float,
  integer,
  pairs,
  printed,
  readWords,
} from '../command.ts'
import type { Keyspace } from '../keyspace.ts'
import { globToRegExp } from '../patterns.ts'
import { OK } from '../replies.ts'

export const hashCommands: Commands = {
  hset: atLeast(3, (db, key, ...args) => {
    const entries = pairs(args)
    const hash = db.open(key, 'hash')
    const known = hash.size
    for (const [field, value] of entries) hash.set(field, value)
    return hash.size - known
  }),
  hmset: atLeast(3, (db, key, ...args) => {
    const entries = pairs(args)
    const hash = db.open(key, 'hash')
    for (const [field, value] of entries) hash.set(field, value)
    return OK
  }),
  hsetnx: exactly(3, (db, key, field, value) => {
    const hash = db.open(key, 'hash')
    if (hash.has(field)) return 0
    hash.set(field, value)
    return 1
  }),
  hget: exactly(2, (db, key, field) => db.find(key, 'hash')?.get(field) ?? null),
  hmget: atLeast(2, (db, key, ...fields) => {
    const hash = db.find(key, 'hash')
    return fields.map((field) => hash?.get(field) ?? null)
  }),
  hgetall: exactly(1, (db, key) => entriesOf(db, key).flat()),
  hkeys: exactly(1, (db, key) => entriesOf(db, key).map(([field]) => field)),
  hvals: exactly(1, (db, key) => entriesOf(db, key).map(([, value]) => value)),
  hlen: exactly(1, (db, key) => db.find(key, 'hash')?.size ?? 0),
  hexists: exactly(2, (db, key, field) => Number(db.find(key, 'hash')?.has(field) ?? false)),
  hstrlen: exactly(2, (db, key, field) => Buffer.byteLength(db.find(key, 'hash')?.get(field) ?? '')),
  hdel: atLeast(2, (db, key, ...fields) => {
    const hash = db.find(key, 'hash')
    const deleted = fields.filter((field) => hash?.delete(field)).length
    db.tidy(key)
    return deleted
  }),
  hincrby: exactly(3, (db, key, field, amount) => {
    const value = integer(db.find(key, 'hash')?.get(field) ?? '0') + integer(amount)
    db.open(key, 'hash').set(field, String(value))
    return value
  }),
  hincrbyfloat: exactly(3, (db, key, field, amount) => {
    const value = printed(float(db.find(key, 'hash')?.get(field) ?? '0') + float(amount))
    db.open(key, 'hash').set(field, value)
    return value
  }),
  hrandfield: between(1, 3, (db, key, count, withValues) => {
    const entries = entriesOf(db, key).sort(() => Math.random() - 0.5)
    if (count === undefined) return entries[0]?.[0] ?? null
    const picked = entries.slice(0, Math.abs(integer(count)))
    return withValues ? picked.flat() : picked.map(([field]) => field)
  }),
  hscan: atLeast(2, (db, key, _cursor, ...options) => {
    const { values } = readWords(options, { values: { MATCH: 1, COUNT: 1 } })
    const pattern = globToRegExp(values.get('MATCH')?.[0] ?? '*')
    return [
      '0',
      entriesOf(db, key)
        .filter(([field]) => pattern.test(field))
        .flat(),
    ]
  }),
}

function entriesOf(db: Keyspace, key: string): [string, string][] {
  return [...(db.find(key, 'hash') ?? [])]
}
