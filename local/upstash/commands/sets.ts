import { atLeast, between, type Commands, exactly, integer, readWords } from '../command.ts'
import type { Keyspace } from '../keyspace.ts'
import { globToRegExp } from '../patterns.ts'

type Combine = (sets: Set<string>[]) => Set<string>

const union: Combine = (sets) => new Set(sets.flatMap((set) => [...set]))
const intersection: Combine = ([first = new Set(), ...rest]) =>
  new Set([...first].filter((member) => rest.every((set) => set.has(member))))
const difference: Combine = ([first = new Set(), ...rest]) =>
  new Set([...first].filter((member) => rest.every((set) => !set.has(member))))

export const setCommands: Commands = {
  sadd: atLeast(2, (db, key, ...members) => {
    const set = db.open(key, 'set')
    const known = set.size
    for (const member of members) set.add(member)
    return set.size - known
  }),
  srem: atLeast(2, (db, key, ...members) => {
    const set = db.find(key, 'set')
    const removed = members.filter((member) => set?.delete(member)).length
    db.tidy(key)
    return removed
  }),
  smembers: exactly(1, (db, key) => [...setOf(db, key)]),
  scard: exactly(1, (db, key) => setOf(db, key).size),
  sismember: exactly(2, (db, key, member) => Number(setOf(db, key).has(member))),
  smismember: atLeast(2, (db, key, ...members) => {
    const set = setOf(db, key)
    return members.map((member) => Number(set.has(member)))
  }),
  smove: exactly(3, (db, from, to, member) => {
    if (!db.find(from, 'set')?.delete(member)) return 0
    db.open(to, 'set').add(member)
    db.tidy(from)
    return 1
  }),
  spop: between(1, 2, (db, key, count) => {
    const picked = pick(db, key, count)
    for (const member of picked) db.find(key, 'set')?.delete(member)
    db.tidy(key)
    return count === undefined ? (picked[0] ?? null) : picked
  }),
  srandmember: between(1, 2, (db, key, count) => {
    const picked = pick(db, key, count)
    return count === undefined ? (picked[0] ?? null) : picked
  }),
  sunion: atLeast(1, (db, ...keys) => [...combine(db, keys, union)]),
  sinter: atLeast(1, (db, ...keys) => [...combine(db, keys, intersection)]),
  sdiff: atLeast(1, (db, ...keys) => [...combine(db, keys, difference)]),
  sunionstore: atLeast(2, (db, to, ...keys) => keep(db, to, combine(db, keys, union))),
  sinterstore: atLeast(2, (db, to, ...keys) => keep(db, to, combine(db, keys, intersection))),
  sdiffstore: atLeast(2, (db, to, ...keys) => keep(db, to, combine(db, keys, difference))),
  sscan: atLeast(2, (db, key, _cursor, ...options) => {
    const { values } = readWords(options, { values: { MATCH: 1, COUNT: 1 } })
    const pattern = globToRegExp(values.get('MATCH')?.[0] ?? '*')
    return ['0', [...setOf(db, key)].filter((member) => pattern.test(member))]
  }),
}

function setOf(db: Keyspace, key: string): Set<string> {
  return db.find(key, 'set') ?? new Set()
}

function combine(db: Keyspace, keys: string[], how: Combine): Set<string> {
  return how(keys.map((key) => setOf(db, key)))
}

function keep(db: Keyspace, key: string, members: Set<string>): number {
  db.delete(key)
  db.replace(key, 'set', new Set(members))
  return members.size
}

function pick(db: Keyspace, key: string, count = '1'): string[] {
  return [...setOf(db, key)].sort(() => Math.random() - 0.5).slice(0, Math.abs(integer(count)))
}
