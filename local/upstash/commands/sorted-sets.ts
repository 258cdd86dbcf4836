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
  SYNTAX_ERROR,
  stretch,
} from '../command.ts'
import type { Keyspace } from '../keyspace.ts'
import { globToRegExp } from '../patterns.ts'
import { RedisError, type Reply } from '../replies.ts'
import { readSources, type Scored, sorted, withinNames, withinScores } from '../sorted-sets.ts'

export const sortedSetCommands: Commands = {
  zadd: atLeast(3, (db, key, ...args) => add(db, key, args)),
  zincrby: exactly(3, (db, key, amount, member) => {
    const score = (db.find(key, 'zset')?.get(member) ?? 0) + float(amount)
    db.open(key, 'zset').set(member, score)
    return printed(score)
  }),
  zscore: exactly(2, (db, key, member) => scoreReply(db.find(key, 'zset')?.get(member))),
  zmscore: atLeast(2, (db, key, ...members) => {
    const set = db.find(key, 'zset')
    return members.map((member) => scoreReply(set?.get(member)))
  }),
  zcard: exactly(1, (db, key) => db.find(key, 'zset')?.size ?? 0),
  zcount: exactly(3, (db, key, min, max) => sorted(db, key).filter(withinScores(min, max)).length),
  zlexcount: exactly(3, (db, key, min, max) => sorted(db, key).filter(withinNames(min, max)).length),
  zrank: exactly(2, (db, key, member) => rank(sorted(db, key), member)),
  zrevrank: exactly(2, (db, key, member) => rank(sorted(db, key).reverse(), member)),
  zrange: atLeast(3, (db, key, start, stop, ...options) => range(db, key, [start, stop], options)),
  zrevrange: between(3, 4, (db, key, start, stop, ...options) =>
    range(db, key, [start, stop], ['REV', ...options]),
  ),
  zrangebyscore: atLeast(3, (db, key, min, max, ...options) =>
    range(db, key, [min, max], ['BYSCORE', ...options]),
  ),
  zrevrangebyscore: atLeast(3, (db, key, max, min, ...options) =>
    range(db, key, [max, min], ['BYSCORE', 'REV', ...options]),
  ),
  zrangebylex: atLeast(3, (db, key, min, max, ...options) =>
    range(db, key, [min, max], ['BYLEX', ...options]),
  ),
  zrangestore: atLeast(4, (db, to, key, start, stop, ...options) =>
    keep(db, to, select(db, key, [start, stop], options).members),
  ),
  zrem: atLeast(2, (db, key, ...members) => remove(db, key, members)),
  zremrangebyscore: exactly(3, (db, key, min, max) =>
    removeScored(db, key, sorted(db, key).filter(withinScores(min, max))),
  ),
  zremrangebyrank: exactly(3, (db, key, start, stop) =>
    removeScored(db, key, stretch(sorted(db, key), start, stop)),
  ),
  zremrangebylex: exactly(3, (db, key, min, max) =>
    removeScored(db, key, sorted(db, key).filter(withinNames(min, max))),
  ),
  zpopmin: between(1, 2, (db, key, count) => pop(db, key, sorted(db, key), count)),
  zpopmax: between(1, 2, (db, key, count) => pop(db, key, sorted(db, key).reverse(), count)),
  zunion: atLeast(2, (db, ...args) => combineReply(db, args, false)),
  zinter: atLeast(2, (db, ...args) => combineReply(db, args, true)),
  zunionstore: atLeast(3, (db, to, ...args) => keep(db, to, combine(db, args, false))),
  zinterstore: atLeast(3, (db, to, ...args) => keep(db, to, combine(db, args, true))),
  zscan: atLeast(2, (db, key, _cursor, ...options) => {
    const { values } = readWords(options, { values: { MATCH: 1, COUNT: 1 } })
    const pattern = globToRegExp(values.get('MATCH')?.[0] ?? '*')
    return [
      '0',
      membersReply(
        sorted(db, key).filter(([member]) => pattern.test(member)),
        true,
      ),
    ]
  }),
}

const ADD_FLAGS = ['NX', 'XX', 'GT', 'LT', 'CH', 'INCR']

