/** One mistake somebody could make in a migration. */
export interface Mutation {
  mistake: string
  sql: string
  /** What a finding must name. */
  culprit: RegExp
  /** Roles belong to the whole server: what puts them right again. */
  undo?: string
}

const tenantBound = 'tenant_id = app.tenant_id()'
const clientBound = `${tenantBound} and client_id between app.client_lo() and app.client_hi()`
const noted = `create table notes (id uuid primary key, tenant_id uuid not null default app.tenant_id(), client_id uuid not null default app.client_id(), body text not null);
  grant select, insert, update, delete on notes to app_user;`
const secured = 'alter table notes enable row level security; alter table notes force row level security;'

export const mutations: readonly Mutation[] = [
  {
    mistake: 'drops a policy',
    sql: 'drop policy contacts_tenant on contacts',
    culprit: /^contacts: no policy for app_user/,
  },
  {
    mistake: 'adds a permissive policy for everything',
    sql: 'create policy support on posts for select to app_user using (true)',
    culprit: /^posts: policy support does not mention tenant_id/,
  },
  {
    mistake: 'writes a policy that names the tenant and lets everyone in all the same',
    sql: `alter policy forms_tenant on forms using (${clientBound} or tenant_id is not null)`,
    culprit: /^forms: a tenant reads rows of another/,
  },
  {
    mistake: 'disables row security',
    sql: 'alter table submissions disable row level security',
    culprit: /^submissions: row security is not enabled/,
  },
  {
    mistake: 'no longer forces row security on the owner',
    sql: 'alter table mails no force row level security',
    culprit: /^mails: row security is not forced/,
  },
  {
    mistake: 'forgets the client’s bounds',
    sql: `alter policy pages_tenant on pages using (${tenantBound}) with check (${tenantBound})`,
    culprit: /^pages: policy pages_tenant does not mention the client's bounds/,
  },
  {
    mistake: 'checks less of what is written than of what is read',
    sql: `alter policy menus_tenant on menus with check (tenant_id is not null and client_id between app.client_lo() and app.client_hi())`,
    culprit: /^menus: inserting for another tenant fails with 23503 only/,
  },
  {
    mistake: 'lets a scope function forget the client',
    sql: `create or replace function app.client_lo() returns uuid language sql stable as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$`,
    culprit: /^contacts: a client reads rows of another client/,
  },
  {
    mistake: 'takes a missing scope for every scope',
    sql: `create or replace function app.tenant_id() returns uuid language sql stable as $$ select coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, (select id from tenants order by id limit 1)) $$; grant select on tenants to public; create policy lookup on tenants for select to app_user using (tenant_id is not null)`,
    culprit: /^tenants: rows are read without any scope/,
  },
  {
    mistake: 'makes a view that reads as its owner',
    sql: 'create view contact_names as select id, first_name from contacts; grant select on contact_names to app_user',
    culprit: /^contact_names: a view without security_invoker/,
  },
  {
    mistake: 'grants a materialized view',
    sql: 'create materialized view contact_counts as select tenant_id, count(*) from contacts group by 1; grant select on contact_counts to app_user',
    culprit: /^contact_counts: app_user may select, but a materialized view has no row security/,
  },
  {
    mistake: 'adds a function that runs as its owner',
    sql: `create function public.every_contact() returns setof contacts language sql security definer set search_path = pg_catalog as 'select * from public.contacts'`,
    culprit: /^function every_contact\(\): runs as its owner, and nobody has reviewed it/,
  },
  {
    mistake: 'leaves the search path of such a function open',
    sql: 'alter function app.find_contacts(text, text, text, uuid, int) reset search_path',
    culprit: /^function app\.find_contacts\(.*\): .* search_path/,
  },
  {
    mistake: 'forgets the client within such a function',
    sql: `create or replace function app.find_posts(words text, of_site uuid, with_status text, older_than uuid, at_most int) returns setof uuid language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$ select id from public.posts where tenant_id = app.tenant_id() $$`,
    culprit: /^function app\.find_posts\(.*\): gives a client other rows/,
  },
  {
    mistake: 'makes something unique across tenants',
    sql: 'create unique index contacts_phone_key on contacts (phone)',
    culprit: /^contacts: unique index contacts_phone_key does not start with tenant_id/,
  },
  {
    mistake: 'makes something unique across the clients of a tenant',
    sql: 'create unique index contacts_phone_key on contacts (tenant_id, phone)',
    culprit: /^contacts: unique index contacts_phone_key spans clients/,
  },
  {
    mistake: 'points a foreign key past the tenant',
    sql: 'alter table comments add constraint comments_any_post_fk foreign key (post_id) references posts (id)',
    culprit: /^comments: foreign key comments_any_post_fk to posts leaves tenant_id out/,
  },
  {
    mistake: 'points a foreign key past the client',
    sql: 'create unique index runs_tenant_key on runs (tenant_id, id); alter table run_steps add constraint run_steps_any_fk foreign key (tenant_id, run_id) references runs (tenant_id, id)',
    culprit: /^run_steps: foreign key run_steps_any_fk to runs leaves client_id out/,
  },
  {
    mistake: 'puts app_user into a role that bypasses row security',
    sql: 'create role scratch_bypass bypassrls; grant scratch_bypass to app_user',
    culprit: /^role app_user: may bypass row security .* by scratch_bypass/,
    undo: 'drop role scratch_bypass',
  },
  {
    mistake: 'lets app_user own a table',
    sql: 'alter table redirects owner to app_user',
    culprit: /^role app_user: owns table redirects/,
  },
  {
    mistake: 'lets app_user create tables of its own',
    sql: 'grant create on schema public to app_user',
    culprit: /^role app_user: may create things in the schema public/,
  },
  {
    mistake: 'grants TRUNCATE with all the rest',
    sql: 'grant all on contacts to app_user',
    culprit: /^contacts: app_user may truncate/,
  },
  {
    mistake: 'grants to everybody',
    sql: 'grant select on imports to public',
    culprit: /^imports: platform_user may select, which nobody has reviewed/,
  },
  {
    mistake: 'grants a partition beside its parent',
    sql: `create table visits (id uuid not null, tenant_id uuid not null, at date not null) partition by range (at);
      create table visits_2026 partition of visits for values from ('2026-01-01') to ('2027-01-01');
      alter table visits enable row level security; alter table visits force row level security;
      create policy visits_tenant on visits to app_user using (${tenantBound}) with check (${tenantBound});
      grant select, insert on visits to app_user; grant select on visits_2026 to app_user`,
    culprit: /^visits_2026: app_user may select a partition/,
  },
  {
    mistake: 'adds a table without row security',
    sql: noted,
    culprit: /^notes: row security is not enabled/,
  },
  {
    mistake: 'adds a table with row security and no policy',
    sql: `${noted} ${secured}`,
    culprit: /^notes: no policy for app_user/,
  },
  {
    mistake: 'adds a table without a tenant',
    sql: `${noted} alter table notes drop column tenant_id; ${secured} create policy p on notes to app_user using (true)`,
    culprit: /^notes: no NOT NULL tenant_id/,
  },
  {
    mistake: 'lets a row belong to nobody',
    sql: 'alter table runs alter column tenant_id drop not null',
    culprit: /^runs: no NOT NULL tenant_id/,
  },
  {
    mistake: 'lets the audit log be changed',
    sql: 'grant update (details) on audit_log to app_user',
    culprit: /^audit_log: app_user may update what is written once/,
  },
  {
    mistake: 'lets notes of finished jobs be deleted',
    sql: 'grant delete on job_runs to app_user',
    culprit: /^job_runs: app_user may delete what is written once/,
  },
  {
    mistake: 'shows a tenant more of people than their names',
    sql: 'grant select (agency_name) on users to app_user',
    culprit: /^users: app_user may select .*agency_name/,
  },
  {
    mistake: 'shows a tenant everybody',
    sql: 'alter policy users_members on users using (true)',
    culprit: /^users: a tenant sees people who are not its members/,
  },
  {
    mistake: 'shows a tenant its members’ sessions',
    sql: 'grant select on sessions to app_user; create policy s on sessions for select to app_user using (user_id in (select user_id from memberships))',
    culprit: /^sessions: app_user may select/,
  },
  {
    mistake: 'gives the relay more than the outbox',
    sql: 'grant select on contacts to relay_user',
    culprit: /^contacts: relay_user may select, which nobody has reviewed/,
  },
  {
    mistake: 'lets the relay rewrite events',
    sql: 'grant update (payload) on outbox to relay_user',
    culprit: /^outbox: relay_user may update more than sent_at/,
  },
  {
    mistake: 'lets platform staff’s role write',
    sql: 'grant update on tenants to platform_user',
    culprit: /^tenants: platform_user may update, which nobody has reviewed/,
  },
]
