import { bytesOf, type Row, textOf } from '../sqlite/database.ts'
import { type PublishHeaders, readDeliveryOptions } from './delivery-options.ts'

export type Message = {
  messageId: string
  url: string
  topicName: string | undefined
  endpointName: string | undefined
  queueName: string | undefined
  scheduleId: string | undefined
  callerIp: string
  headers: PublishHeaders
  body: Uint8Array<ArrayBuffer>
  createdAt: number
  dueAt: number
  retried: number
}

export type StoredMessage = Message & { seq: number }

/** The columns messages and dead letters have in common, in the order of messageValues. */
export const MESSAGE_COLUMNS =
  'message_id, url, topic_name, endpoint_name, queue_name, schedule_id, flow_key, caller_ip, headers, body, created_at, due_at, retried'

/** The values of MESSAGE_COLUMNS. */
export function messageValues(message: Message) {
  return [
    message.messageId,
    message.url,
    message.topicName ?? null,
    message.endpointName ?? null,
    message.queueName ?? null,
    message.scheduleId ?? null,
    readDeliveryOptions(message.headers).flow?.key ?? null,
    message.callerIp,
    JSON.stringify(message.headers),
    message.body,
    message.createdAt,
    message.dueAt,
    message.retried,
  ]
}

export function toStoredMessage(row: Row): StoredMessage {
  return { ...toMessage(row), seq: Number(row.seq) }
}

export function toMessage(row: Row): Message {
  return {
    messageId: String(row.message_id),
    url: String(row.url),
    topicName: textOf(row.topic_name),
    endpointName: textOf(row.endpoint_name),
    queueName: textOf(row.queue_name),
    scheduleId: textOf(row.schedule_id),
    callerIp: String(row.caller_ip),
    headers: JSON.parse(String(row.headers)),
    body: bytesOf(row.body),
    createdAt: Number(row.created_at),
    dueAt: Number(row.due_at),
    retried: Number(row.retried),
  }
}
