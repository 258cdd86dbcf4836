import type pg from 'pg'
import { databaseRoles } from '#db/migrate.ts'

/** A relation of the schema `public`, as Postgres' own catalogue describes it. */
export interface Relation {
  oid: number
  name: string
  kind: 'table' | 'view' | 'materialized view' | 'foreign table'
  isPartition: boolean
  hasRowSecurity: boolean
  isForced: boolean
  owner: string
  options: string[]
  columns: Column[]
}
export interface Column {
  name: string
  type: string
  isRequired: boolean
  hasDefault: boolean
  /** The expression of a generated column. */
  generatedFrom: string | null
  isIdentity: boolean
  /** What a CHECK on this column lets through. */
  check: string | null
}

export async function rowsOf<Row extends pg.QueryResultRow>(
  db: pg.Client,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await db.query<Row>(text, values)).rows
}

/** Every relation there is: one that appears tomorrow is on this list tomorrow. */
export function readRelations(db: pg.Client): Promise<Relation[]> {
  return rowsOf<Relation>(
    db,
    `select c.oid::int as oid, c.relname as name, c.relispartition as "isPartition",
       case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end as kind,
       c.relrowsecurity as "hasRowSecurity", c.relforcerowsecurity as "isForced",
       pg_get_userbyid(c.relowner) as owner, coalesce(c.reloptions, '{}') as options,
       (select jsonb_agg(jsonb_build_object(
           'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'isRequired', a.attnotnull, 'hasDefault', a.atthasdef,
           'generatedFrom', case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end, 'isIdentity', a.attidentity <> '',
           'check', (select pg_get_constraintdef(k.oid) from pg_constraint k
             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1)) order by a.attnum)
         from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')
     order by c.relname`,
  )
}

/** What each of the product's roles may do with each relation, whether granted to it, to PUBLIC, or on single columns. */
export interface Grant {
  role: string
  relation: string
  privilege: string
  /** Empty when the grant is on the relation as a whole. */
  columns: string[]
}

export function readGrants(db: pg.Client): Promise<Grant[]> {
  return rowsOf<Grant>(
    db,
    `select r.role, c.relname as relation, p.privilege,
       case when has_table_privilege(r.role, c.oid, p.privilege) then '{}'::text[]
         else array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           and has_column_privilege(r.role, c.oid, a.attnum, p.privilege)) end as columns
     from pg_class c, unnest($1::text[]) r (role),
       unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'trigger', 'references']) p (privilege)
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and case when p.privilege in ('delete', 'truncate', 'trigger') then has_table_privilege(r.role, c.oid, p.privilege)
         else has_any_column_privilege(r.role, c.oid, p.privilege) end
     order by 1, 2, 3`,
    [databaseRoles],
  )
}

export interface Policy {
  name: string
  relation: string
  command: 'all' | 'select' | 'insert' | 'update' | 'delete'
  isPermissive: boolean
  /** Which of the product's roles it is for. */
  roles: string[]
  using: string | null
  withCheck: string | null
}

export function readPolicies(db: pg.Client): Promise<Policy[]> {
  return rowsOf<Policy>(
    db,
    `select p.polname as name, c.relname as relation, p.polpermissive as "isPermissive",
       case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end as command,
       array(select r from unnest($1::text[]) r where p.polroles = '{0}' or r::regrole::oid = any(p.polroles)) as roles,
       pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as "withCheck"
     from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace order by 2, 1`,
    [databaseRoles],
  )
}

export interface UniqueIndex {
  name: string
  relation: string
  columns: string[]
}

/** Unique indexes but primary keys: those are ids, which the product makes itself and nobody can choose. */
export function readUniqueIndexes(db: pg.Client): Promise<UniqueIndex[]> {
  return rowsOf<UniqueIndex>(
    db,
    `select i.indexrelid::regclass::text as name, c.relname as relation,
       array(select coalesce(a.attname::text, '(expression)') from unnest(i.indkey::int[]) with ordinality k (attnum, position)
         left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum > 0 order by k.position) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary order by 1`,
  )
}

export interface ForeignKey {
  name: string
  relation: string
  target: string
  columns: string[]
}

export function readForeignKeys(db: pg.Client): Promise<ForeignKey[]> {
  return rowsOf<ForeignKey>(
    db,
    `select k.conname as name, c.relname as relation, t.relname as target,
       array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey)) as columns
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 2, 1`,
  )
}
