import type pg from 'pg'
import { databaseRoles } from '#db/migrate.ts'
import {
  type Grant,
  type Policy,
  type Relation,
  readForeignKeys,
  readGrants,
  readPolicies,
  readUniqueIndexes,
  rowsOf,
} from './catalogue.ts'
import {
  definerFunctions,
  globalUniques,
  identityTables,
  narrowedGrants,
  privilegedGrants,
  tallyFunctions,
  tenantWideUniques,
  visibleIdentityColumns,
  writtenOnce,
} from './reviewed.ts'

/** Notes a finding when its first argument is false. */
export type Must = (isRight: boolean, finding: string) => void

/** What can be told from the catalogue alone, without touching a row. */
export async function checkCatalogue(
  owner: pg.Client,
  relations: readonly Relation[],
  must: Must,
): Promise<void> {
  const [grants, policies] = [await readGrants(owner), await readPolicies(owner)]
  await checkRoles(owner, must)
  for (const relation of relations) {
    checkRelation(relation, must)
    checkGrants(
      relation,
      grants.filter(({ relation: name }) => name === relation.name),
      must,
    )
    if (relation.kind === 'table' && !relation.isPartition) {
      checkPolicies(
        relation,
        policies.filter(({ relation: name }) => name === relation.name),
        must,
      )
    }
  }
  await checkUniques(owner, relations, must)
  await checkForeignKeys(owner, relations, must)
  await checkDefiners(owner, must)
}

export const has = ({ columns }: Relation, name: string) => columns.some((column) => column.name === name)

async function checkRoles(owner: pg.Client, must: Must): Promise<void> {
  const mighty = await rowsOf<{ role: string; by: string }>(
    owner,
    `select r.rolname as role, g.rolname as by from pg_roles r join pg_roles g on pg_has_role(r.oid, g.oid, 'member')
     where r.rolname = any($1) and (g.rolsuper or g.rolbypassrls or g.rolcreaterole or g.rolcreatedb or g.rolreplication)`,
    [databaseRoles],
  )
  for (const { role, by } of mighty)
    must(false, `role ${role}: may bypass row security or make roles, by ${by}`)
  const known = await rowsOf<{ role: string; schema: string }>(
    owner,
    `select r as role, n.nspname as schema from unnest($1::text[]) r, pg_namespace n
     where n.nspname !~ '^pg_' and has_schema_privilege(r, n.oid, 'create')`,
    [databaseRoles],
  )
  for (const { role, schema } of known) must(false, `role ${role}: may create things in the schema ${schema}`)
  const owning = await rowsOf<{ role: string; thing: string }>(
    owner,
    `select pg_get_userbyid(refobjid) as role, pg_describe_object(classid, objid, objsubid) as thing from pg_shdepend
     where deptype = 'o' and dbid = (select oid from pg_database where datname = current_database())
       and pg_get_userbyid(refobjid) = any($1)`,
    [databaseRoles],
  )
  for (const { role, thing } of owning)
    must(false, `role ${role}: owns ${thing}, and whoever owns may change the rules`)
}

function checkRelation(relation: Relation, must: Must): void {
  const { name, kind, options, isPartition, hasRowSecurity, isForced, columns } = relation
  if (kind === 'view') {
    must(
      options.some((option) => /^security_invoker=(true|on|1)$/.test(option)),
      `${name}: a view without security_invoker reads as its owner`,
    )
  }
  if (kind !== 'table' || isPartition) return
  must(hasRowSecurity, `${name}: row security is not enabled`)
  must(isForced, `${name}: row security is not forced on its owner`)
  if (identityTables.has(name)) return
  must(
    columns.find((column) => column.name === 'tenant_id')?.isRequired === true,
    `${name}: no NOT NULL tenant_id`,
  )
}

function checkGrants(relation: Relation, grants: readonly Grant[], must: Must): void {
  const { name, kind, isPartition } = relation
  for (const { role, privilege, columns } of grants) {
    const what = `${name}: ${role} may ${privilege}`
    must(
      !['truncate', 'trigger', 'references'].includes(privilege),
      `${what}, which row security does not cover`,
    )
    must(
      kind !== 'materialized view' && kind !== 'foreign table',
      `${what}, but a ${kind} has no row security`,
    )
    must(!isPartition, `${what} a partition, past the policies of its parent`)
    if (role === 'app_user') checkGrantOfApp(name, privilege, columns, must)
    else checkPrivilegedGrant(name, { role, privilege, columns }, must)
  }
}

