import type pg from 'pg'
import { newId } from '#workers/core/ids.ts'
import type { Column, Relation } from './catalogue.ts'
import { sampleColumns } from './reviewed.ts'

/** One tenant and one of its clients, or of another. */
export interface Place {
  tenantId: string
  clientId: string
}

export interface Places {
  /** The scope that asks. */
  own: Place
  /** Other clients of the same tenant: one whose id comes before, one whose id comes after. */
  siblings: [Place, Place]
  /** Another tenant. */
  foreign: Place
}

/** New ones for every check, so that no earlier row can stand in for one of these. */
export function newPlaces(): Places {
  const tenantId = newId()
  const [before, own, after] = [newId(), newId(), newId()].map((clientId) => ({ tenantId, clientId }))
  if (!before || !own || !after) throw new Error('Three places were made.')
  return { own, siblings: [before, after], foreign: { tenantId: newId(), clientId: newId() } }
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** An insert of one row that belongs to the place; whatever else it must hold is made up. */
export function insertInto(relation: Relation, place: Place): string {
  const values = new Map<string, string>()
  for (const column of relation.columns) {
    if (column.generatedFrom !== null || column.isIdentity) continue
    if (column.name === 'tenant_id') values.set(column.name, literal(place.tenantId))
    else if (column.name === 'client_id') values.set(column.name, literal(place.clientId))
    else if (column.isRequired && !column.hasDefault) values.set(column.name, inventedValue(column))
  }
  for (const [name, value] of fixedColumns(relation, place)) values.set(name, literal(value))
  return `insert into ${quoted(relation.name)} (${[...values.keys()].map(quoted).join(', ')}) values (${[...values.values()].join(', ')})`
}

const fixedColumns = (relation: Relation, place: Place): [string, string][] => [
  ...Object.entries(sampleColumns[relation.name] ?? {}),
  ...ownColumns(relation, place),
]

/** The columns that say whose a row is. Of a generated one, the column it follows from. */
export function ownColumns({ columns }: Relation, { tenantId, clientId }: Place): [string, string][] {
  return columns.flatMap(({ name, generatedFrom }): [string, string][] => {
    if (name !== 'tenant_id' && name !== 'client_id') return []
    return [[generatedFrom ?? name, name === 'tenant_id' ? tenantId : clientId]]
  })
}

/** Puts a row of each place into the table, past row security and foreign keys. */
export async function plant(
  owner: pg.Client,
  relation: Relation,
  { own, siblings, foreign }: Places,
): Promise<void> {
  const isTenantItself = relation.columns.some(
    ({ name, generatedFrom }) => name === 'tenant_id' && generatedFrom !== null,
  )
  const places = isTenantItself ? [own, foreign] : [own, ...siblings, foreign]
  const inserts = places.map((place) => insertInto(relation, place))
  // One message is one transaction, which is all the role lasts for.
  await owner.query(['set local session_replication_role = replica', ...inserts].join(';\n'))
}

const inventions: [RegExp, string][] = [
  [/\[\]$/, "'{}'"],
  [/^uuid$/, 'gen_random_uuid()'],
  [/^(text|character varying|citext)/, "'x' || gen_random_uuid()"],
  [/^boolean$/, 'true'],
  [/^jsonb?$/, "'{}'"],
  [/^date$/, 'current_date'],
  [/^timestamp/, 'now()'],
  [/^(smallint|integer|bigint|numeric|real|double)/, '1'],
  [/^bytea$/, "'\\x00'"],
  [/^inet$/, "'127.0.0.1'"],
  [/^interval$/, "'1 day'"],
]

function inventedValue({ type, check }: Column): string {
  const allowed = /'((?:[^']|'')*)'/.exec(check ?? '')?.[0]
  return allowed ?? inventions.find(([pattern]) => pattern.test(type))?.[1] ?? 'null'
}
