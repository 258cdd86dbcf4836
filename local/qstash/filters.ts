import { readList } from './delivery-options.ts'
import type { Message } from './message.ts'

/** The values asked for by query name; several values of a name mean "any of them", several names "all of them". */
export type Filter = Map<string, string[]>

type Subject = Pick<
  Message,
  'messageId' | 'url' | 'topicName' | 'queueName' | 'scheduleId' | 'callerIp' | 'headers'
>

const FIELDS: Record<string, (subject: Subject) => (string | undefined)[]> = {
  messageId: (subject) => [subject.messageId],
  messageIds: (subject) => [subject.messageId],
  url: (subject) => [subject.url],
  host: (subject) => [URL.parse(subject.url)?.host],
  path: (subject) => [URL.parse(subject.url)?.pathname],
  topicName: (subject) => [subject.topicName],
  queueName: (subject) => [subject.queueName],
  scheduleId: (subject) => [subject.scheduleId],
  callerIp: (subject) => [subject.callerIp],
  callerIP: (subject) => [subject.callerIp],
  flowControlKey: (subject) => [subject.headers['upstash-flow-control-key']],
  label: (subject) => readList(subject.headers['upstash-label']),
}

/** Reads the filter of a request; a value may be repeated or comma-separated. */
export function readFilter(url: string): Filter {
  const filter: Filter = new Map()
  for (const [name, value] of new URL(url).searchParams) {
    filter.set(name, [...(filter.get(name) ?? []), value, ...readList(value)])
  }
  return filter
}

/** Whether a message of the given time is meant; names that are no filter, such as count, are passed over. */
export function matches(filter: Filter, subject: Subject, time: number): boolean {
  const from = Number(first(filter, 'fromDate') ?? Number.NEGATIVE_INFINITY)
  const to = Number(first(filter, 'toDate') ?? Number.POSITIVE_INFINITY)
  if (time < from || time > to) return false

  return [...filter].every(([name, wanted]) => {
    const values = FIELDS[name]?.(subject)
    return !values || values.some((value) => value !== undefined && wanted.includes(value))
  })
}

export function first(filter: Filter, name: string): string | undefined {
  return filter.get(name)?.[0]
}

/** How many entries a page may hold. */
export function pageSize(filter: Filter): number {
  const count = Number(first(filter, 'count') ?? 100)
  return Number.isInteger(count) && count > 0 ? Math.min(count, 1_000) : 100
}
