import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Receiver } from '@upstash/qstash'
import { afterEach, beforeEach, vi } from 'vitest'
import { createQstash, type QstashOptions } from '../../local/qstash/qstash.ts'
import { type Endpoint, type Received, serveEndpoint, serveUnder } from './serve.ts'

export const KEYS = { currentSigningKey: 'sig_current', nextSigningKey: 'sig_next' }

const cleanups: (() => unknown)[] = []

beforeEach(() => {
  const error = console.error
  // The client prints every refusal it then throws.
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    if (!String(words[0]).startsWith('[Upstash QStash]')) error(...words)
  })
})

afterEach(async () => {
  vi.restoreAllMocks()
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A running QStash behind a path prefix, with the vendor's client pointed at it. */
export async function createWorld(options: Partial<QstashOptions> = {}) {
  const qstash = createQstash({ file: ':memory:', token: 'secret', ...KEYS, ...options })
  qstash.start()
  const { url, close } = await serveUnder('/qstash', qstash.app)
  const stop = async () => {
    await close()
    await qstash.stop()
  }
  cleanups.push(stop)
  return { qstash, client: createClient(url), url, stop }
}

export function createClient(baseUrl: string): Client {
  return new Client({ baseUrl, token: 'secret', retry: false, enableTelemetry: false })
}

/** An endpoint that closes after the test. */
export async function createEndpoint(
  answer?: (request: Received) => Response | Promise<Response>,
): Promise<Endpoint> {
  const endpoint = await serveEndpoint(answer)
  cleanups.push(endpoint.close)
  return endpoint
}

export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dde-qstash-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'qstash.db')
}

export async function verify({ headers, body, url }: Received, keys = KEYS): Promise<boolean> {
  const signature = headers.get('upstash-signature') ?? ''
  return await new Receiver(keys).verify({ signature, body, url })
}

export const failing = () => new Response('out of order', { status: 500 })

/** An answer that waits until it is let go. */
export function createGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { answer: () => opened.then(() => new Response('ok')), open }
}
