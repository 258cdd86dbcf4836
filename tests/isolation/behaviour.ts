import type pg from 'pg'
import { scopeStatement } from '#db/client.ts'
import type { Relation } from './catalogue.ts'
import { insertInto, newPlaces, ownColumns, type Place, plant, quoted } from './sample-rows.ts'
import { has, type Must } from './static-rules.ts'

type Scope = { tenantId: string; clientId?: string } | undefined

export interface Outcome {
  /** Rows seen or touched. */
  count: number
  rows: Record<string, unknown>[]
  /** SQLSTATE of the refusal. */
  code: string | undefined
}

/**
 * Does one statement as `app_user` within a scope, as the Workers would. The next attempt takes it back, so that each is one
 * message to the server.
 */
export async function attempt(app: pg.Client, scope: Scope, text: string): Promise<Outcome> {
  const settings = scope ? [scopeSetting(app, scope)] : []
  try {
    const results: unknown = await app.query(['rollback', 'begin', ...settings, text].join(';\n'))
    // safe: several statements in one message give several results
    const { rowCount, rows } = (results as pg.QueryResult[]).at(-1) ?? { rowCount: 0, rows: [] }
    return { count: rowCount ?? 0, rows, code: undefined }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return { count: 0, rows: [], code }
  }
}

/** The product's own opening statement, with its parameters written into it. */
function scopeSetting(app: pg.Client, scope: Exclude<Scope, undefined>): string {
  const { text, params } = scopeStatement(scope)
  return text.replace(/\$(\d)/g, (_, number) => app.escapeLiteral(String(params[Number(number) - 1])))
}

const DENIED = '42501'

/** Every table × every deed × {another tenant, another client of the tenant, no scope at all}. Returns how many were tried. */
export async function checkBehaviour(
  owner: pg.Client,
  app: pg.Client,
  relation: Relation,
  must: Must,
): Promise<number> {
  const places = newPlaces()
  const table = quoted(relation.name)
  try {
    await plant(owner, relation, places)
  } catch (error) {
    must(
      false,
      `${relation.name}: no sample row can be made (${error instanceof Error ? error.message : error})`,
    )
    return 0
  }
  const { own, siblings, foreign } = places
  const inTenant = { tenantId: own.tenantId }
  const ofClient = has(relation, 'client_id')
  let tried = 0

  async function refuses(scope: Scope, deed: string, text: string, mayTouch = 0): Promise<void> {
    tried += 1
    const { count, code } = await attempt(app, scope, text)
    const isRefused = code === DENIED || (code === undefined && count <= mayTouch)
    must(
      isRefused,
      `${relation.name}: ${deed} ${code ? `fails with ${code} only` : `works on ${count} rows`}`,
    )
  }

  const seen = async (scope: Scope) => {
    tried += 1
    return (await attempt(app, scope, `select * from ${table}`)).rows
  }
  const isOf = (place: Place, row: Record<string, unknown>) =>
    row.tenant_id === place.tenantId && (!ofClient || row.client_id === place.clientId)

  const visible = await seen(inTenant)
  must(
    visible.some((row) => isOf(own, row)),
    `${relation.name}: a tenant does not see its own row, so nothing here proves anything`,
  )
  must(
    visible.every((row) => row.tenant_id === own.tenantId),
    `${relation.name}: a tenant reads rows of another`,
  )
  must((await seen(undefined)).length === 0, `${relation.name}: rows are read without any scope`)

  const mine = `where ${whereOf(relation, own)}`
  const theirs = `where ${whereOf(relation, foreign)}`
  await refuses(inTenant, 'updating rows of another tenant', `update ${table} ${touch(relation)} ${theirs}`)
  await refuses(inTenant, 'updating everything', `update ${table} ${touch(relation)}`, visible.length)
  await refuses(
    inTenant,
    'giving a row to another tenant',
    `update ${table} ${give(relation, foreign)} ${mine}`,
  )
  await refuses(inTenant, 'deleting rows of another tenant', `delete from ${table} ${theirs}`)
  await refuses(inTenant, 'inserting for another tenant', insertInto(relation, foreign))
  await refuses(inTenant, 'truncating', `truncate ${table} cascade`)
  await refuses(undefined, 'updating without a scope', `update ${table} ${touch(relation)}`)
  await refuses(undefined, 'deleting without a scope', `delete from ${table}`)
  await refuses(undefined, 'inserting without a scope', insertInto(relation, own))

  if (!ofClient) return tried

  const inClient = { tenantId: own.tenantId, clientId: own.clientId }
  const narrow = await seen(inClient)
  must(
    narrow.length > 0 && narrow.every((row) => isOf(own, row)),
    `${relation.name}: a client reads rows of another client, or not its own`,
  )
  for (const sibling of siblings) {
    const ofSibling = `where ${whereOf(relation, sibling)}`
    await refuses(
      inClient,
      'updating rows of another client',
      `update ${table} ${touch(relation)} ${ofSibling}`,
    )
    await refuses(
      inClient,
      'giving a row to another client',
      `update ${table} ${give(relation, sibling)} ${mine}`,
    )
    await refuses(inClient, 'deleting rows of another client', `delete from ${table} ${ofSibling}`)
    await refuses(inClient, 'inserting for another client', insertInto(relation, sibling))
  }
  return tried
}

const whereOf = (relation: Relation, place: Place) =>
  ownColumns(relation, place)
    .map(([name, value]) => `${quoted(name)} = '${value}'`)
    .join(' and ')

/** An update that changes nothing but would be one. */
const touch = ({ columns }: Relation) => {
  const name = quoted(columns.find(({ generatedFrom }) => generatedFrom === null)?.name ?? 'id')
  return `set ${name} = ${name}`
}

const give = (relation: Relation, to: Place) =>
  `set ${ownColumns(relation, to)
    .map(([name, value]) => `${quoted(name)} = '${value}'`)
    .join(', ')}`
