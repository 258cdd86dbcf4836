import pg from 'pg'
import { newId } from '#workers/core/ids.ts'
import { attempt } from './behaviour.ts'
import type { Relation } from './catalogue.ts'
import { definerFunctions, identityTables, privilegedGrants, visibleIdentityColumns } from './reviewed.ts'
import { newPlaces, type Place, plant, quoted } from './sample-rows.ts'
import type { Must } from './static-rules.ts'

const DENIED = '42501'

/** People have no tenant: `app_user` sees the names of its scope's members and nothing else of them. */
export async function checkIdentities(
  owner: pg.Client,
  app: pg.Client,
  relations: readonly Relation[],
  must: Must,
): Promise<void> {
  const { own, siblings, foreign } = newPlaces()
  const mine = await plantMember(owner, own)
  const sibling = await plantMember(owner, siblings[0])
  const others = [await plantMember(owner, foreign), await plantMember(owner, undefined)]
  const visible = `select ${(visibleIdentityColumns.users ?? []).map(quoted).join(', ')} from users`
  const idsIn = async (scope: { tenantId: string; clientId?: string } | undefined) =>
    (await attempt(app, scope, visible)).rows.map(({ id }) => id)

  const inTenant = await idsIn({ tenantId: own.tenantId })
  must(inTenant.includes(mine) && inTenant.includes(sibling), 'users: a tenant does not see its own members')
  must(!others.some((id) => inTenant.includes(id)), 'users: a tenant sees people who are not its members')
  const inClient = await idsIn(own)
  must(
    inClient.includes(mine) && inClient.length === 1,
    'users: a client sees people who are not its members',
  )
  must((await idsIn(undefined)).length === 0, 'users: people are seen without any scope')

  for (const { name, columns } of relations.filter((each) => identityTables.has(each.name))) {
    const allowed = visibleIdentityColumns[name] ?? []
    const hidden = columns.filter((column) => !allowed.includes(column.name)).map((column) => column.name)
    const deeds = [
      ...hidden.map((column) => `select ${quoted(column)} from ${quoted(name)}`),
      ...columns.map((column) => `update ${quoted(name)} set ${quoted(column.name)} = null`),
      `delete from ${quoted(name)}`,
      `insert into ${quoted(name)} default values`,
    ]
    for (const deed of deeds) {
      const { code } = await attempt(app, { tenantId: own.tenantId }, deed)
      must(code === DENIED, `${name}: app_user is not refused “${deed}”`)
    }
  }
}

async function plantMember(owner: pg.Client, place: Place | undefined): Promise<string> {
  const id = newId()
  const membership = place
    ? `insert into memberships (id, tenant_id, client_id, user_id, role)
       values ('${newId()}', '${place.tenantId}', '${place.clientId}', '${id}', 'sample')`
    : ''
  await owner.query(
    `set local session_replication_role = replica;
     insert into users (id, name, email) values ('${id}', 'Sample', '${id}@sample.test'); ${membership}`,
  )
  return id
}

/** What a function that runs as its owner gives out is the caller's own, like everything else. */
export async function checkDefinerFunctions(
  owner: pg.Client,
  app: pg.Client,
  relations: readonly Relation[],
  must: Must,
): Promise<void> {
  for (const [name, { call, table }] of definerFunctions) {
    const relation = relations.find((each) => each.name === table)
    if (!relation) continue
    const places = newPlaces()
    try {
      await plant(owner, relation, places)
    } catch (error) {
      must(
        false,
        `function ${name}: no sample row can be made (${error instanceof Error ? error.message : error})`,
      )
      continue
    }
    const idsOf = async ({ tenantId, clientId }: Place) =>
      (
        await owner.query(`select id from ${quoted(table)} where tenant_id = $1 and client_id = $2`, [
          tenantId,
          clientId,
        ])
      ).rows.map(({ id }) => String(id))
    const own = await idsOf(places.own)
    const siblings = (await Promise.all(places.siblings.map(idsOf))).flat()
    const given = async (scope: { tenantId: string; clientId?: string } | undefined) => {
      const { rows, code } = await attempt(app, scope, call)
      return code === undefined ? rows.map(({ id }) => String(id)).sort() : [`failed with ${code}`]
    }
    const same = (a: string[], b: string[]) => JSON.stringify(a) === JSON.stringify(b.sort())
    must(
      same(await given({ tenantId: places.own.tenantId }), [...own, ...siblings]),
      `function ${name}: gives a tenant other rows than its own`,
    )
    must(same(await given(places.own), own), `function ${name}: gives a client other rows than its own`)
    must(same(await given(undefined), []), `function ${name}: gives rows without any scope`)
  }
}

/** The roles that see every tenant reach nothing beyond what was reviewed. */
export async function checkPrivilegedRoles(
  appUrl: string,
  relations: readonly Relation[],
  must: Must,
): Promise<void> {
  for (const [role, grants] of Object.entries(privilegedGrants)) {
    const url = new URL(appUrl)
    url.username = role
    const client = new pg.Client(url.href)
    await client.connect()
    try {
      for (const { name, kind } of relations) {
        if (kind !== 'table') continue
        const { code } = await attempt(client, undefined, `select count(*) from ${quoted(name)}`)
        const isAllowed = grants[name]?.includes('select') ?? false
        must(isAllowed === (code === undefined), `${name}: ${role} ${isAllowed ? 'cannot' : 'can'} read it`)
      }
    } finally {
      await client.end()
    }
  }
}
