import pg from 'pg'
import { inject } from 'vitest'
import { type Answer, send } from '#local/demo/http.ts'
import { mintAccessToken } from '#workers/auth/access-token.ts'
import { builtInRoles, type RoleName, roleNames } from '#workers/auth/permissions.contract.ts'
import { newId, PLATFORM_TENANT } from '#workers/core/ids.ts'
import type { StackFacts } from './global-setup.ts'

/** Someone who calls the API with a token of their own. */
export interface Person {
  userId: string
  email: string
  name: string
  token: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>
}

export interface Agency {
  tenantId: string
  slug: string
  name: string
  owner: Person
}

export interface ApiAnswer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: Tests look into answers of every endpoint.
  body: any
}

export interface World {
  db: pg.Client
  origin: string
  agency(name?: string): Promise<Agency>
  /** A further person of an agency; of one of its clients when one is given. */
  person(options: { tenantId: string; clientId?: string; role: RoleName; email?: string }): Promise<Person>
  superAdmin(): Promise<Person>
  /** A client row without a website, straight into the database. */
  client(agency: Agency, name?: string): Promise<string>
  /** A client brought on board through the API, its site live. */
  onboard(
    agency: Agency,
    input?: object,
  ): Promise<{ clientId: string; websiteId: string; host: string; runId: string }>
  /** A request to a site, as a visitor's browser makes it. */
  visit(
    host: string,
    path: string,
    init?: { method?: string; body?: string; headers?: Record<string, string> },
  ): Promise<Answer>
  close(): Promise<void>
}

/** People, not fixtures: every test makes its own agencies, and row security keeps them apart as it does in life. */
export async function createWorld(stack: StackFacts = inject('stack')): Promise<World> {
  const db = new pg.Client(stack.ownerUrl)
  await db.connect()
  const host = new URL(stack.origin).host
  const anonymous =
    (token: string) =>
    (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      callApi(stack.origin, token, method, path, body, headers)

  async function person({
    tenantId,
    clientId,
    role,
    email = `${newId()}@people.test`,
  }: Parameters<World['person']>[0]) {
    const [userId, sessionId, membershipId] = [newId(), newId(), newId()]
    const name = `Person ${userId.slice(-6)}`
    await db.query('insert into users (id, name, email, email_verified) values ($1, $2, $3, true)', [
      userId,
      name,
      email,
    ])
    await db.query(
      `insert into memberships (id, tenant_id, client_id, user_id, role) values ($1, $2, $3, $4, $5)`,
      [membershipId, tenantId, clientId ?? tenantId, userId, role],
    )
    await db.query(
      `insert into sessions (id, user_id, token, host, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
      [sessionId, userId, newId(), host],
    )
    const token = await mintAccessToken(stack.variables.AUTH_SIGNING_KEY ?? '', host, {
      ...{ userId, membershipId, tenantId, role, name, email, sessionId },
      permissions: [...builtInRoles[role]],
      ...(clientId ? { clientId } : {}),
    })
    return { userId, email, name, token, call: anonymous(token) }
  }

  async function addRoles(tenantId: string, names: readonly RoleName[]) {
    for (const name of names) {
      await db.query(
        `insert into roles (id, tenant_id, name, permissions, is_built_in) values ($1, $2, $3, $4, true) on conflict do nothing`,
        [newId(), tenantId, name, builtInRoles[name]],
      )
    }
  }

  return {
    db,
    origin: stack.origin,
    person,
    async agency(name = `Agency ${newId().slice(-8)}`) {
      const tenantId = newId()
      const slug = `a-${tenantId.slice(-12)}`
      await db.query('insert into tenants (id, name, slug) values ($1, $2, $3)', [tenantId, name, slug])
      await db.query('insert into clients (id, tenant_id, name) values ($1, $1, $2)', [tenantId, name])
      await addRoles(tenantId, roleNames)
      const owner = await person({ tenantId, role: 'agency_admin' })
      await db.query('update tenants set owner_id = $2 where id = $1', [tenantId, owner.userId])
      return { tenantId, slug, name, owner }
    },
    async superAdmin() {
      await addRoles(PLATFORM_TENANT, ['super_admin'])
      return person({ tenantId: PLATFORM_TENANT, role: 'super_admin' })
    },
    async client({ tenantId }, name = 'A client') {
      const id = newId()
      await db.query('insert into clients (id, tenant_id, name) values ($1, $2, $3)', [id, tenantId, name])
      return id
    },
    async onboard({ owner }, input = {}) {
      const slug = `s-${newId().slice(-12)}`
      const created = await owner.call('POST', '/clients', {
        clientName: 'Harbor Dental',
        website: { template: 'clinic', slug },
        ...input,
      })
      if (created.status !== 201)
        throw new Error(`Onboarding answered ${created.status}: ${JSON.stringify(created.body)}`)
      const { id: clientId, websiteId, runId } = created.body
      await runToEnd(owner, runId)
      return { clientId, websiteId, runId, host: `${slug}.localhost:${stack.port}` }
    },
    visit: (siteHost, path, { method = 'GET', body, headers = {} } = {}) =>
      send(stack.port, { method, host: siteHost, path, headers, ...(body === undefined ? {} : { body }) }),
    close: () => db.end(),
  }
}

/** Calls the API with or without a token; the body comes back parsed, or as text when it is not JSON. */
export async function callApi(
  origin: string,
  token: string | undefined,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    redirect: 'manual',
    headers: {
      origin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  }
}

/** Waits until a run has ended, and returns it; throws when it failed. */
export async function runToEnd(person: Person, runId: string, patienceMs = 30_000) {
  return eventually(async () => {
    const { body } = await person.call('GET', `/runs/${runId}`)
    if (body.status === 'failed') throw new Error(`The run failed: ${JSON.stringify(body.steps)}`)
    return body.status === 'done' ? body : undefined
  }, patienceMs)
}

/** Looks again and again until there is something to see. */
export async function eventually<T>(look: () => Promise<T | undefined>, patienceMs = 10_000): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`Nothing after ${patienceMs} ms.`)
    await new Promise((done) => setTimeout(done, 40))
  }
}
