import type pg from 'pg'

/** A hash of all a tenant, or one of its clients, has in each table: equal exactly when nothing has changed. */
export type Fingerprint = Record<string, string>

interface Whose {
  tenantId: string
  clientId?: string
}

let statement: { all: string; ofClient: string } | undefined

export async function fingerprintOf(db: pg.Client, { tenantId, clientId }: Whose): Promise<Fingerprint> {
  statement ??= await writeStatements(db)
  const { rows } = clientId
    ? await db.query(statement.ofClient, [tenantId, clientId])
    : await db.query(statement.all, [tenantId])
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

async function writeStatements(db: pg.Client) {
  const { rows } = await db.query<{ name: string; hasClient: boolean }>(
    `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id') as "hasClient"
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1`,
  )
  const hashOf = (name: string, where: string) =>
    `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t.id)), '') as hash from "${name}" t where ${where}`
  return {
    all: rows.map(({ name }) => hashOf(name, 'tenant_id = $1')).join(' union all '),
    ofClient: rows
      .filter(({ hasClient }) => hasClient)
      .map(({ name }) => hashOf(name, 'tenant_id = $1 and client_id = $2'))
      .join(' union all '),
  }
}
