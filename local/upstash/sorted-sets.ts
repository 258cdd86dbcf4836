import { float, integer, SYNTAX_ERROR } from './command.ts'
import type { Keyspace } from './keyspace.ts'
import { RedisError } from './replies.ts'

export type Scored = [member: string, score: number]

/** The members by score, then by name. */
export function sorted(db: Keyspace, key: string): Scored[] {
  return [...(db.find(key, 'zset') ?? [])].sort(
    ([one, score], [other, otherScore]) => score - otherScore || compareText(one, other),
  )
}

/** Whether a score lies between two bounds such as 5, (5 and -inf. */
export function withinScores(min: string, max: string): (scored: Scored) => boolean {
  const isAbove = scoreBound(min, (score, bound, isOpen) => (isOpen ? score > bound : score >= bound))
  const isBelow = scoreBound(max, (score, bound, isOpen) => (isOpen ? score < bound : score <= bound))
  return ([, score]) => isAbove(score) && isBelow(score)
}

/** Whether a member lies between two bounds such as [a, (a, - and +. */
export function withinNames(min: string, max: string): (scored: Scored) => boolean {
  const low = nameBound(min)
  const high = nameBound(max)
  return ([member]) => isAfter(member, low) && isBefore(member, high)
}

function scoreBound(bound: string, compare: (score: number, bound: number, isOpen: boolean) => boolean) {
  const isOpen = bound.startsWith('(')
  const value = float(isOpen ? bound.slice(1) : bound)
  return (score: number) => compare(score, value, isOpen)
}

type NameBound = { text: string; isOpen: boolean; end: '-' | '+' | undefined }

function nameBound(bound: string): NameBound {
  if (bound === '-' || bound === '+') return { text: '', isOpen: false, end: bound }
  if (!/^[[(]/.test(bound)) throw new RedisError('ERR min or max not valid string range item')
  return { text: bound.slice(1), isOpen: bound.startsWith('('), end: undefined }
}

function isAfter(member: string, { text, isOpen, end }: NameBound): boolean {
  if (end) return end === '-'
  return isOpen ? member > text : member >= text
}

function isBefore(member: string, { text, isOpen, end }: NameBound): boolean {
  if (end) return end === '+'
  return isOpen ? member < text : member <= text
}

export function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** The keys, weights and aggregate of ZUNION and its kin: numkeys key… [WEIGHTS w…] [AGGREGATE SUM|MIN|MAX]. */
export function readSources(args: string[]): {
  keys: string[]
  weights: number[]
  aggregate: string
  rest: string[]
} {
  const count = integer(args[0] ?? '')
  const keys = args.slice(1, 1 + count)
  if (count < 1 || keys.length < count) throw new RedisError(SYNTAX_ERROR)
  const rest = args.slice(1 + count)
  const weightsAt = rest.findIndex((word) => word.toUpperCase() === 'WEIGHTS')
  const weights =
    weightsAt < 0
      ? []
      : rest
          .splice(weightsAt, 1 + count)
          .slice(1)
          .map(float)
  const aggregateAt = rest.findIndex((word) => word.toUpperCase() === 'AGGREGATE')
  const aggregate = aggregateAt < 0 ? 'SUM' : (rest.splice(aggregateAt, 2)[1] ?? '').toUpperCase()
  return { keys, weights, aggregate, rest }
}
