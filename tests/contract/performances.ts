import { beginUpload, sendParts, textBytes } from '#tests/assets/upload.ts'
import { openingTimes } from '#tests/fixtures/plugins/opening-times.ts'
import type { World } from '#tests/stack/world.ts'
import type { AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import { newId } from '#workers/core/ids.ts'
import { fillPath, nameOf, paramsOf } from './contract-table.ts'
import { insertInstall, insertReport, insertSubmission } from './market-rows.ts'
import type { Realm } from './realm.ts'
import { type KnownFields, oneBlock, sampleBody } from './sample-request.ts'

/** A request that should succeed. */
export interface Performance {
  path: string
  body: unknown
}

interface Preparation {
  /** Path parameters and body fields other than the ordinary ones. */
  ids?: Record<string, string>
  fields?: KnownFields
}

/** What must be so before an endpoint can do its work; most need nothing but a row. */
const preparations: Record<string, (realm: Realm, world: World) => Promise<Preparation>> = {
  'DELETE /clients/{id}': async ({ agency }, world) => ({ ids: { id: await world.client(agency) } }),
  'POST /clients/{id}/restoration': async ({ agency, call }, world) => {
    const id = await world.client(agency)
    await call('DELETE', `/clients/${id}`)
    return { ids: { id } }
  },
  'PATCH /clients/{id}': async ({ clientId }, world) => ({
    fields: { version: await versionOf(world, 'clients', clientId) },
  }),
  'PATCH /websites/{id}': async ({ websiteId }, world) => ({
    fields: { version: await versionOf(world, 'sites', websiteId) },
  }),
  'PUT /websites/{id}/menus': async ({ websiteId }, world) => ({
    fields: {
      primary: await menuOf(world, websiteId, 'footer'),
      footer: await menuOf(world, websiteId, 'primary'),
    },
  }),
  'PUT /websites/{id}/design': async ({ websiteId, call }) => ({
    fields: (await call('GET', `/websites/${websiteId}/design`)).body,
  }),
  'PUT /websites/{id}/access': async ({ websiteId, call }) => {
    const { kind, message, version } = (await call('GET', `/websites/${websiteId}/access`)).body
    return { fields: { kind, message, version } }
  },
  'PUT /websites/{id}/main-domain': async () => ({ fields: { domainId: null } }),
  'POST /websites/{id}/access-passes': async ({ websiteId }, world) => {
    await world.db.query(
      `update sites set access = access || '{"kind":"maintenance"}', staging_snapshot_id = snapshot_id where id = $1`,
      [websiteId],
    )
    return {}
  },
  'DELETE /websites/{id}/publication': async ({ websiteId }, world) => {
    await world.db.query(`update sites set status = 'live' where id = $1`, [websiteId])
    return {}
  },
  'POST /cms/posts': async ({ rowOf }) => ({
    fields: { authorId: await rowOf('authors'), seriesId: await rowOf('series') },
  }),
  'PATCH /cms/posts/{id}': async ({ rowOf }) => ({
    fields: { authorId: await rowOf('authors'), seriesId: await rowOf('series') },
  }),
  'POST /cms/post-changes': async ({ rowOf }) => ({
    fields: { ids: [await rowOf('posts')], authorId: await rowOf('authors') },
  }),
  'PATCH /cms/series/{id}': async ({ rowOf }) => ({ fields: { partIds: [await rowOf('posts')] } }),
  'POST /cms/comment-moderations': async ({ rowOf }) => ({
    fields: { ids: [await rowOf('comments')], status: 'approved' },
  }),
  'POST /cms/terms/{id}/merger': async ({ rowOf }) => ({ fields: { intoId: await rowOf('terms') } }),
  'POST /cms/authors/{id}/merger': async ({ rowOf }) => ({ fields: { intoId: await rowOf('authors') } }),
  'POST /cms/posts/{id}/restoration': async ({ rowOf, call }) => {
    const id = await rowOf('posts')
    await call('DELETE', `/cms/posts/${id}`)
    return { ids: { id } }
  },
  'POST /websites/{id}/pages': async ({ rowOf }) => ({
    fields: { path: `/${newId()}`, sourcePageId: await rowOf('pages') },
  }),
  'PATCH /pages/{id}': async ({ rowOf }) => ({
    ids: { id: await rowOf('pages') },
    fields: { path: `/${newId()}` },
  }),
  'POST /pages/{id}/edits': async () => ({
    fields: {
      patches: [
        {
          ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['a'] },
          nodes: { a: { type: 'hero', version: 1, props: { heading: 'Good morning' } } },
        },
      ],
    },
  }),
  'POST /forms/{id}/reply-tests': async ({ rowOf, call }) => {
    const id = await rowOf('forms')
    const { settings } = (await call('GET', `/forms/${id}`)).body
    const reply = { isOn: true, subject: 'Thank you', text: 'We have it.' }
    await call('PATCH', `/forms/${id}`, { settings: { ...settings, reply } })
    return { ids: { id } }
  },
  'POST /subscriber-removals': async ({ rowOf }) => ({ fields: { ids: [await rowOf('subscribers')] } }),
  'POST /subscriber-erasures': async ({ rowOf }) => ({ fields: { ids: [await rowOf('subscribers')] } }),
  'POST /cms/posts/{id}/mailing': async ({ rowOf }, world) => {
    await rowOf('subscribers')
    const id = await rowOf('posts')
    await world.db.query('update posts set announced_at = now() where id = $1', [id])
    return { ids: { id } }
  },
  'POST /submission-changes': async ({ rowOf }) => ({
    fields: { ids: [await rowOf('submissions')], assigneeId: null },
  }),
  'POST /submission-removals': async ({ rowOf }) => ({ fields: { ids: [await rowOf('submissions')] } }),
  'POST /submission-restorations': async ({ rowOf, call }) => {
    const ids = [await rowOf('submissions')]
    await call('POST', '/submission-removals', { ids })
    return { fields: { ids } }
  },
  'POST /websites/{id}/collections': async () => ({
    fields: {
      key: `k-${newId().slice(-12)}`,
      fields: [{ key: 'name', label: 'Name', kind: 'text' }],
      titleField: 'name',
    },
  }),
  'PATCH /websites/{id}/collections/{key}': async ({ rowOf, websiteId, call }) => {
    const key = await rowOf('collections')
    const { body } = await call('GET', `/websites/${websiteId}/collections/${key}`)
    const { version, fields } = body
    return { fields: { version, fields, titleField: 'name', askedFields: ['name'] } }
  },
  'POST /websites/{id}/collections/{key}/field-previews': async () => ({
    fields: { fields: [{ key: 'name', label: 'Name', kind: 'text' }] },
  }),
  'POST /websites/{id}/collections/{key}/restoration': async ({ rowOf, websiteId, call }) => {
    const key = await rowOf('collections')
    await call('DELETE', `/websites/${websiteId}/collections/${key}`)
    return { ids: { key } }
  },
  'DELETE /websites/{id}/collections/{key}/template': async ({ rowOf, websiteId, call }) => {
    await call('POST', `/websites/${websiteId}/collections/${await rowOf('collections')}/template`)
    return {}
  },
  'POST /websites/{id}/collections/{key}/entries': async () => ({ fields: { data: { name: 'One' } } }),
  'POST /websites/{id}/collections/{key}/entry-additions': async () => ({
    fields: { items: [{ data: { name: 'One' } }, { data: { name: 'Two' } }] },
  }),
  'POST /websites/{id}/collections/{key}/entry-changes': async () => ({ fields: { data: { size: 3 } } }),
  'POST /websites/{id}/collections/{key}/entry-moves': async ({ rowOf }) => ({
    fields: { ids: [await rowOf('entries')], beforeId: await rowOf('entries') },
  }),
  'POST /websites/{id}/collections/{key}/entry-import-checks': async () => ({
    fields: { csv: 'Name,Size\nOne,1', mapping: ['name', 'size'], matchBy: 'name' },
  }),
  'POST /websites/{id}/collections/{key}/entry-imports': async () => ({
    fields: { csv: 'Name,Size\nOne,1', mapping: ['name', 'size'], matchBy: 'name' },
  }),
  'POST /websites/{id}/preview-links': async ({ rowOf }) => ({ fields: { pageId: await rowOf('pages') } }),
  'POST /websites/{id}/reviews': async ({ rowOf }) => ({ fields: { pageId: await rowOf('pages') } }),
  'POST /websites/{id}/scheduled-changes': async ({ rowOf }) => ({
    fields: { pageId: await rowOf('pages') },
  }),
  'PUT /websites/{id}/approval': async () => ({ fields: { approval: 'none' } }),
  'PUT /websites/{id}/plugins/{key}': async () => ({ fields: { config: { order: 'By name' } } }),
  'POST /websites/{id}/templates': async () => ({ fields: { paths: ['/'] } }),
  'POST /agency-templates': async () => ({
    fields: { template_git_url: 'https://git.fixture-web.com/agency/practice', gitRef: 'main' },
  }),
  'POST /agency-templates/{id}/fetches': async ({ rowOf }, world) => {
    const id = await rowOf('agency-templates')
    await world.db.query(
      `update templates set source = 'git', template_git_url = 'https://git.fixture-web.com/agency/practice' where id = $1`,
      [id],
    )
    return { ids: { id }, fields: { gitRef: 'main' } }
  },
  'POST /agency-templates/{id}/versions': async () => ({ fields: { paths: ['/'] } }),
  'PATCH /agency-templates/{id}': async ({ rowOf, call }) => {
    const id = await rowOf('agency-templates')
    const { body } = await call('GET', `/agency-templates/${id}`)
    return { ids: { id }, fields: { version: body.version } }
  },
  'POST /sections/{id}/submissions': async ({ websiteId, call }) => ({
    ids: {
      id: (
        await call('POST', `/websites/${websiteId}/shared-sections`, { title: 'Promise', document: oneBlock })
      ).body.id,
    },
  }),
  'GET /marketplace/{listing}/comparison': (...given) => installedListing()(...given),
  'PUT /marketplace/{listing}/review': (...given) => installedListing()(...given),
  'DELETE /marketplace/{listing}/review': (...given) => installedListing(4)(...given),
  'DELETE /marketplace/{listing}': async ({ agency, rowOf }, world) => {
    const listing = await rowOf('marketplace')
    await insertSubmission(world, agency.tenantId, listing)
    return { ids: { listing } }
  },
  'GET /platform/market/submissions/{submission}/preview': async ({ agency }, world) => ({
    ids: { submission: await insertSubmission(world, agency.tenantId) },
  }),
  'PUT /platform/market/submissions/{submission}/decision': async ({ agency }, world) => ({
    ids: { submission: await insertSubmission(world, agency.tenantId) },
  }),
  'PUT /platform/market/reviews/{review}/decision': async ({ agency }, world) => ({
    ids: { review: (await insertInstall(world, agency.tenantId, 4)).id },
  }),
  'PUT /platform/market/reports/{report}/decision': async ({ agency }, world) => ({
    ids: { report: await insertReport(world, agency.tenantId) },
  }),
  'POST /websites/{id}/plugin-drawings': async ({ websiteId, call }) => {
    const { body } = await call('POST', '/plugins', givenPlugin())
    await call('POST', `/plugins/${body.key}/approval`, { codeHash: body.codeHash })
    await call('PUT', `/websites/${websiteId}/plugins/${body.key}`, { isActive: true })
    return { fields: { plugin: body.key, block: 'times', values: {} } }
  },
  'POST /plugins': async () => ({ fields: { manifest: givenPlugin().manifest } }),
  'POST /plugins/{key}/approval': async ({ call }) => {
    const { body } = await call('POST', '/plugins', givenPlugin())
    return { ids: { key: body.key }, fields: { codeHash: body.codeHash } }
  },
  'DELETE /plugins/{key}': async ({ call }) => ({
    ids: { key: (await call('POST', '/plugins', givenPlugin())).body.key },
  }),
  'DELETE /websites/{id}/plugins/{key}/collections': async ({ websiteId, call }) => {
    await call('PUT', `/websites/${websiteId}/plugins/portfolio`, { isActive: false })
    return {}
  },
  'POST /pages/{id}/restoration': async ({ rowOf, call }) => {
    const id = await rowOf('pages')
    await call('DELETE', `/pages/${id}`)
    return { ids: { id } }
  },
  'POST /websites/{websiteId}/redirects': async () => ({
    fields: { from: `/${newId()}`, to: '/about', status: 301 },
  }),
  'PUT /redirects/{id}': async () => ({ fields: { from: `/${newId()}`, to: '/about', status: 301 } }),
  'POST /websites/{websiteId}/redirect-imports': async () => ({ fields: { csv: `/${newId()},/about` } }),
  'PUT /websites/{id}/settings': async ({ websiteId, call }) => ({
    fields: (await call('GET', `/websites/${websiteId}/settings`)).body,
  }),
  'POST /websites/{websiteId}/copies': async ({ clientId }) => ({ fields: { clientId } }),
  'POST /website-imports': async ({ clientId }) => ({ fields: { clientId } }),
  'POST /exports/{id}/links': async ({ rowOf }, world) => {
    const id = await rowOf('exports')
    await world.db.query(`update archives set status = 'ready' where id = $1`, [id])
    return { ids: { id } }
  },
  'POST /pages/{id}/translations': async (realm, world) => ({
    fields: { language: await languageOf(realm, world), path: `/${newId()}` },
  }),
  'POST /cms/posts/{id}/translations': async (realm, world) => ({
    fields: { language: await languageOf(realm, world) },
  }),
  'POST /site-languages/{id}/file': async () => ({
    fields: { format: 'csv', content: 'Part,Place,Original,Translation\r\n' },
  }),
  'PUT /pages/{id}/translation-check': translatedPage,
  'PUT /pages/{id}/original-blocks': translatedPage,
  'PUT /cms/posts/{id}/translation-check': async (realm, world) => {
    const body = { language: await languageOf(realm, world) }
    const post = await realm.rowOf('posts')
    return { ids: { id: (await realm.call('POST', `/cms/posts/${post}/translations`, body)).body.id } }
  },
  'POST /websites/{id}/asset-folders': async () => ({ fields: { name: newId(), parentId: null } }),
  'POST /websites/{websiteId}/uploads': async () => ({
    fields: { fileName: 'a.txt', folderId: null, replacesId: null },
  }),
  'POST /uploads/{id}/parts': async () => ({ fields: { received: [], wanted: [1] } }),
  'POST /uploads/{id}/completion': async (realm) => {
    const bytes = textBytes('Once upon a time')
    const file = { fileName: 'a.txt', sizeBytes: bytes.length }
    const upload = await beginUpload(realm, realm.websiteId, file)
    await sendParts(realm, upload, bytes, [1])
    return { ids: { id: upload.id } }
  },
  'PATCH /assets/{id}': async () => ({ fields: { folderId: null } }),
  'PATCH /websites/{id}/assets': async ({ rowOf }) => ({
    fields: { ids: [await rowOf('assets')], folderId: null },
  }),
  'POST /assets/{id}/restoration': async ({ rowOf, call }) => {
    const id = await rowOf('assets')
    await call('DELETE', `/assets/${id}`)
    return { ids: { id } }
  },
  'DELETE /assets/{id}/bytes': async ({ rowOf, call }) => {
    const id = await rowOf('assets')
    await call('DELETE', `/assets/${id}`)
    return { ids: { id } }
  },
  'POST /assets/{id}/versions/{versionId}/restoration': async ({ rowOf }) => {
    const id = await rowOf('assets')
    return { ids: { id, versionId: id } }
  },
  'POST /runs/{id}/steps/{step}/attempts': async ({ agency, clientId, websiteId }, world) => {
    const id = newId()
    const mine = [id, agency.tenantId, clientId]
    await world.db.query(
      `insert into runs (id, tenant_id, client_id, kind, title, status, subject_id, created_by)
       values ($1, $2, $3, 'site.publication', 'Publish', 'failed', $4, 'Someone')`,
      [...mine, websiteId],
    )
    await world.db.query(
      `insert into run_steps (id, run_id, tenant_id, client_id, key, label, position, status)
       values ($4, $1, $2, $3, 'snapshot', 'Compile', 0, 'failed')`,
      [...mine, newId()],
    )
    return { ids: { id, step: 'snapshot' } }
  },
}

