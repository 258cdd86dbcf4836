import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

export type Served = { url: string; close: () => Promise<void> }

/** Serves an app on a free port under a path prefix, as the laptop's one server does. */
export async function serveUnder(prefix: string, app: Hono): Promise<Served> {
  const root = new Hono()
  if (prefix) root.route(prefix, app)
  const server = serve({ fetch: (prefix ? root : app).fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // safe: a server listening on TCP has a port
  return { url: `http://127.0.0.1:${port}${prefix}`, close: () => closeServer(server as Server) } // safe: serve makes an HTTP/1 server
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

export type Received = {
  url: string
  method: string
  headers: Headers
  body: string
  at: number
}

export type Endpoint = Served & {
  received: Received[]
  /** Waits until so many requests have come. */
  until: (count: number) => Promise<Received[]>
}

/** An endpoint somebody else delivers to; it answers as told, or 200. */
export async function serveEndpoint(
  answer: (request: Received) => Response | Promise<Response> = () => new Response('ok'),
): Promise<Endpoint> {
  const received: Received[] = []
  const app = new Hono()
  app.all('*', async (c) => {
    const { url, method, headers } = c.req.raw
    const request = { url, method, headers, body: await c.req.text(), at: performance.now() }
    received.push(request)
    return answer(request)
  })
  const served = await serveUnder('', app)
  return {
    ...served,
    received,
    until: async (count) => {
      await eventually(() => received.length >= count, `${count} requests, ${received.length} came`)
      return received
    },
  }
}

/** Waits for a condition, looking every few milliseconds, at most five seconds. */
export async function eventually(
  isTrue: () => boolean | Promise<boolean>,
  what = 'the condition',
): Promise<void> {
  const deadline = Date.now() + 5_000
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}
