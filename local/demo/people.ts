import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type pg from 'pg'
import { createPasswordHasher, type Instantiate } from '#workers/auth/argon2.ts'
import { builtInRoles } from '#workers/auth/permissions.contract.ts'
import { idAt, PLATFORM_TENANT } from '#workers/core/ids.ts'
import { DEMO_PASSWORD } from '../doors.ts'

/** People of the demo have been there from the beginning. */
const BEGINNING = new Date('2026-01-01T00:00:00Z')
const require = createRequire(import.meta.url)
const load =
  (file: string): Instantiate =>
  (imports) =>
    WebAssembly.instantiate(readFileSync(require.resolve(`argon2id/dist/${file}`)), imports)

/** People who do not sign up: members of an agency, of a client, and of the platform's own staff. */
export async function addPeople(client: pg.Client): Promise<void> {
  const hash = await createPasswordHasher(load('simd.wasm'), load('no-simd.wasm')).hash(DEMO_PASSWORD)
  await client.query(
    `insert into roles (id, tenant_id, name, permissions, is_built_in) values ($1, $2, 'super_admin', $3, true) on conflict do nothing`,
    [await idAt(BEGINNING, 'demo', 'super_admin'), PLATFORM_TENANT, builtInRoles.super_admin],
  )
  const houseOf = (slug: string) =>
    `select tenant_id, id as client_id from clients where id = (select id from tenants where slug = '${slug}')`
  await addPerson(client, hash, 'root@dde.test', 'Robin Root', 'super_admin', houseOf('platform'))
  await addPerson(
    client,
    hash,
    'consultant@northpeak.test',
    'Theo Okafor',
    'consultant',
    houseOf('northpeak-studio'),
  )
  await addPerson(
    client,
    hash,
    'admin@harbordental.test',
    'Dr. Ada Reyes',
    'client_admin',
    `select tenant_id, id as client_id from clients where name = 'Harbor Dental' and tenant_id = (select id from tenants where slug = 'northpeak-studio')`,
  )
}

async function addPerson(
  client: pg.Client,
  hash: string,
  email: string,
  name: string,
  role: string,
  where: string,
): Promise<void> {
  const userId = await idAt(BEGINNING, 'demo', email)
  await client.query(
    'insert into users (id, name, email, email_verified) values ($1, $2, $3, true) on conflict do nothing',
    [userId, name, email],
  )
  await client.query(
    `insert into credentials (id, user_id, account_id, provider_id, password) values ($1, $2, $3, 'credential', $4) on conflict do nothing`,
    [await idAt(BEGINNING, 'demo', 'credential', email), userId, userId, hash],
  )
  await client.query(
    `insert into memberships (id, tenant_id, client_id, user_id, role)
     select $1, home.tenant_id, home.client_id, $2, $3 from (${where}) home on conflict do nothing`,
    [await idAt(BEGINNING, 'demo', 'membership', email), userId, role],
  )
}
