import type { Agency } from '#tests/stack/world.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { measureFewAndMany } from './few-and-many.ts'
import type { Section } from './report.ts'

const questions = [
  { what: 'List, first page', path: '/crm/contacts?limit=50' },
  { what: 'Search that finds a few', path: '/crm/contacts?limit=50&search=zebulon' },
  { what: 'Search that finds one in twenty', path: '/crm/contacts?limit=50&search=fisher' },
  { what: 'Search that finds nothing', path: '/crm/contacts?limit=50&search=nobody-of-that-name' },
  { what: 'Those with a tag', path: '/crm/contacts?limit=50&tag=vip' },
  { what: 'Overview, which counts them', path: '/overview' },
]

/** What a list and a search cost beside how many contacts the agency has. */
export function measureContacts(): Promise<Section> {
  return withBenchStack((bench) =>
    measureFewAndMany(bench, {
      ...{ title: 'A thousand contacts and a million', noun: 'contacts', questions, tables: ['contacts'] },
      add: async (agency, count) => {
        await addContacts(bench, agency, count)
        return { base: '' }
      },
    }),
  )
}

/** Contacts of ten clients, straight into the database, with names of which some are rare. */
async function addContacts({ world }: BenchStack, agency: Agency, count: number): Promise<void> {
  const clients: string[] = []
  for (let at = 0; at < 10; at++) clients.push(await world.client(agency, `Client ${at}`))
  await world.db.query(
    `insert into contacts (id, tenant_id, client_id, email, email_key, first_name, last_name, company, tags, search_text, source)
     select uuidv7(), $1, ($2::uuid[])[1 + n % 10], mail, mail, first, last, company,
       case when n % 100 = 0 then array['vip'] else '{}'::text[] end,
       lower(concat_ws(' ', first, last, mail, company)), 'import'
     from (
       select n, 'person' || n || '@people.test' as mail, 'Company ' || n % 500 as company,
         case when n % ($3::int / 10) = 0 then 'Zebulon' else (array['Ada','Rosa','Leo','Noor','Hana','Omar','Pia'])[1 + n % 7] end as first,
         (array['Fisher','Reyes','Park','Khan','Weiss','Silva','Duarte','Marin','Lind','Moreau',
                'Okafor','Tan','Novak','Berg','Costa','Ivanov','Sato','Diaz','Kaya','Roth'])[1 + n % 20] as last
       from generate_series(1, $3::int) n) named`,
    [agency.tenantId, clients, count],
  )
}
