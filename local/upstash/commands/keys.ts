import { atLeast, between, type Commands, exactly, integer, readWords } from '../command.ts'
import type { Keyspace } from '../keyspace.ts'
import { globToRegExp } from '../patterns.ts'
import { OK, type Reply } from '../replies.ts'

export const keyCommands: Commands = {
  del: atLeast(1, (db, ...keys) => keys.filter((key) => db.delete(key)).length),
  unlink: atLeast(1, (db, ...keys) => keys.filter((key) => db.delete(key)).length),
  exists: atLeast(1, (db, ...keys) => keys.filter((key) => db.has(key)).length),
  touch: atLeast(1, (db, ...keys) => keys.filter((key) => db.has(key)).length),
  type: exactly(1, (db, key) => ({ status: db.typeOf(key) ?? 'none' })),
  keys: exactly(1, (db, glob) => matching(db, glob)),
  scan: atLeast(1, (db, _cursor, ...options) => {
    const { values } = readWords(options, { values: { MATCH: 1, COUNT: 1, TYPE: 1 } })
    const type = values.get('TYPE')?.[0]
    return [
      '0',
      matching(db, values.get('MATCH')?.[0] ?? '*').filter((key) => !type || db.typeOf(key) === type),
    ]
  }),
  randomkey: exactly(0, (db) => db.keys().sort(() => Math.random() - 0.5)[0] ?? null),
  rename: exactly(2, (db, from, to) => {
    db.move(from, to)
    return OK
  }),
  renamenx: exactly(2, (db, from, to) => {
    if (db.has(to)) return 0
    db.move(from, to)
    return 1
  }),
  expire: between(2, 3, (db, key, seconds, when) =>
    expire(db, key, db.now() + integer(seconds) * 1_000, when),
  ),
  pexpire: between(2, 3, (db, key, ms, when) => expire(db, key, db.now() + integer(ms), when)),
  expireat: between(2, 3, (db, key, seconds, when) => expire(db, key, integer(seconds) * 1_000, when)),
  pexpireat: between(2, 3, (db, key, ms, when) => expire(db, key, integer(ms), when)),
  persist: exactly(1, (db, key) => {
    if (db.expiryOf(key) === undefined) return 0
    db.expire(key, undefined)
    return 1
  }),
  ttl: exactly(1, (db, key) => remaining(db, key, (expiresAt) => Math.ceil((expiresAt - db.now()) / 1_000))),
  pttl: exactly(1, (db, key) => remaining(db, key, (expiresAt) => expiresAt - db.now())),
  expiretime: exactly(1, (db, key) => remaining(db, key, (expiresAt) => Math.floor(expiresAt / 1_000))),
  pexpiretime: exactly(1, (db, key) => remaining(db, key, (expiresAt) => expiresAt)),
}

function matching(db: Keyspace, glob: string): string[] {
  const pattern = globToRegExp(glob)
  return db.keys().filter((key) => pattern.test(key))
}

/** GT and LT take a key that never expires for one that expires at the end of time. */
const CONDITIONS: Record<string, (wanted: number, old: number | undefined) => boolean> = {
  NX: (_wanted, old) => old === undefined,
  XX: (_wanted, old) => old !== undefined,
  GT: (wanted, old) => old !== undefined && wanted > old,
  LT: (wanted, old) => old === undefined || wanted < old,
}

function expire(db: Keyspace, key: string, expiresAt: number, when: string | undefined): Reply {
  const isAllowed = CONDITIONS[when?.toUpperCase() ?? '']
  if (!db.has(key) || (isAllowed && !isAllowed(expiresAt, db.expiryOf(key)))) return 0
  db.expire(key, expiresAt)
  return 1
}

function remaining(db: Keyspace, key: string, read: (expiresAt: number) => number): number {
  if (!db.has(key)) return -2
  const expiresAt = db.expiryOf(key)
  return expiresAt === undefined ? -1 : read(expiresAt)
}
