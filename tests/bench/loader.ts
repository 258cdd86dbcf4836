import { Agent, request } from 'node:http'

/** A slice of load: so many requests, taking turns over the paths and hosts given. */
export interface Slice {
  port: number
  /** The host of each request, in turn. */
  hosts: string[]
  /** The path of each request, in turn. */
  paths: string[]
  count: number
  connections: number
  headers?: Record<string, string>
}
export interface SliceReport {
  ms: number
  bytes: number
  /** How often each status was answered. */
  statuses: Record<number, number>
  /** Values of X-Cache that were seen, and how often. */
  caches: Record<string, number>
}

const agents = new Map<string, Agent>()

/** Connections are kept from slice to slice, so that none is opened while something is measured. */
function agentOf(port: number, connections: number): Agent {
  const key = `${port} ${connections}`
  const agent = agents.get(key) ?? new Agent({ keepAlive: true, maxSockets: connections })
  agents.set(key, agent)
  return agent
}

async function drive({ port, hosts, paths, count, connections, headers }: Slice): Promise<SliceReport> {
  const agent = agentOf(port, connections)
  const report: SliceReport = { ms: 0, bytes: 0, statuses: {}, caches: {} }
  const started = performance.now()
  let next = 0
  const one = async (): Promise<void> => {
    while (next < count) {
      const at = next++
      const host = hosts[at % hosts.length] ?? ''
      await send(
        { agent, port, path: paths[at % paths.length] ?? '/', headers: { ...headers, host } },
        report,
      )
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return { ...report, ms: performance.now() - started }
}

interface Outgoing {
  agent: Agent
  port: number
  path: string
  headers: Record<string, string>
}

function send(outgoing: Outgoing, report: SliceReport): Promise<void> {
  return new Promise((done, fail) => {
    const asked = request({ ...outgoing, host: '127.0.0.1' }, (response) => {
      const status = response.statusCode ?? 0
      report.statuses[status] = (report.statuses[status] ?? 0) + 1
      const cache = response.headers['x-cache']
      if (typeof cache === 'string') report.caches[cache] = (report.caches[cache] ?? 0) + 1
      response.on('data', (chunk: Buffer) => {
        report.bytes += chunk.length
      })
      response.on('end', done)
    })
    asked.on('error', fail)
    asked.end()
  })
}

// Runs as a process of its own, so that making requests costs what is measured nothing.
process.on('message', (slice: Slice) => {
  drive(slice).then(
    (report) => process.send?.({ report }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
