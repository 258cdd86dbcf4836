import type { Agency } from '#tests/stack/world.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { compare, type Measured, ratioOf, spreadOf, type Variant } from './compare.ts'
import { round, type Section, showAll, showSpread } from './report.ts'

const FEW = 1000
const MANY = 1_000_000
const ROUNDS = 5

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
  return withBenchStack(async (bench) => {
    const [few, many] = [await bench.world.agency(), await bench.world.agency()]
    await addContacts(bench, few, FEW)
    const started = Date.now()
    await addContacts(bench, many, MANY)
    const seeded = (Date.now() - started) / 1000
    await bench.world.db.query('vacuum analyze contacts')
    return describe(await compare(bench.loader, variantsOf(bench, few, many), ROUNDS), seeded)
  })
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

function variantsOf({ stack, ports, workerd, postgres }: BenchStack, few: Agency, many: Agency): Variant[] {
  const host = new URL(stack.origin).host
  return questions.flatMap(({ path }) =>
    [few, many].map(({ owner }, at) => ({
      ...{ name: `${path} ${at}`, pids: () => [...workerd(), ...postgres()] },
      load: () => ({
        ...{ port: ports.edge, hosts: [host], paths: [`/api/v1${path}`], count: 10, connections: 2 },
        headers: { authorization: `Bearer ${owner.token}` },
      }),
    })),
  )
}

function describe(results: Map<string, Measured>, seeded: number): Section {
  const cpu = (path: string, at: number) => results.get(`${path} ${at}`)?.cpuUs ?? []
  const wall = (path: string, at: number) =>
    spreadOf(results.get(`${path} ${at}`)?.wallUs ?? []).median / 1000
  return {
    title: 'A thousand contacts and a million',
    how: `CPU of workerd and PostgreSQL per request, for an agency with ${FEW.toLocaleString('en')} contacts and one with ${MANY.toLocaleString('en')}, in one database. ${ROUNDS} rounds of 10 requests, two at a time.`,
    head: ['question', FEW.toLocaleString('en'), MANY.toLocaleString('en'), 'ratio', 'on the clock'],
    rows: questions.map(({ what, path }) => [
      ...[what, showAll(cpu(path, 0), ' µs'), showAll(cpu(path, 1), ' µs')],
      showSpread(ratioOf(cpu(path, 1), cpu(path, 0)), '×'),
      `${round(wall(path, 0))} and ${round(wall(path, 1))} ms a request`,
    ]),
    notes: [
      `The ${MANY.toLocaleString('en')} rows were put in by SQL in ${round(seeded)} s, indexes included.`,
    ],
  }
}
