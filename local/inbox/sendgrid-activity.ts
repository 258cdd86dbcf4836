import type { Message } from './messages.ts'
import { findMailRecipients, type MailRecipient } from './sendgrid-recipients.ts'

/** One line of SendGrid's Email Activity: one message to one recipient. */
export type Activity = {
  from_email: string
  msg_id: string
  subject: string
  to_email: string
  status: string
  opens_count: number
  clicks_count: number
  last_event_time: string
}

type Condition = { field: string; argument: string | undefined; operator: string; value: string }

const FIELDS: Record<string, (activity: Activity) => string> = {
  from_email: (activity) => activity.from_email,
  msg_id: (activity) => activity.msg_id,
  subject: (activity) => activity.subject,
  to_email: (activity) => activity.to_email,
  status: (activity) => activity.status,
}

const CONDITION =
  /\s*\(?\s*(\w+)(?:\[(['"])(.+?)\2\])?\s*(=|!=|LIKE)\s*(?:"([^"]*)"|'([^']*)')\s*\)?\s*(AND\s+|$)/iy

/** The activity of the given mails that a query means; undefined when the query is not understood. */
export function findActivity(messages: Message[], query: string): Activity[] | undefined {
  const conditions = parseQuery(query)
  return conditions && messages.flatMap((message) => activityOf(message, conditions))
}

function activityOf(message: Message, conditions: Condition[]): Activity[] {
  return findMailRecipients(message)
    .map((recipient) => toActivity(message, recipient))
    .filter((activity) => conditions.every((condition) => fits(condition, activity, message.customArgs)))
}

function toActivity(message: Message, { email, messageId, isBouncing }: MailRecipient): Activity {
  return {
    from_email: message.from.email,
    msg_id: messageId,
    subject: message.subject,
    to_email: email,
    status: isBouncing ? 'not_delivered' : 'delivered',
    opens_count: 0,
    clicks_count: 0,
    last_event_time: `${new Date(message.receivedAt).toISOString().slice(0, 19)}Z`,
  }
}

/** Reads conditions such as to_email="x" AND unique_args['key']="value". */
function parseQuery(query: string): Condition[] | undefined {
  const conditions: Condition[] = []
  const pattern = new RegExp(CONDITION)
  while (query.trim() !== '' && pattern.lastIndex < query.length) {
    const [, field = '', , argument, operator = '', double, single] = pattern.exec(query) ?? []
    const isKnown = argument === undefined ? field in FIELDS : field === 'unique_args'
    if (!isKnown) return undefined
    conditions.push({ field, argument, operator: operator.toUpperCase(), value: double ?? single ?? '' })
  }
  return conditions
}

function fits(condition: Condition, activity: Activity, customArgs: Record<string, string>): boolean {
  const { field, argument, operator, value } = condition
  const actual = argument === undefined ? FIELDS[field]?.(activity) : customArgs[argument]
  if (operator === 'LIKE') return likeToRegExp(value).test(actual ?? '')
  const isSame = field === 'to_email' ? actual?.toLowerCase() === value.toLowerCase() : actual === value
  return operator === '=' ? isSame : !isSame
}

function likeToRegExp(pattern: string): RegExp {
  const source = pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('%', '.*')
  return new RegExp(`^${source}$`, 'is')
}
