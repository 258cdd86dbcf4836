import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiAnswer, createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { type Call, callAs } from './access-tokens.ts'
import { endpoints, guarded, named, nameOf, statusOf } from './contract-table.ts'
import { prepare } from './performances.ts'
import { createRealm, type Realm } from './realm.ts'

/** Anything else costs exactly one round trip to the database, reading or writing. */
const otherTrips: Record<string, { trips: number; because: string }> = {
  'GET /me': { trips: 0, because: 'Identities are read by another role, outside the tenant’s scope.' },
  'GET /platform/tenants': { trips: 0, because: 'Read by another role, outside any scope.' },
  'GET /components': { trips: 0, because: 'Blocks are the renderer’s, who knows of no database.' },
  'GET /templates/{template}': { trips: 0, because: 'Templates come with the code.' },
  'POST /agency-templates/{id}/fetches': {
    trips: 2,
    because: 'Only what comes from a repository is fetched.',
  },
  'POST /agency-templates/{id}/submissions': { trips: 3, because: 'A copy is handed in, of what is there.' },
  'POST /sections/{id}/submissions': { trips: 3, because: 'A copy is handed in, of what is there.' },
  'GET /marketplace/{listing}/comparison': {
    trips: 2,
    because: 'Which version is installed is known first.',
  },
  'PUT /marketplace/{listing}/installation': { trips: 2, because: 'What is there is taken over.' },
  'PUT /marketplace/{listing}/review': {
    trips: 3,
    because: 'Only of what is installed; the answer is the listing as it then is.',
  },
  'DELETE /marketplace/{listing}/review': { trips: 2, because: 'Only of what is installed.' },
  'POST /marketplace/{listing}/reports': { trips: 2, because: 'Only about what is listed.' },
  'DELETE /marketplace/{listing}': { trips: 2, because: 'Which version stands there is known first.' },
  'GET /platform/market': { trips: 0, because: 'Read by another role, outside any scope.' },
  'GET /platform/market/submissions/{submission}/preview': {
    trips: 0,
    because: 'Read by another role, outside any scope.',
  },
  'PUT /platform/market/submissions/{submission}/decision': {
    trips: 2,
    because: 'A listing is renewed for its own agency only.',
  },
  'POST /agency-templates/{id}/versions': {
    trips: 2,
    because: 'The run belongs to whose template it is.',
  },
  'POST /websites/{id}/publication': { trips: 2, because: 'The run’s title and client need the site first.' },
  'POST /clients/{clientId}/website/deploy': { trips: 3, because: 'Finds the site, then publishes it.' },
  'DELETE /websites/{id}/domains/{domainId}': {
    trips: 2,
    because: 'The host’s pointer goes before its row does, and needs the host first.',
  },
  'GET /websites/{id}/changes': { trips: 3, because: 'Compiles what a publish would bring.' },
  'GET /websites/{id}/page-changes': {
    trips: 2,
    because: 'The page as it is edited, where the website is there.',
  },
  'POST /websites/{id}/staging': { trips: 2, because: 'The run’s title and client need the site first.' },
  'POST /websites/{id}/plugin-drawings': {
    trips: 2,
    because: 'Only code of a plugin that is on is read.',
  },
  'POST /websites/{id}/reviews': {
    trips: 3,
    because: 'What is sent, and who may be asked, is known from what is there.',
  },
  'PUT /websites/{id}/approval': { trips: 2, because: 'The answer looks at the published manifest as well.' },
  'POST /websites/{id}/unapproved-publication': {
    trips: 2,
    because: 'The audit log keeps what nobody had approved.',
  },
  'POST /pages/{id}/edits': { trips: 2, because: 'What the page becomes follows from what it is.' },
  'POST /subscriber-removals': { trips: 2, because: 'Who leaves is told of by name, which is read first.' },
  'POST /cms/posts/{id}/mailing': { trips: 2, because: 'Whether it may be sent is read first.' },
  'POST /cms/posts/{id}/mailing-tests': { trips: 2, because: 'What is sent is read first.' },
  'POST /submission-changes': { trips: 2, because: 'What is let in was spam before, which is read first.' },
  'POST /forms/{id}/reply-tests': { trips: 2, because: 'What is sent is read first.' },
  'PATCH /site-languages/{id}': { trips: 2, because: 'The website is known by the language only.' },
  'DELETE /site-languages/{id}': { trips: 2, because: 'The website is known by the language only.' },
  'PUT /site-languages/{id}/texts': { trips: 2, because: 'Which texts are HTML is known by what says them.' },
  'POST /site-languages/{id}/drafts': { trips: 3, because: 'The language, what is missing, the drafts.' },
  'POST /site-languages/{id}/file': {
    trips: 2,
    because: 'What a text is part of is read before it is changed.',
  },
  'PUT /websites/{id}/default-language': {
    trips: 3,
    because: 'What pages share is written anew from what it was; then the languages are listed.',
  },
  'PUT /pages/{id}/original-blocks': { trips: 2, because: 'What the page becomes follows from two pages.' },
  'POST /page-revisions/{id}/restoration': { trips: 2, because: 'The page is known by the revision only.' },
  'POST /cms/post-revisions/{id}/restoration': {
    trips: 2,
    because: 'The post is known by the revision only.',
  },
  'POST /cms/comment-moderations': { trips: 2, because: 'Which posts are published again depends on it.' },
  'POST /cms/comments/{id}/replies': {
    trips: 3,
    because: 'It stands where the comment does that it answers.',
  },
  'PATCH /cms/terms/{id}': {
    trips: 2,
    because: 'The old address, which is to lead to the new, comes first.',
  },
  'PATCH /cms/authors/{id}': {
    trips: 2,
    because: 'The old address, which is to lead to the new, comes first.',
  },
  'POST /cms/terms/{id}/merger': { trips: 2, because: 'Both must be of one website and kind.' },
  'POST /cms/authors/{id}/merger': { trips: 2, because: 'Both must be of one website.' },
  ...Object.fromEntries(
    [
      ...[
        'PATCH /',
        'POST /template',
        'POST /removed-fields/{field}/restoration',
        'DELETE /removed-fields/{field}',
      ],
      ...['POST /entries', 'PATCH /entries/{entryId}', 'POST /entry-additions', 'POST /entry-imports'],
    ].map((name) => {
      const [method, path = ''] = name.split(' ')
      return [
        `${method} /websites/{id}/collections/{key}${path === '/' ? '' : path}`,
        {
          trips: 2,
          because: 'What may be written is the collection’s to say, so its fields are read first.',
        },
      ]
    }),
  ),
  'POST /websites/{id}/collections/{key}/field-previews': {
    trips: 2,
    because: 'Reads the fields, then the entries, a thousand at a time.',
  },
  'POST /websites/{id}/collections/{key}/entry-import-checks': {
    trips: 2,
    because: 'Reads the fields, then what the rows may change.',
  },
  'POST /websites/{websiteId}/exports': {
    trips: 2,
    because: 'The run’s title and client need the site first.',
  },
  'POST /websites/{websiteId}/copies': {
    trips: 2,
    because: 'The run’s title and client need the site first.',
  },
  'POST /website-imports': { trips: 2, because: 'What was begun is read back as every import is.' },
  'POST /websites/{websiteId}/redirects': { trips: 2, because: 'A circle is found among the others first.' },
  'POST /websites/{websiteId}/redirect-imports': {
    trips: 2,
    because: 'A circle is found among the others first.',
  },
  'PUT /redirects/{id}': {
    trips: 3,
    because: 'Its website comes first, then the others a circle is found among.',
  },
  'DELETE /redirects/{id}': { trips: 2, because: 'What is removed stands in the audit log.' },
  ...Object.fromEntries(
    [
      'PUT /websites/{id}/plugins/{key}',
      'DELETE /websites/{id}/plugins/{key}',
      'POST /websites/{id}/plugins/{key}/pages',
      'DELETE /websites/{id}/plugins/{key}/collections',
    ].map((name) => [
      name,
      { trips: 2, because: 'What a plugin brings and takes is its manifest’s to say.' },
    ]),
  ),
  'GET /platform/plugins': { trips: 0, because: 'Read by another role, outside any scope.' },
  'DELETE /exports/{id}': { trips: 2, because: 'The bytes go before the row that knows where they lie.' },
  'POST /websites/{websiteId}/uploads': {
    trips: 2,
    because: 'The upload begins in R2 only for a site that is there.',
  },
  'POST /websites/{websiteId}/imports': {
    trips: 2,
    because: 'The upload begins in R2 only for a site that is there.',
  },
}
/** These need files and finished imports, and are tested where those are made. */
const elsewhere = [
  'POST /uploads/{id}/completion',
  'POST /imports/{id}/run',
  'POST /imports/{id}/attachment-attempts',
  'DELETE /imports/{id}',
]
const session = ['DELETE /auth/session', 'GET /me']

