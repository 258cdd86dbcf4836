import { integer, SYNTAX_ERROR } from './command.ts'
import { RedisError } from './replies.ts'

const MOMENTS: Record<string, (amount: number, now: number) => number> = {
  EX: (seconds, now) => now + seconds * 1_000,
  PX: (ms, now) => now + ms,
  EXAT: (seconds) => seconds * 1_000,
  PXAT: (ms) => ms,
}

/** The moment meant by a pair such as EX 60 or PXAT 1700000000000. */
export function readExpiry(now: number, [word = '', amount = '']: string[]): number {
  const moment = MOMENTS[word.toUpperCase()]
  if (!moment) throw new RedisError(SYNTAX_ERROR)
  const value = integer(amount)
  if (value <= 0) throw new RedisError("ERR invalid expire time in 'set' command")
  return moment(value, now)
}