function checkGrantOfApp(name: string, privilege: string, columns: string[], must: Must): void {
  if (writtenOnce.includes(name))
    must(
      privilege === 'select' || privilege === 'insert',
      `${name}: app_user may ${privilege} what is written once`,
    )
  if (!identityTables.has(name)) return
  const visible = visibleIdentityColumns[name] ?? []
  const isNarrow = columns.length > 0 && columns.every((column) => visible.includes(column))
  must(
    privilege === 'select' && isNarrow,
    `${name}: app_user may ${privilege} ${columns.join(', ') || 'all of it'}`,
  )
}

function checkPrivilegedGrant(name: string, grant: Omit<Grant, 'relation'>, must: Must): void {
  const { role, privilege, columns } = grant
  const isReviewed = privilegedGrants[role]?.[name]?.includes(privilege) ?? false
  must(isReviewed, `${name}: ${role} may ${privilege}, which nobody has reviewed`)
  const narrowed = narrowedGrants[`${role} ${privilege} ${name}`]
  const isNarrow = columns.length > 0 && columns.every((column) => narrowed?.includes(column))
  must(!narrowed || isNarrow, `${name}: ${role} may ${privilege} more than ${narrowed?.join(', ')}`)
}

function checkPolicies(relation: Relation, policies: readonly Policy[], must: Must): void {
  const { name } = relation
  if (identityTables.has(name)) return
  const ofApp = policies.filter(({ roles, isPermissive }) => isPermissive && roles.includes('app_user'))
  must(ofApp.length > 0, `${name}: no policy for app_user`)
  for (const { name: policy, command, using, withCheck } of ofApp) {
    const read = command === 'insert' ? withCheck : using
    const written = withCheck ?? using
    for (const expression of [read ?? '', written ?? '']) {
      must(/\btenant_id\b/.test(expression), `${name}: policy ${policy} does not mention tenant_id`)
      const isBounded = /client_lo\(\).*client_hi\(\)/s.test(expression)
      must(
        isBounded || !has(relation, 'client_id'),
        `${name}: policy ${policy} does not mention the client's bounds`,
      )
    }
  }
}

async function checkUniques(owner: pg.Client, relations: readonly Relation[], must: Must): Promise<void> {
  const indexes = await readUniqueIndexes(owner)
  for (const { name, relation, columns } of indexes) {
    if (globalUniques.has(name)) continue
    must(
      columns[0] === 'tenant_id',
      `${relation}: unique index ${name} does not start with tenant_id, so it tells what other tenants have`,
    )
    const table = relations.find((each) => each.name === relation)
    if (!table || !has(table, 'client_id') || tenantWideUniques.has(name)) continue
    must(
      columns[1] === 'client_id',
      `${relation}: unique index ${name} spans clients, so it tells what other clients have`,
    )
  }
  const names = new Set(indexes.map(({ name }) => name))
  for (const name of [...globalUniques.keys(), ...tenantWideUniques.keys()])
    must(names.has(name), `reviewed.ts: there is no unique index ${name} any more`)
}

/** Checks of foreign keys bypass row security: one that leaves the tenant out lets a row point at another tenant's. */
async function checkForeignKeys(owner: pg.Client, relations: readonly Relation[], must: Must): Promise<void> {
  const byName = new Map(relations.map((relation) => [relation.name, relation]))
  for (const { name, relation, target, columns } of await readForeignKeys(owner)) {
    const [from, to] = [byName.get(relation), byName.get(target)]
    if (!from || !to) continue
    for (const column of ['tenant_id', 'client_id'])
      must(
        !(has(from, column) && has(to, column)) || columns.includes(column),
        `${relation}: foreign key ${name} to ${target} leaves ${column} out`,
      )
  }
}

async function checkDefiners(owner: pg.Client, must: Must): Promise<void> {
  const definers = await rowsOf<{ name: string; settings: string[] }>(
    owner,
    `select p.oid::regprocedure::text as name, coalesce(p.proconfig, '{}') as settings
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and exists (
       select from unnest($1::text[]) r where has_schema_privilege(r, n.oid, 'usage') and has_function_privilege(r, p.oid, 'execute'))`,
    [databaseRoles],
  )
  for (const { name, settings } of definers) {
    must(
      definerFunctions.has(name) || tallyFunctions.has(name),
      `function ${name}: runs as its owner, and nobody has reviewed it`,
    )
    must(
      settings.some((setting) => setting.startsWith('search_path=')),
      `function ${name}: runs as its owner with the caller's search_path`,
    )
  }
  for (const name of [...definerFunctions.keys(), ...tallyFunctions.keys()])
    must(
      definers.some((each) => each.name === name),
      `reviewed.ts: there is no function ${name} any more`,
    )
}
