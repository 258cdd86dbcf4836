import type { Agency } from '#tests/stack/world.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { measureFewAndMany } from './few-and-many.ts'
import type { Section } from './report.ts'

const entries = '/collections/houses/entries?limit=50'
const questions = [
  { what: 'List, first page', path: entries },
  { what: 'A choice that one in twenty has', path: `${entries}&filter[town]=t7` },
  { what: 'A choice nothing has', path: `${entries}&filter[town]=t99` },
  { what: 'A price between two', path: `${entries}&filter[price][gte]=500&filter[price][lt]=510` },
  { what: 'By price', path: `${entries}&sort=-price` },
  { what: 'By name, of one town', path: `${entries}&sort=name&filter[town]=t7` },
  { what: 'Words a few have', path: `${entries}&search=zebulon` },
  { what: 'Words nothing has', path: `${entries}&search=nothing-like-that` },
  { what: 'The collections of the website, with how many each holds', path: '/collections?limit=50' },
]

/** What lists and filters cost beside how many entries a collection has. */
export function measureCollections(): Promise<Section> {
  return withBenchStack((bench) =>
    measureFewAndMany(bench, {
      ...{ title: 'A thousand entries and a million', noun: 'entries in one collection', questions },
      tables: ['entries', 'entry_values'],
      add: async (agency, count) => ({ base: await addEntries(bench, agency, count) }),
    }),
  )
}

const TOWNS = Array.from({ length: 20 }, (_, at) => ({ value: `t${at}`, label: `Town ${at}` }))

/** Houses in twenty towns, straight into the database, with a row for each value as the product writes them. */
async function addEntries({ world }: BenchStack, agency: Agency, count: number): Promise<string> {
  const { websiteId, clientId } = await world.onboard(agency)
  const base = `/websites/${websiteId}`
  const { body } = await agency.owner.call('POST', `${base}/collections`, {
    ...{ name: 'Houses', singular: 'House', key: 'houses', icon: 'home' },
    fields: [
      { key: 'name', label: 'Name', kind: 'text' },
      { key: 'price', label: 'Price', kind: 'number' },
      { key: 'town', label: 'Town', kind: 'choice', options: [...TOWNS, { value: 't99', label: 'Nowhere' }] },
    ],
  })
  const [name, price, town] = body.fields.map(({ id }: { id: string }) => id)
  const owner = [agency.tenantId, clientId, body.id]
  await world.db.query(
    `insert into entries (id, tenant_id, client_id, site_id, collection_id, data, title, slug, status, position, search_text)
     select uuidv7(), $1, $2, $4, $3, jsonb_build_object($5::text, title, $6::text, (n::bigint * 7919) % 100000, $7::text, 't' || n % 20),
       title, 'house-' || n, 'published', n, lower(title) || ' town ' || n % 20
     from (select n, case when n % ($8::int / 10) = 0 then 'Zebulon' else 'House' end || ' ' || n as title
           from generate_series(1, $8::int) n) named`,
    [...owner, websiteId, name, price, town, count],
  )
  await world.db.query(
    `insert into entry_values (id, tenant_id, client_id, collection_id, entry_id, field, place, text_key, number_key)
     select uuidv7(), e.tenant_id, e.client_id, e.collection_id, e.id, v.field, 0, v.text_key, v.number_key
     from entries e, lateral (values
       ($4::text, lower(e.title), null::float8),
       ($5::text, null, (e.data ->> $5::text)::float8),
       ($6::text, e.data ->> $6::text, null)) v (field, text_key, number_key)
     where e.tenant_id = $1 and e.client_id = $2 and e.collection_id = $3`,
    [...owner, name, price, town],
  )
  return base
}
