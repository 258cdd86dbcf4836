import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createDns, type DnsOptions } from './dns/dns.ts'
import { doorsPage } from './doors.ts'
import { createInbox } from './inbox/inbox.ts'
import { createRelay, type Relay } from './neon/relay.ts'
import { createQstash, type Qstash } from './qstash/qstash.ts'
import type { Secrets } from './secrets.ts'
import { createUpstash } from './upstash/upstash.ts'

export interface Cloud {
  relay: Relay
  qstash: Qstash
  stop(): Promise<void>
}

export interface CloudOptions {
  dir: string
  port: number
  /** Port of the product, for the page of doors. */
  productPort: number
  postgresPort: number
  secrets: Secrets
  dns?: DnsOptions
}

/** Other people's clouds on one port of loopback, each under a path: Neon, QStash, Upstash, SendGrid, Twilio and DNS over HTTPS. */
export async function startCloud({
  dir,
  port,
  productPort,
  postgresPort,
  secrets,
  dns = {},
}: CloudOptions): Promise<Cloud> {
  const relay = createRelay(postgresPort)
  const qstash = createQstash({
    file: join(dir, 'qstash.sqlite'),
    token: secrets.qstashToken,
    currentSigningKey: secrets.qstashCurrent,
    nextSigningKey: secrets.qstashNext,
  })
  const inbox = createInbox({
    file: join(dir, 'inbox.sqlite'),
    sendgridKey: secrets.sendgrid,
    twilioSid: secrets.twilioSid,
    twilioToken: secrets.twilioToken,
  })
  const app = new Hono()
  app.get('/', (http) => http.html(doorsPage(productPort, port)))
  app.route('/qstash', qstash.app)
  app.route('/upstash', createUpstash({ token: secrets.upstash }).app)
  app.route('/mail', inbox.mail)
  app.route('/sms', inbox.sms)
  app.route('/inbox', inbox.inbox)
  app.route('/dns', createDns(dns).app)

  const listener = getRequestListener(app.fetch)
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/neon/sql') void relay.sql(request, response)
    else void listener(request, response)
  })
  relay.attach(server, '/neon/v2')
  await listen(server, port)
  qstash.start()

  return {
    relay,
    qstash,
    async stop() {
      await qstash.stop()
      server.closeAllConnections()
      server.close()
      await Promise.all([relay.close(), inbox.stop()])
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done())
  })
}
