/** What breaks a rule of isolation on purpose, each with the reason it may. An entry that no longer applies is a finding too. */

/** Rows of people, not of agencies: only signing in reads and writes them. */
export const identityTables: ReadonlyMap<string, string> = new Map([
  ['users', 'One person may belong to several agencies.'],
  ['sessions', 'A session is a person’s; which agency it acts for is decided by its host.'],
  ['credentials', 'A password is a person’s.'],
  ['verifications', 'Exists before its person belongs anywhere.'],
  ['refresh_tokens', 'Belongs to a session.'],
])

/** What a tenant's own scope may see of those: the names of its members. */
export const visibleIdentityColumns: Record<string, readonly string[]> = { users: ['id', 'name', 'email'] }

/** Rows that are written once: neither changed nor deleted by anyone the Workers connect as. */
export const writtenOnce = ['audit_log', 'job_runs']

/** Unique across agencies, so that a second row tells there is a first. */
export const globalUniques: ReadonlyMap<string, string> = new Map([
  [
    'domains_host_key',
    'A host leads to one site on the whole platform; who adds one may learn it is in use.',
  ],
  ['tenants_slug_key', 'An agency’s address is one on the whole platform.'],
  ['users_email_key', 'One identity per address; only signing in can write it.'],
  ['sessions_token_key', 'Random; only signing in can write it.'],
  ['credentials_provider_key', 'One log-in per outside account; only signing in can write it.'],
  ['refresh_tokens_hash_key', 'A hash of something random; only signing in can write it.'],
])

/** Unique within an agency rather than within one of its clients. */
export const tenantWideUniques: ReadonlyMap<string, string> = new Map([
  ['clients_scope_key', 'A client’s own id is its client_id.'],
])

/** Columns that a table’s own checks want in a particular way, for a row made up. */
export const sampleColumns: Record<string, Record<string, string>> = {
  pages: { kind: 'section' },
}

/** Functions that run as their owner, past row security. `call` gives rows of one id column, for the words of anyone. */
export const definerFunctions: ReadonlyMap<string, { reason: string; call: string; table: string }> = new Map(
  [
    [
      'app.find_contacts(text,text,text,uuid,integer)',
      {
        reason: 'LIKE cannot use an index under row security; it applies the scope itself.',
        call: "select app.find_contacts('', null, null, null, null) as id",
        table: 'contacts',
      },
    ],
    [
      'app.find_posts(text,uuid,text,uuid,integer)',
      {
        reason: 'LIKE cannot use an index under row security; it applies the scope itself.',
        call: "select app.find_posts('', null, null, null, null) as id",
        table: 'posts',
      },
    ],
    [
      'app.find_entries(uuid,text,text,text,jsonb,text,boolean,jsonb,integer)',
      {
        reason: 'As above; its statement is put together from quoted literals, beginning with the scope.',
        call: 'select app.find_entries(null, null, null, null, null, null, null, null, null) as id',
        table: 'entries',
      },
    ],
  ],
)

/** Functions that run as their owner, write sums into rows of the platform and give nothing back. */
export const tallyFunctions: ReadonlyMap<string, string> = new Map([
  [
    'app.tally_listing(uuid)',
    'How often something was installed and how it was rated is counted across agencies; no row of theirs is told.',
  ],
])

const everything = ['select', 'insert', 'update', 'delete']

/** All that the roles beside `app_user` may do; their policies let them see every tenant. */
export const privilegedGrants: Record<string, Record<string, readonly string[]>> = {
  auth_user: {
    users: everything,
    sessions: everything,
    credentials: everything,
    verifications: everything,
    refresh_tokens: everything,
    tenants: ['select'],
    clients: ['select'],
    memberships: ['select'],
    roles: ['select'],
  },
  relay_user: { outbox: ['select', 'update'] },
  platform_user: {
    tenants: ['select'],
    clients: ['select'],
    sites: ['select'],
    plugins: ['select'],
    plugin_decisions: ['select'],
    market_submissions: ['select'],
    market_installs: ['select'],
    market_reports: ['select'],
    market_decisions: ['select'],
    market_listings: ['select'],
  },
}

/** Of those grants, the ones that reach some columns only. */
export const narrowedGrants: Record<string, readonly string[]> = {
  'relay_user update outbox': ['sent_at', 'updated_at'],
}
