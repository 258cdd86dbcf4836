import { Resolver } from 'node:dns/promises'
import { Hono } from 'hono'

export type RecordType = 'A' | 'AAAA'

export type DnsOptions = {
  /** Answers before the machine is asked: addresses, none for a name that does not exist, undefined for "ask". */
  resolve?: (name: string, type: RecordType) => string[] | undefined
  /** Name servers to ask instead of this machine's. */
  servers?: string[]
}

export type Dns = { app: Hono }

type Lookup = { status: number; addresses: string[] }

const TYPES: Record<RecordType, number> = { A: 1, AAAA: 28 }
const NO_ERROR = 0
const SERVER_FAILURE = 2
const NO_SUCH_NAME = 3
const ANSWER_SECONDS = 60
const LONGEST_WAIT_MS = 2_000

/** A stand-in for a DNS-over-HTTPS resolver that answers in JSON, as those of Cloudflare and Google do. */
export function createDns({ resolve, servers }: DnsOptions = {}): Dns {
  const app = new Hono()
  app.get('/dns-query', async (c) => {
    const name = (c.req.query('name') ?? '').replace(/\.$/, '').toLowerCase()
    const type = readType(c.req.query('type') ?? 'A')
    if (!name || !type) return c.json({ error: 'name, and type A or AAAA, are required' }, 400)

    const overridden = resolve?.(name, type)
    const { status, addresses } = overridden ? fromOverride(overridden) : await lookUp(name, type, servers)
    return c.json(toJson(name, type, { status, addresses }), 200, { 'content-type': 'application/dns-json' })
  })
  return { app }
}

function readType(type: string): RecordType | undefined {
  return (['A', 'AAAA'] as const).find(
    (known) => known === type.toUpperCase() || String(TYPES[known]) === type,
  )
}

function fromOverride(addresses: string[]): Lookup {
  return { status: addresses.length > 0 ? NO_ERROR : NO_SUCH_NAME, addresses }
}

async function lookUp(name: string, type: RecordType, servers?: string[]): Promise<Lookup> {
  const resolver = new Resolver({ timeout: LONGEST_WAIT_MS, tries: 1 })
  if (servers) resolver.setServers(servers)
  const timer = setTimeout(() => resolver.cancel(), LONGEST_WAIT_MS)
  try {
    return {
      status: NO_ERROR,
      addresses: await resolver.resolve(name, type).then((list) => list.map(String)),
    }
  } catch (error) {
    return { status: statusOf(error), addresses: [] }
  } finally {
    clearTimeout(timer)
  }
}

/** ENODATA is a name that exists without an address of that type: no error, no answer. */
function statusOf(error: unknown): number {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'ENODATA') return NO_ERROR
  return code === 'ENOTFOUND' ? NO_SUCH_NAME : SERVER_FAILURE
}

function toJson(name: string, type: RecordType, { status, addresses }: Lookup) {
  const answers = addresses.map((data) => ({ name, type: TYPES[type], TTL: ANSWER_SECONDS, data }))
  return {
    Status: status,
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: false,
    Question: [{ name, type: TYPES[type] }],
    ...(answers.length > 0 && { Answer: answers }),
  }
}
