import { atLeast, type Commands, exactly, integer, pairs, readWords } from '../command.ts'
import { readExpiry } from '../expiry.ts'
import type { Keyspace } from '../keyspace.ts'
import { OK, RedisError, type Reply } from '../replies.ts'

export const stringCommands: Commands = {
  get: exactly(1, (db, key) => db.find(key, 'string') ?? null),
  set: atLeast(2, (db, key, value, ...options) => set(db, key, value, options)),
  setex: exactly(3, (db, key, seconds, value) => set(db, key, value, ['EX', seconds])),
  psetex: exactly(3, (db, key, ms, value) => set(db, key, value, ['PX', ms])),
  setnx: exactly(2, (db, key, value) => (set(db, key, value, ['NX']) === null ? 0 : 1)),
  getset: exactly(2, (db, key, value) => set(db, key, value, ['GET'])),
  getdel: exactly(1, (db, key) => {
    const value = db.find(key, 'string') ?? null
    db.delete(key)
    return value
  }),
  getex: atLeast(1, (db, key, ...options) => {
    const value = db.find(key, 'string')
    if (value === undefined) return null
    if (options[0]?.toUpperCase() === 'PERSIST') db.expire(key, undefined)
    else if (options.length > 0) db.expire(key, readExpiry(db.now(), options))
    return value
  }),
  mget: atLeast(1, (db, ...keys) =>
    keys.map((key) => (db.typeOf(key) === 'string' ? (db.find(key, 'string') ?? null) : null)),
  ),
  mset: atLeast(2, (db, ...args) => {
    for (const [key, value] of pairs(args)) db.store(key, 'string', value)
    return OK
  }),
  msetnx: atLeast(2, (db, ...args) => {
    const entries = pairs(args)
    if (entries.some(([key]) => db.has(key))) return 0
    for (const [key, value] of entries) db.store(key, 'string', value)
    return 1
  }),
  append: exactly(2, (db, key, tail) => {
    const value = (db.find(key, 'string') ?? '') + tail
    db.replace(key, 'string', value)
    return bytes(value).length
  }),
  strlen: exactly(1, (db, key) => bytes(db.find(key, 'string') ?? '').length),
  getrange: exactly(3, (db, key, start, stop) => {
    const value = bytes(db.find(key, 'string') ?? '')
    const last = integer(stop)
    return value.subarray(integer(start), last === -1 ? undefined : last + 1).toString()
  }),
  setrange: exactly(3, (db, key, offset, patch) => {
    const old = bytes(db.find(key, 'string') ?? '')
    const at = integer(offset)
    if (at < 0) throw new RedisError('ERR offset is out of range')
    const value = Buffer.alloc(Math.max(old.length, at + bytes(patch).length))
    old.copy(value)
    bytes(patch).copy(value, at)
    db.replace(key, 'string', value.toString())
    return value.length
  }),
}

function set(db: Keyspace, key: string, value: string, options: string[]): Reply {
  const { flags, values } = readWords(options, {
    flags: ['NX', 'XX', 'GET', 'KEEPTTL'],
    values: { EX: 1, PX: 1, EXAT: 1, PXAT: 1 },
  })
  const old = flags.has('GET') ? db.find(key, 'string') : undefined
  const isKept = (flags.has('NX') && db.has(key)) || (flags.has('XX') && !db.has(key))
  const answer = flags.has('GET') ? (old ?? null) : OK
  if (isKept) return flags.has('GET') ? answer : null

  const [expiry] = values
  const expiresAt = expiry ? readExpiry(db.now(), [expiry[0], ...expiry[1]]) : undefined
  db.store(key, 'string', value, flags.has('KEEPTTL') ? db.expiryOf(key) : expiresAt)
  return answer
}

function bytes(text: string): Buffer {
  return Buffer.from(text)
}