function add(db: Keyspace, key: string, args: string[]): Reply {
  const firstScore = args.findIndex((word) => !ADD_FLAGS.includes(word.toUpperCase()))
  const flags = new Set(args.slice(0, firstScore).map((word) => word.toUpperCase()))
  const entries = pairs(args.slice(firstScore)).map(([score, member]): Scored => [member, float(score)])
  if (firstScore < 0 || entries.length === 0) throw new RedisError(SYNTAX_ERROR)

  const set = db.open(key, 'zset')
  const known = set.size
  const changed = entries.filter(([member, score]) => addOne(set, member, score, flags)).length
  const added = set.size - known
  db.tidy(key)
  if (flags.has('INCR')) return changed > 0 ? scoreReply(set.get(entries[0]?.[0] ?? '')) : null
  return flags.has('CH') ? changed : added
}

function addOne(set: Map<string, number>, member: string, score: number, flags: Set<string>): boolean {
  const old = set.get(member)
  const wanted = flags.has('INCR') ? (old ?? 0) + score : score
  if (old === undefined ? flags.has('XX') : flags.has('NX')) return false
  if (old !== undefined && flags.has('GT') && wanted <= old) return false
  if (old !== undefined && flags.has('LT') && wanted >= old) return false
  set.set(member, wanted)
  return old !== wanted
}

function range(db: Keyspace, key: string, bounds: [string, string], options: string[]): Reply {
  const { members, withScores } = select(db, key, bounds, options)
  return membersReply(members, withScores)
}

/** What ZRANGE means by its bounds and words; with REV and BYSCORE or BYLEX the greater bound comes first. */
function select(db: Keyspace, key: string, [start, stop]: [string, string], options: string[]) {
  const { flags, values } = readWords(options, {
    flags: ['BYSCORE', 'BYLEX', 'REV', 'WITHSCORES'],
    values: { LIMIT: 2 },
  })
  const [low, high] = flags.has('REV') ? [stop, start] : [start, stop]
  const all = flags.has('REV') ? sorted(db, key).reverse() : sorted(db, key)
  const within = flags.has('BYSCORE') ? withinScores : flags.has('BYLEX') ? withinNames : undefined
  const found = within ? all.filter(within(low, high)) : stretch(all, start, stop)

  const [offset = '0', count = '-1'] = values.get('LIMIT') ?? []
  const from = integer(offset)
  const members = integer(count) < 0 ? found.slice(from) : found.slice(from, from + integer(count))
  return { members, withScores: flags.has('WITHSCORES') }
}

function combineReply(db: Keyspace, args: string[], isInBoth: boolean): Reply {
  const withScores = args.at(-1)?.toUpperCase() === 'WITHSCORES'
  return membersReply(combine(db, withScores ? args.slice(0, -1) : args, isInBoth), withScores)
}

function combine(db: Keyspace, args: string[], isInBoth: boolean): Scored[] {
  const { keys, weights, aggregate, rest } = readSources(args)
  if (rest.length > 0) throw new RedisError(SYNTAX_ERROR)
  const scores = new Map<string, number[]>()
  for (const [index, key] of keys.entries()) {
    for (const [member, score] of sorted(db, key)) {
      scores.set(member, [...(scores.get(member) ?? []), score * (weights[index] ?? 1)])
    }
  }
  const found = [...scores].filter(([, values]) => !isInBoth || values.length === keys.length)
  return found
    .map(([member, values]): Scored => [member, total(values, aggregate)])
    .sort((one, other) => one[1] - other[1])
}

function total(values: number[], aggregate: string): number {
  if (aggregate === 'MIN') return Math.min(...values)
  if (aggregate === 'MAX') return Math.max(...values)
  return values.reduce((sum, value) => sum + value, 0)
}

function keep(db: Keyspace, key: string, members: Scored[]): number {
  db.delete(key)
  db.replace(key, 'zset', new Map(members))
  return members.length
}

function pop(db: Keyspace, key: string, members: Scored[], count = '1'): Reply {
  const popped = members.slice(0, integer(count))
  removeScored(db, key, popped)
  return membersReply(popped, true)
}

function removeScored(db: Keyspace, key: string, members: Scored[]): number {
  return remove(
    db,
    key,
    members.map(([member]) => member),
  )
}

function remove(db: Keyspace, key: string, members: string[]): number {
  const set = db.find(key, 'zset')
  const removed = members.filter((member) => set?.delete(member)).length
  db.tidy(key)
  return removed
}

function rank(members: Scored[], wanted: string): number | null {
  const at = members.findIndex(([member]) => member === wanted)
  return at < 0 ? null : at
}

function membersReply(members: Scored[], withScores: boolean): Reply {
  return members.flatMap(([member, score]) => (withScores ? [member, printed(score)] : [member]))
}

function scoreReply(score: number | undefined): string | null {
  return score === undefined ? null : printed(score)
}