let world: World
let realm: Realm
let asPlatform: Call
beforeAll(async () => {
  world = await createWorld()
  realm = await createRealm(world)
  asPlatform = (await world.superAdmin()).call
})
afterAll(() => world.close())

const performed = guarded.filter((endpoint) => ![...elsewhere, ...session].includes(nameOf(endpoint)))

describe('an endpoint that is asked properly', () => {
  test.each(named(performed))('%s does what its contract says, at one round trip', async (name, endpoint) => {
    const call = String(endpoint.needs).startsWith('platform:') ? asPlatform : realm.call
    const { path, body } = await prepare(endpoint, realm, world)
    const answer = await call(endpoint.method.toUpperCase(), path, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(statusOf(endpoint))
    expectToKeepContract(endpoint, answer)
    expect(tripsOf(answer), otherTrips[name]?.because).toBe(otherTrips[name]?.trips ?? 1)
  })
})

test('every exception is one of an endpoint there is', () => {
  const names = endpoints.map(nameOf)
  expect(names).toEqual(expect.arrayContaining([...Object.keys(otherTrips), ...elsewhere, ...session]))
})

test('a request under a key costs more: its transaction stays open while the key is looked up and the answer kept', async () => {
  const { call, clientId } = realm
  const path = `/crm/contacts?clientId=${clientId}`
  const answer = await call('POST', path, { firstName: 'Keyed' }, { 'idempotency-key': newId() })
  expect(tripsOf(answer)).toBeGreaterThan(1)
})

describe('another path to the same', () => {
  const aliased = endpoints.flatMap((endpoint) =>
    (endpoint.aliases ?? []).map((alias): [string, string, typeof endpoint] => [
      nameOf(endpoint),
      alias,
      endpoint,
    ]),
  )
  test.each(aliased)('%s answers the same at %s', async (name, alias, endpoint) => {
    const { path, body } = await prepare(endpoint, realm, world)
    const atAlias = alias.replace(/\{\w+\}/, path.split('/')[2] ?? '')
    const answer = await realm.call(endpoint.method.toUpperCase(), atAlias, body)
    expect(answer.status).toBe(statusOf(endpoint))
    expectToKeepContract(endpoint, answer)
    expect(tripsOf(answer)).toBe(otherTrips[name]?.trips ?? 1)
    const viewer = await callAs({ tenantId: realm.agency.tenantId, permissions: [] })
    expect((await viewer(endpoint.method.toUpperCase(), atAlias, body)).status).toBe(403)
  })
})

describe('a stranger path', () => {
  test.each(['/', '/nowhere', '/clients/', '/CLIENTS', '/../v1/clients', '/clients/x/y/z'])(
    '%s is nothing, in the one error format',
    async (path) => {
      const answer = await realm.call('GET', path)
      expect([404, 200]).toContain(answer.status)
      if (answer.status === 404) expect(answer.body.error.code).toBe('resource_not_found')
    },
  )

  test('a method an endpoint does not have is nothing either', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await realm.call(method, '/clients')).status).toBe(404)
  })
})

/** Says nothing its contract does not promise: a field too many may be one nobody should see. */
function expectToKeepContract(
  { returns }: (typeof endpoints)[number],
  { body, status, headers }: ApiAnswer,
): void {
  expect(headers.get('cache-control')).toBe('no-store')
  if (status === 204 || body === '') {
    expect(returns.safeParse(undefined).success).toBe(true)
    return
  }
  const parsed = returns.safeParse(body)
  expect(parsed.error?.issues).toBeUndefined()
  expect(parsed.data).toEqual(body)
}

const tripsOf = ({ headers }: ApiAnswer): number =>
  Number(/db;dur=\d+;desc="(\d+)"/.exec(headers.get('server-timing') ?? '')?.[1])
