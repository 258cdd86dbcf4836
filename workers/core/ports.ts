import type { HostTarget, SiteHost } from '#edge/context.contract.ts'
import type { PluginCall } from '../plugins/plugin-call.contract.ts'
import type { SafeResponse } from './safe-fetch.ts'

/** Where large and published bytes lie: R2. */
export interface ObjectStore {
  put(key: string, bytes: Uint8Array | string, contentType: string): Promise<void>
  /** Undefined when there is no such object. `range` is in bytes. */
  get(key: string, range?: { offset: number; length?: number }): Promise<StoredObject | undefined>
  delete(keys: string[]): Promise<void>
  /** Every object whose key begins so. */
  list(prefix: string): Promise<StoredKey[]>
  /** Streams one object to another key. */
  copy(from: string, to: string, contentType: string): Promise<void>
  startUpload(key: string): Promise<string>
  /** Streams one part; every part but the last has the same size. Returns its tag. */
  uploadPart(key: string, uploadId: string, part: number, body: ReadableStream<Uint8Array>): Promise<string>
  /** Throws the parts of an unfinished upload away. */
  abortUpload(key: string, uploadId: string): Promise<void>
  completeUpload(key: string, uploadId: string, parts: { part: number; tag: string }[]): Promise<void>
}
export interface StoredKey {
  key: string
  storedAt: Date
}
export interface StoredObject {
  body: ReadableStream<Uint8Array>
  sizeBytes: number
  text(): Promise<string>
}

/** Where browsers put the parts of an upload by themselves: R2's S3 API. */
export interface PartAddresses {
  /** An address good for an hour, for exactly one part of exactly this size. */
  sign(part: { key: string; uploadId: string; part: number; sizeBytes: number }): Promise<string>
}

/** Makes pictures smaller: Cloudflare Images. */
export interface PictureSizer {
  resize(
    bytes: Uint8Array<ArrayBuffer>,
    options: { width: number; type: 'image/webp' },
  ): Promise<Uint8Array<ArrayBuffer>>
}

/** What each host points at, read by the front door on every request: KV. */
export interface HostDirectory {
  put(host: string, target: HostTarget): Promise<void>
  remove(host: string): Promise<void>
}

/** An event on its way from the outbox to its handlers. */
export interface QueuedEvent {
  id: string
  name: string
  tenantId: string
  clientId: string
  payload: Record<string, unknown>
  /** Not before this moment, ISO 8601; at once when left out. */
  deliverAfter?: string
}

/** Delivers events at least once, each id once as far as it can tell: QStash. */
export interface EventQueue {
  publish(events: QueuedEvent[]): Promise<void>
}

export interface OutgoingMail {
  /** The idempotency key: the row it serves. */
  id: string
  to: { email: string; name: string }
  fromName: string
  subject: string
  html: string
  text: string
  /** Beyond those every mail has: `Reply-To`, `List-Unsubscribe`. */
  headers: Record<string, string>
}

/** Sends mail: SendGrid. */
export interface MailSender {
  send(mail: OutgoingMail): Promise<void>
  /** Whether the provider has taken a mail with this id; undefined when it cannot tell. */
  wasSent(id: string): Promise<boolean | undefined>
}

/** Slows down who tries too often: Upstash. */
export interface RateLimiter {
  /** False when `key` has used up what `limit` allows. */
  allow(limit: RateLimit, key: string): Promise<boolean>
}
export interface RateLimit {
  name: string
  tokens: number
  windowSeconds: number
}

/** Someone who has a page open in a window. */
export interface PresentEditor {
  editor: string
  name: string
  selected: string[]
}

/** Who is where at the moment: Upstash. What it knows is worth nothing a few seconds later. */
export interface PresenceBoard {
  /** Notes that someone is there, and returns all who are. */
  enter(room: string, member: PresentEditor): Promise<PresentEditor[]>
  leave(room: string, editor: string): Promise<void>
}

/** Draws sites as visitors get them: the renderer. */
export interface SiteRenderer {
  draw(site: SiteHost, path: string): Promise<Response>
}

/** What became of a call into a plugin: its answer, or a sentence that says what went wrong. */
export type PluginOutcome = { answer?: unknown } | { problem: string }

/** Runs other people's code where it can do no harm: a Worker of its own. */
export interface PluginRunner {
  run(call: PluginCall): Promise<PluginOutcome>
}

export interface Ports {
  /** Published snapshots, read by the renderer. */
  snapshots: ObjectStore
  /** Uploaded files: imports and assets. */
  files: ObjectStore
  partAddresses: PartAddresses
  pictures: PictureSizer
  hosts: HostDirectory
  queue: EventQueue
  mail: MailSender
  limiter: RateLimiter
  presence: PresenceBoard
  renderer: SiteRenderer
  plugins: PluginRunner
  /** Downloads from addresses a user named, never from inside our own network. */
  download(url: string): Promise<SafeResponse>
  /** The same for a gzipped archive. */
  downloadArchive(url: string): Promise<SafeResponse>
}