/** Something from the marketplace the agency has. */
const installedListing =
  (rating: number | null = null) =>
  async ({ agency }: Realm, world: World): Promise<Preparation> => ({
    ids: { listing: (await insertInstall(world, agency.tenantId, rating)).listing },
  })

/** The code of a language the website has. */
async function languageOf({ rowOf }: Realm, world: World): Promise<string> {
  const { rows } = await world.db.query('select code from site_languages where id = $1', [
    await rowOf('site-languages'),
  ])
  return rows[0].code
}

async function translatedPage(realm: Realm, world: World): Promise<Preparation> {
  const body = { language: await languageOf(realm, world) }
  const page = await realm.rowOf('pages')
  return { ids: { id: (await realm.call('POST', `/pages/${page}/translations`, body)).body.id } }
}

/** A plugin of somebody else, handed in for the first time. */
function givenPlugin() {
  const id = `com.example.p${newId().replaceAll('-', '')}`
  return { manifest: { ...openingTimes.manifest, id }, code: openingTimes.code }
}

async function versionOf(world: World, table: string, id: string): Promise<number> {
  const { rows } = await world.db.query(`select version from ${table} where id = $1`, [id])
  return rows[0].version
}

async function menuOf(world: World, websiteId: string, location: string): Promise<string> {
  const { rows } = await world.db.query('select id from menus where site_id = $1 and location = $2', [
    websiteId,
    location,
  ])
  return rows[0].id
}

/** A request of one's own for an endpoint, with the rows it takes made for it. */
export async function prepare(endpoint: AnyEndpoint, realm: Realm, world: World): Promise<Performance> {
  const { ids = {}, fields = {} } = (await preparations[nameOf(endpoint)]?.(realm, world)) ?? {}
  const { websiteId, snapshotId } = realm
  const values: Record<string, string> = { ...ids }
  for (const { name, collection } of paramsOf(endpoint)) values[name] ??= await realm.rowOf(collection)
  const known = { websiteId, snapshotId, ids: [await realm.rowOf('contacts')], ...fields }
  return { path: fillPath(endpoint.path, values), body: sampleBody(endpoint, known) }
}
