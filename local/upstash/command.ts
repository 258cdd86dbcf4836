import type { Keyspace } from './keyspace.ts'
import { RedisError, type Reply } from './replies.ts'

type Run = (db: Keyspace, ...args: string[]) => Reply

/** A command and how many arguments it takes, its name not counted. */
export type Command = { min: number; max: number; run: Run }

export type Commands = Record<string, Command>

export function exactly(count: number, run: Run): Command {
  return { min: count, max: count, run }
}

export function between(min: number, max: number, run: Run): Command {
  return { min, max, run }
}

export function atLeast(min: number, run: Run): Command {
  return { min, max: Number.POSITIVE_INFINITY, run }
}

export const SYNTAX_ERROR = 'ERR syntax error'

export function integer(text: string): number {
  const value = Number(text)
  if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new RedisError('ERR value is not an integer or out of range')
  }
  return value
}

export function float(text: string): number {
  if (/^[+-]?inf(inity)?$/i.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value)) throw new RedisError('ERR value is not a valid float')
  return value
}

/** A number the way Redis prints it. */
export function printed(value: number): string {
  if (Number.isFinite(value)) return String(value)
  return value > 0 ? 'inf' : '-inf'
}

/** Arguments two by two. */
export function pairs(args: string[]): [string, string][] {
  if (args.length % 2 === 1) throw new RedisError('ERR wrong number of arguments')
  return args.flatMap((first, index) => {
    const second = args[index + 1]
    return index % 2 === 0 && second !== undefined ? [[first, second] as [string, string]] : [] // safe: literally a pair.
  })
}

/** The inclusive stretch Redis means by two indexes, which may count from the end. */
export function stretch<Item>(items: Item[], start: string, stop: string): Item[] {
  const last = integer(stop)
  return items.slice(integer(start), last === -1 ? undefined : last + 1)
}

/** Takes words such as NX and values such as COUNT 5 off a command's tail; anything else is a syntax error. */
export function readWords(args: string[], spec: { flags?: string[]; values?: Record<string, number> }) {
  const flags = new Set<string>()
  const values = new Map<string, string[]>()
  for (let at = 0; at < args.length; at += 1) {
    const word = (args[at] ?? '').toUpperCase()
    const count = spec.values?.[word]
    if (spec.flags?.includes(word)) {
      flags.add(word)
    } else if (count !== undefined && at + count < args.length) {
      values.set(word, args.slice(at + 1, at + 1 + count))
      at += count
    } else {
      throw new RedisError(SYNTAX_ERROR)
    }
  }
  return { flags, values }
}
