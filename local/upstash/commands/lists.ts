import {
  atLeast,
  between,
  type Commands,
  exactly,
  integer,
  readWords,
  SYNTAX_ERROR,
  stretch,
} from '../command.ts'
import type { Keyspace } from '../keyspace.ts'
import { OK, RedisError, type Reply } from '../replies.ts'

export const listCommands: Commands = {
  lpush: atLeast(2, (db, key, ...items) => push(db, key, items, true)),
  rpush: atLeast(2, (db, key, ...items) => push(db, key, items, false)),
  lpushx: atLeast(2, (db, key, ...items) => (db.find(key, 'list') ? push(db, key, items, true) : 0)),
  rpushx: atLeast(2, (db, key, ...items) => (db.find(key, 'list') ? push(db, key, items, false) : 0)),
  lpop: between(1, 2, (db, key, count) => popReply(db, key, count, true)),
  rpop: between(1, 2, (db, key, count) => popReply(db, key, count, false)),
  llen: exactly(1, (db, key) => listOf(db, key).length),
  lrange: exactly(3, (db, key, start, stop) => stretch(listOf(db, key), start, stop)),
  lindex: exactly(2, (db, key, index) => listOf(db, key).at(integer(index)) ?? null),
  lset: exactly(3, (db, key, index, item) => {
    const list = db.find(key, 'list')
    if (!list) throw new RedisError('ERR no such key')
    const at = integer(index)
    const position = at < 0 ? list.length + at : at
    if (list[position] === undefined) throw new RedisError('ERR index out of range')
    list[position] = item
    return OK
  }),
  ltrim: exactly(3, (db, key, start, stop) => {
    if (db.find(key, 'list')) db.replace(key, 'list', stretch(listOf(db, key), start, stop))
    return OK
  }),
  lrem: exactly(3, (db, key, count, item) => {
    const list = listOf(db, key)
    const wanted = integer(count)
    const matching = list.flatMap((other, index) => (other === item ? [index] : []))
    const removed = wanted < 0 ? matching.slice(wanted) : matching.slice(0, wanted || undefined)
    if (removed.length > 0)
      db.replace(
        key,
        'list',
        list.filter((_, index) => !removed.includes(index)),
      )
    return removed.length
  }),
  linsert: exactly(4, (db, key, side, pivot, item) => {
    const list = listOf(db, key)
    const at = list.indexOf(pivot)
    if (list.length === 0 || at < 0) return list.length === 0 ? 0 : -1
    list.splice(side.toUpperCase() === 'AFTER' ? at + 1 : at, 0, item)
    return list.length
  }),
  lpos: atLeast(2, (db, key, item, ...options) => {
    const { values } = readWords(options, { values: { RANK: 1, COUNT: 1, MAXLEN: 1 } })
    const places = listOf(db, key).flatMap((other, index) => (other === item ? [index] : []))
    const rank = integer(values.get('RANK')?.[0] ?? '1')
    const ranked = rank < 0 ? places.reverse().slice(-rank - 1) : places.slice(rank - 1)
    const count = values.get('COUNT')?.[0]
    return count === undefined ? (ranked[0] ?? null) : ranked.slice(0, integer(count) || undefined)
  }),
  lmove: exactly(4, (db, from, to, side, otherSide) => move(db, from, to, isLeft(side), isLeft(otherSide))),
  rpoplpush: exactly(2, (db, from, to) => move(db, from, to, false, true)),
}

function listOf(db: Keyspace, key: string): string[] {
  return db.find(key, 'list') ?? []
}

function push(db: Keyspace, key: string, items: string[], isFront: boolean): number {
  const list = db.open(key, 'list')
  if (isFront) list.unshift(...items.toReversed())
  else list.push(...items)
  return list.length
}

function popReply(db: Keyspace, key: string, count: string | undefined, isFront: boolean): Reply {
  if (!db.find(key, 'list')) return null
  const popped = pop(db, key, count === undefined ? 1 : integer(count), isFront)
  return count === undefined ? (popped[0] ?? null) : popped
}

function pop(db: Keyspace, key: string, count: number, isFront: boolean): string[] {
  const list = listOf(db, key)
  const popped = isFront ? list.splice(0, count) : list.splice(Math.max(0, list.length - count)).reverse()
  db.tidy(key)
  return popped
}

function move(
  db: Keyspace,
  from: string,
  to: string,
  isFromFront: boolean,
  isToFront: boolean,
): string | null {
  const [item] = pop(db, from, 1, isFromFront)
  if (item === undefined) return null
  push(db, to, [item], isToFront)
  return item
}

function isLeft(side: string): boolean {
  const word = side.toUpperCase()
  if (word !== 'LEFT' && word !== 'RIGHT') throw new RedisError(SYNTAX_ERROR)
  return word === 'LEFT'
}
