import { type Commands, exactly, float, integer, printed } from '../command.ts'
import type { Keyspace } from '../keyspace.ts'
import { RedisError } from '../replies.ts'

export const counterCommands: Commands = {
  incr: exactly(1, (db, key) => add(db, key, 1)),
  decr: exactly(1, (db, key) => add(db, key, -1)),
  incrby: exactly(2, (db, key, amount) => add(db, key, integer(amount))),
  decrby: exactly(2, (db, key, amount) => add(db, key, -integer(amount))),
  incrbyfloat: exactly(2, (db, key, amount) => {
    const value = printed(float(db.find(key, 'string') ?? '0') + float(amount))
    db.replace(key, 'string', value)
    return value
  }),
}

function add(db: Keyspace, key: string, amount: number): number {
  const value = integer(db.find(key, 'string') ?? '0') + amount
  if (!Number.isSafeInteger(value)) throw new RedisError('ERR increment or decrement would overflow')
  db.replace(key, 'string', String(value))
  return value
}
