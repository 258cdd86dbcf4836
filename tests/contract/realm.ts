import { inject } from 'vitest'
import { deliver } from '#tests/jobs/deliveries.ts'
import { settled } from '#tests/jobs/settled.ts'
import type { Agency, World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { createSignedLinks } from '#workers/core/signed-links.ts'
import { type Call, callAs } from './access-tokens.ts'
import { insertListing, insertReport, insertSubmission } from './market-rows.ts'
import { oneBlock } from './sample-request.ts'

/** A client of an agency with something of everything, and someone who may do everything for the agency. */
export interface Realm {
  agency: Agency
  clientId: string
  websiteId: string
  host: string
  /** What the website serves. */
  snapshotId: string
  /** As the agency's staff, with every permission there is. */
  call: Call
  /** A row of a collection, as paths name them: `contacts`, `posts`. */
  rowOf(collection: string): Promise<string>
}

const thingFields = [
  { key: 'name', label: 'Name', kind: 'text', isRequired: true },
  { key: 'size', label: 'Size', kind: 'number' },
]

export async function createRealm(world: World, agency?: Agency): Promise<Realm> {
  const owner = agency ?? (await world.agency())
  const { clientId, websiteId, host, runId } = await world.onboard(owner)
  const call = await callAs({ tenantId: owner.tenantId })
  const make = async (path: string, body: object) => {
    const answer = await call('POST', path, body)
    if (![201, 202].includes(answer.status)) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { body: website } = await call('GET', `/websites/${websiteId}`)
  /** Those concerned are told of it at once, so that the row does not change by itself two minutes later. */
  const startThread = async () => {
    const page = await make(`/websites/${websiteId}/pages`, { title: `Page ${newId()}` })
    const thread = await make(`/pages/${page.id}/threads`, { body: 'Shorter, please' })
    const { rows } = await world.db.query(
      `select id, name, tenant_id as "tenantId", client_id as "clientId", payload from outbox
       where tenant_id = $1 and name = 'thread.answered' and payload ->> 'threadId' = $2`,
      [owner.tenantId, thread.id],
    )
    for (const event of rows) await deliver(event)
    return thread
  }
  const sendReview = async () => {
    const page = await make(`/websites/${websiteId}/pages`, { title: `Page ${newId()}` })
    const emails = [`${newId()}@people.test`]
    return make(`/websites/${websiteId}/reviews`, { pageId: page.id, emails })
  }
  /** The run goes on by itself; `rowOf` waits until it has ended. */
  const saveTemplate = () =>
    make(`/websites/${websiteId}/templates`, {
      ...{ name: `Template ${newId()}`, description: 'For quiet practices', industry: 'Dentists' },
      category: 'health',
    })
  let things = 'things'
  const makers: Record<string, () => Promise<string>> = {
    clients: async () => clientId,
    websites: async () => websiteId,
    runs: async () => runId,
    steps: async () => 'client',
    contacts: async () =>
      (await make(`/crm/contacts?clientId=${clientId}`, { email: `${newId()}@people.test` })).id,
    pages: async () => (await make(`/websites/${websiteId}/pages`, { title: `Page ${newId()}` })).id,
    'page-revisions': async () => {
      const page = await make(`/websites/${websiteId}/pages`, { title: `Page ${newId()}` })
      return (await make(`/pages/${page.id}/revisions`, { name: 'As it is' })).id
    },
    snapshots: async () => website.snapshotId,
    threads: async () => (await startThread()).id,
    'thread-comments': async () => (await startThread()).comments[0].id,
    presence: async () => newId(),
    sections: async () =>
      (await make(`/websites/${websiteId}/sections`, { title: 'Promise', document: oneBlock })).id,
    'preview-tokens': async () =>
      (await make(`/websites/${websiteId}/preview-tokens`, { name: 'For the designer' })).id,
    collections: async () => {
      const path = `/websites/${websiteId}/collections`
      const { body } = await call('GET', `${path}/${things}`)
      // What was done to it may have left nothing an entry could be made of.
      if (body.fields?.[0].key === 'name') return things
      things = `things-${newId().slice(-12)}`
      await make(path, { name: 'Things', singular: 'Thing', key: things, fields: thingFields })
      return things
    },
    entries: async () =>
      (
        await make(`/websites/${websiteId}/collections/${await makers.collections?.()}/entries`, {
          data: { name: `Thing ${newId()}` },
        })
      ).id,
    'removed-fields': async () => {
      const path = `/websites/${websiteId}/collections/${await makers.collections?.()}`
      const { body } = await call('GET', path)
      const known = body.removedFields[0] ?? body.fields[1]
      if (body.removedFields.length === 0)
        await call('PATCH', path, { fields: [body.fields[0]], version: body.version })
      return known.id
    },
    'preview-links': async () => (await make(`/websites/${websiteId}/preview-links`, {})).id,
    reviews: async () => (await sendReview()).id,
    'review-links': async () => {
      const [reviewer] = (await sendReview()).reviewers
      const links = createSignedLinks(inject('stack').variables.AUTH_SECRET ?? '')
      return links.tokenOf('review', owner.tenantId, reviewer.id)
    },
    'scheduled-changes': async () => {
      const at = new Date(Date.now() + 86_400_000).toISOString()
      const page = await make(`/websites/${websiteId}/pages`, { title: `Page ${newId()}` })
      const body = { pageId: page.id, action: 'publish', at }
      return (await make(`/websites/${websiteId}/scheduled-changes`, body)).id
    },
    plugins: async () => 'portfolio',
    posts: async () => (await make('/cms/posts', { websiteId, title: `Post ${newId()}` })).id,
    terms: async () =>
      (await make(`/websites/${websiteId}/terms`, { taxonomy: 'tag', name: `Tag ${newId()}` })).id,
    authors: async () => (await make(`/websites/${websiteId}/authors`, { name: `Author ${newId()}` })).id,
    series: async () => (await make(`/websites/${websiteId}/series`, { name: `Series ${newId()}` })).id,
    'post-revisions': async () => {
      const post = await make('/cms/posts', { websiteId, title: `Post ${newId()}`, content: '<p>Once</p>' })
      // Only what was left alone for a while becomes a version of its own.
      await world.db.query(`update posts set edited_at = now() - interval '1 hour' where id = $1`, [post.id])
      await call('PATCH', `/cms/posts/${post.id}`, { content: '<p>Twice</p>', version: post.version })
      return (await call('GET', `/cms/posts/${post.id}/revisions`)).body.items[0].id
    },
    comments: async () => {
      const post = await make('/cms/posts', { websiteId, title: `Post ${newId()}` })
      const id = newId()
      await world.db.query(
        `insert into comments (id, tenant_id, client_id, site_id, post_id, author_name, content_html, written_at)
         values ($1, $2, $3, $4, $5, 'A reader', '<p>Well said.</p>', now())`,
        [id, owner.tenantId, clientId, websiteId, post.id],
      )
      return id
    },
    forms: async () => {
      const fields = [{ name: 'email', label: 'Email', kind: 'email' }]
      return (await make(`/websites/${websiteId}/forms`, { name: `Form ${newId()}`, fields })).id
    },
    submissions: async () => {
      const id = newId()
      await world.db.query(
        `insert into submissions (id, tenant_id, client_id, site_id, form_id, values, fingerprint)
         values ($1, $2, $3, $4, $5, '{"email": "someone@visitors.test"}', 'once')`,
        [id, owner.tenantId, clientId, websiteId, await makers.forms?.()],
      )
      return id
    },
    subscribers: async () => {
      const id = newId()
      await world.db.query(
        `insert into subscribers (id, tenant_id, client_id, site_id, email, email_key, status, token)
         values ($1, $2, $3, $4, $5, $5, 'subscribed', $6)`,
        [id, owner.tenantId, clientId, websiteId, `${id}@visitors.test`, newId()],
      )
      return id
    },
    templates: async () => 'studio',
    marketplace: () => insertListing(world),
    reports: () => insertReport(world, owner.tenantId),
    'market-submissions': () => insertSubmission(world, owner.tenantId),
    'agency-templates': async () => (await saveTemplate()).templateId,
    assets: () => insertAsset(world, { tenantId: owner.tenantId, clientId, websiteId }),
    versions: () => insertAsset(world, { tenantId: owner.tenantId, clientId, websiteId }),
    'asset-folders': async () => (await make(`/websites/${websiteId}/asset-folders`, { name: newId() })).id,
    uploads: async () =>
      (await make(`/websites/${websiteId}/uploads`, { fileName: 'a.txt', sizeBytes: 10 })).id,
    'site-languages': async () => {
      const code = `de-1${newId().slice(-7)}`
      const { items } = await make(`/websites/${websiteId}/languages`, { code })
      return items.find((language: { code: string }) => language.code === code).id
    },
    imports: async () =>
      (await make(`/websites/${websiteId}/imports`, { fileName: 'site.xml', sizeBytes: 1000 })).id,
    redirects: async () =>
      (await make(`/websites/${websiteId}/redirects`, { from: `/${newId()}`, to: '/about' })).id,
    'missing-pages': async () => {
      const id = newId()
      await world.db.query(
        `insert into missing_pages (id, tenant_id, client_id, site_id, path, last_seen_at) values ($1, $2, $3, $4, $5, now())`,
        [id, owner.tenantId, clientId, websiteId, `/${id}`],
      )
      return id
    },
    exports: async () => (await make(`/websites/${websiteId}/exports`, { form: 'whole' })).id,
    domains: async () => {
      const host = `${newId()}.example`
      const website = await make(`/websites/${websiteId}/domains`, { host })
      return website.domains.find((domain: { host: string }) => domain.host === host).id
    },
  }
  return {
    ...{ agency: owner, clientId, websiteId, host, snapshotId: website.snapshotId, call },
    async rowOf(collection) {
      const maker = makers[collection]
      if (!maker)
        throw new Error(`tests/contract/realm.ts does not say how a row of “${collection}” is made.`)
      const id = await maker()
      await settled(world.db, owner.tenantId)
      return id
    },
  }
}

/** A file that has arrived, without its bytes, and the version of it that it is. */
async function insertAsset(
  world: World,
  place: { tenantId: string; clientId: string; websiteId: string },
): Promise<string> {
  const id = newId()
  const where = [id, place.tenantId, place.clientId, place.websiteId]
  const facts = {
    ...{
      objectKey: `files/${place.websiteId}/${id}`,
      kind: 'document',
      contentType: 'text/plain',
      sizeBytes: 1,
    },
    ...{ sha256: 'a'.repeat(64), contentHash: 'a'.repeat(24), width: null, height: null },
    ...{ placeholder: '', isResizable: false },
  }
  await world.db.query(
    `insert into assets (id, tenant_id, client_id, site_id, file_name, kind, status, object_key, content_type, size_bytes, sha256, content_hash)
     values ($1, $2, $3, $4, 'a.txt', 'document', 'ready', $5, 'text/plain', 1, $6, $7)`,
    [...where, facts.objectKey, facts.sha256, facts.contentHash],
  )
  await world.db.query(
    `insert into uploads (id, tenant_id, client_id, site_id, file_name, size_bytes, part_bytes, object_key, upload_id, asset_id, status, facts)
     values ($1, $2, $3, $4, 'a.txt', 1, 1, 'x', 'x', $1, 'ready', $5)`,
    [...where, facts],
  )
  return id
}
