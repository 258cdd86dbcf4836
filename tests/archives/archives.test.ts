import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import {
  type Agency,
  createWorld,
  eventually,
  type Person,
  runToEnd,
  type World,
} from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { addRichCollections } from './rich-collections.ts'
import { readZip, sendFile, zipOf } from './zip-files.ts'

const { port } = inject('stack')
let world: World
let agency: Agency
let owner: Person
let site: { websiteId: string; clientId: string; host: string }
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  site = await world.onboard(agency, { business: { phone: '+44 20 7946 0018', hours: 'Monday to Friday' } })
  await enrich(site)
})
afterAll(() => world.close())

/** Everything an archive holds that a template does not bring. */
async function enrich({ websiteId, clientId }: typeof site) {
  const ids = Array.from({ length: 6 }, newId)
  const owned = [agency.tenantId, clientId, websiteId]
  const [author, term, comment, reply, series, page] = ids
  const { rows } = await world.db.query('select id from posts where site_id = $1 order by slug limit 1', [
    websiteId,
  ])
  const post = rows[0].id
  const insert = (table: string, columns: string, values: unknown[]) =>
    world.db.query(
      `insert into ${table} (tenant_id, client_id, site_id, ${columns}) values (${[...owned, ...values].map((_, at) => `$${at + 1}`).join(', ')})`,
      [...owned, ...values],
    )
  await insert('authors', 'id, slug, name, email', [author, 'ada', 'Ada Lovelace', 'ada@people.test'])
  await insert('terms', 'id, taxonomy, slug, name', [term, 'category', 'advice', 'Advice & news'])
  await insert('post_terms', 'id, post_id, term_id', [newId(), post, term])
  await insert('series', 'id, slug, name', [series, 'first-steps', 'First steps'])
  await insert('site_languages', 'id, code, name, is_public, texts', [
    newId(),
    'de',
    'Deutsch',
    true,
    '{"Contact":"Kontakt"}',
  ])
  const document = {
    version: 1,
    root: ['a'],
    nodes: { a: { type: 'cta', version: 1, props: { heading: 'Shared words' } } },
  }
  const { body: kept } = await owner.call('POST', `/websites/${websiteId}/sections`, {
    title: 'Call',
    document,
  })
  const refers = {
    version: 1,
    root: ['s'],
    nodes: { s: { type: 'section', version: 1, props: { section: kept.id } } },
  }
  await insert('pages', 'id, path, title, document, section_ids, status', [
    page,
    '/sections',
    'Sections',
    JSON.stringify(refers),
    [kept.id],
    'published',
  ])
  await insert('pages', 'id, path, title, document, status, language, translation_of', [
    newId(),
    '/de/abschnitte',
    'Abschnitte',
    JSON.stringify(document),
    'published',
    'de',
    page,
  ])
  await addRichCollections(owner, websiteId)
  const lists = {
    version: 1,
    root: ['a', 'b'],
    nodes: {
      a: { type: 'collection-list', version: 1, props: { collection: 'dishes', facts: [{ field: 'cook' }] } },
      b: { type: 'projects', version: 1, props: { heading: 'Our work' } },
    },
  }
  await insert('pages', 'id, path, title, document, status', [
    ...[newId(), '/our-dishes', 'Our dishes', JSON.stringify(lists), 'published'],
  ])
  await world.db.query('update sites set settings = $2 where id = $1', [
    websiteId,
    {
      notFoundPageId: page,
      robots: 'User-agent: *\nDisallow: /x',
      sitemapExcludes: [],
      verification: { bing: 'b1' },
      headers: [],
    },
  ])
  await insert('redirects', 'id, from_path, to_path, status', [newId(), '/old', '/about', 301])
  const written = 'id, post_id, author_name, content_html, status, written_at, parent_id'
  await insert('comments', written, [
    comment,
    post,
    'Grace',
    '<p>Thank you!</p>',
    'approved',
    '2026-03-01T10:00:00Z',
    null,
  ])
  await insert('comments', written, [
    reply,
    post,
    'Ada',
    '<p>You are welcome.</p>',
    'approved',
    '2026-03-01T11:00:00Z',
    comment,
  ])
  await world.db.query(
    'update posts set author_id = $1, is_sticky = true, series_id = $3, series_part = 1 where id = $2',
    [author, post, series],
  )
}

const publish = async (websiteId: string, person = owner) => {
  const { body } = await person.call('POST', `/websites/${websiteId}/publication`)
  await runToEnd(person, body.runId, 60_000)
  const { rows } = await world.db.query(
    'select s.manifest from snapshots s join sites w on w.snapshot_id = s.id where w.id = $1',
    [websiteId],
  )
  return rows[0].manifest as string
}

async function exported(websiteId: string, form: 'whole' | 'static') {
  const created = await owner.call('POST', `/websites/${websiteId}/exports`, { form })
  expect(created.status).toBe(201)
  await runToEnd(owner, created.body.runId, 60_000)
  const { body: link } = await owner.call('POST', `/exports/${created.body.id}/links`)
  const response = await fetch(link.url)
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const { body } = await owner.call('GET', `/exports/${created.body.id}`)
  expect(bytes.length).toBe(body.sizeBytes)
  return { id: created.body.id as string, url: link.url as string, bytes }
}

/** Uploads a file as a new website of a client and waits for the end of it, whatever that is. */
async function imported(
  bytes: Uint8Array,
  clientId: string,
  { person = owner, name = `Moved ${newId().slice(-8)}` } = {},
) {
  const begun = await person.call('POST', '/website-imports', {
    ...{ clientId, name, fileName: 'site.zip', sizeBytes: bytes.length },
  })
  expect(begun.status).toBe(201)
  const run = await sendFile(world.origin, person, begun.body.id, bytes)
  return { websiteId: begun.body.websiteId as string, importId: begun.body.id as string, run }
}

describe('a whole export', () => {
  test('unpacked into a new website gives the identical snapshot', async () => {
    const original = await publish(site.websiteId)
    const { bytes } = await exported(site.websiteId, 'whole')
    const other = await world.agency()
    const clientId = await world.client(other, 'Harbor Dental')
    const { websiteId, run } = await imported(bytes, clientId, { person: other.owner, name: 'Harbor Dental' })
    expect(run.status).toBe('done')
    expect(await publish(websiteId, other.owner)).toBe(original)
  })

  test('keeps entries whole: what they hold and point at, in their order, with their plugins, forms and pages', async () => {
    const { bytes } = await exported(site.websiteId, 'whole')
    const { websiteId } = await imported(bytes, site.clientId)
    const [there, here] = await Promise.all(
      [site.websiteId, websiteId].map(async (id) => {
        const at = async (path: string) => (await owner.call('GET', `/websites/${id}/${path}`)).body
        const { items: plugins } = await at('plugins')
        const dishes = await at('collections/dishes')
        const found = await at('collections/dishes/entries?filter[course]=starter&sort=price')
        return {
          ...{
            found,
            takes: dishes.takesEntries,
            asked: dishes.askedFields,
            template: dishes.template?.path,
          },
          all: (await at('collections/dishes/entries')).items,
          plugin: plugins.find(({ key }: { key: string }) => key === 'portfolio'),
        }
      }),
    )
    const told = ({ all, found, takes, asked, template, plugin }: NonNullable<typeof here>) => ({
      ...{ takes, asked, template },
      found: found.items.map(({ title }: { title: string }) => title),
      plugin: { isActive: plugin.isActive, config: plugin.config, keptEntries: plugin.keptEntries },
      all: all.map(
        ({ data: { cook: _cook, with: _with, photo, text, ...data }, related, ...entry }: Entry) => ({
          ...{ slug: entry.slug, title: entry.title, status: entry.status, data },
          ...{ related: Object.values(related).toSorted(), hasPhoto: Boolean(photo), hasText: Boolean(text) },
        }),
      ),
    })
    if (!there || !here) throw new Error('Both are there.')
    expect(told(here)).toEqual(told(there))
    expect(told(here)).toMatchObject({
      found: ['Soup'],
      takes: true,
      plugin: { isActive: true, keptEntries: 1 },
    })
    expect(told(here).all.map(({ title }: { title: string }) => title)).toEqual(['Soup', 'Tart', 'Not ready'])
    expect(here.all[0].id).not.toBe(there.all[0].id)
  })

  test('of the first version of the format is read as well', async () => {
    const entries = await readZip((await exported(site.websiteId, 'whole')).bytes)
    const {
      collections: _collections,
      plugins: _plugins,
      ...old
    } = JSON.parse(entries.get('site.json') ?? '')
    entries.set('site.json', JSON.stringify({ ...old, version: 1 }))
    for (const name of entries.keys()) if (name.startsWith('entries/')) entries.delete(name)
    const { run, websiteId } = await imported(await zipOf(entries), site.clientId)
    expect(run.status).toBe('done')
    expect((await owner.call('GET', `/websites/${websiteId}/collections`)).body.items).toEqual([])
  })

  test('made twice is the same file', async () => {
    const [one, two] = [await exported(site.websiteId, 'whole'), await exported(site.websiteId, 'whole')]
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  })

  test('takes its files along, under new ids', async () => {
    const fileId = newId()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { bytes } = await exported(site.websiteId, 'whole')
    const entries = await readZip(bytes)
    const page = JSON.parse((entries.get('pages/0001.ndjson') ?? '').split('\n')[0] ?? '')
    page.seo = { ...page.seo, image: `/_dde/files/${fileId}/logo.png` }
    const line = {
      id: fileId,
      fileName: 'logo.png',
      title: '',
      alt: 'Logo',
      caption: '',
      width: 1,
      height: 1,
    }
    entries.set('pages/0001.ndjson', `${JSON.stringify(page)}\n`)
    entries.set('files.ndjson', `${JSON.stringify(line)}\n`)
    const file = await zipOf(entries, { [`files/${fileId}`]: png })
    const { websiteId, run } = await imported(file, site.clientId)
    expect(run.status).toBe('done')
    const { rows } = await world.db.query(
      'select id, content_type, object_key, status from assets where site_id = $1',
      [websiteId],
    )
    expect(rows).toMatchObject([
      {
        content_type: 'image/png',
        status: 'ready',
        object_key: expect.stringMatching(new RegExp(`^files/${websiteId}/[0-9a-f]{24}$`)),
      },
    ])
    expect(rows[0].id).not.toBe(fileId)
    const { rows: pages } = await world.db.query(
      "select seo from pages where site_id = $1 and kind = 'page'",
      [websiteId],
    )
    expect(pages[0].seo.image).toBe(`/_dde/files/${rows[0].id}/logo.png`)
  })

  test('is deleted with its bytes, and its link with it', async () => {
    const { id, url } = await exported(site.websiteId, 'whole')
    expect((await owner.call('DELETE', `/exports/${id}`)).status).toBe(204)
    expectProblem(await owner.call('GET', `/exports/${id}`), 'resource_not_found')
    expect((await fetch(url)).status).toBe(404)
  })

  test('is opened by nobody without a link, nor with one for another, or one that was changed', async () => {
    const [one, two] = [await exported(site.websiteId, 'static'), await exported(site.websiteId, 'whole')]
    const file = (id: string, token: string) => fetch(`${world.origin}/api/exports/${id}/file?token=${token}`)
    const token = new URL(one.url).searchParams.get('token') ?? ''
    expect((await file(one.id, '')).status).toBe(401)
    expect((await file(two.id, token)).status).toBe(401)
    expect((await file(one.id, `${token.slice(0, -2)}AA`)).status).toBe(401)
    expect((await file(newId(), token)).status).toBe(401)
    const stranger = (await world.agency()).owner
    expectProblem(await stranger.call('POST', `/exports/${one.id}/links`), 'resource_not_found')
  })
})

type Entry = {
  slug: string
  title: string
  status: string
  data: Record<string, unknown>
  related: Record<string, string>
}

describe('an imported file', () => {
  const changed = async (change: (entries: Map<string, string>) => void, files = {}) => {
    const { bytes } = await exported(site.websiteId, 'whole')
    const entries = await readZip(bytes)
    change(entries)
    return imported(await zipOf(entries, files), site.clientId)
  }
  const edited = (
    entries: Map<string, string>,
    name: string,
    edit: (value: Record<string, unknown>) => void,
  ) => {
    const value = JSON.parse((entries.get(name) ?? '').split('\n')[0] || '{}')
    edit(value)
    entries.set(name, `${JSON.stringify(value)}\n`)
  }

  test.each<[string, (entries: Map<string, string>) => void, RegExp]>([
    [
      'is of a version to come',
      (entries) =>
        entries.set(
          'site.json',
          JSON.stringify({ ...JSON.parse(entries.get('site.json') ?? ''), version: 3 }),
        ),
      /is of version 3; this is version 2/,
    ],
    [
      'climbs out of its folder',
      (entries) => entries.set('../../etc/passwd', 'x'),
      /holds “\.\.\/\.\.\/etc\/passwd”, which is no part of a website/,
    ],
    ['has no site in it', (entries) => entries.delete('site.json'), /holds no site\.json/],
    [
      'holds entries of no collection',
      (entries) => entries.set('entries/horses/00001.ndjson', '{}\n'),
      /site\.json tells of no collection “horses”/,
    ],
    [
      'says what no site can be',
      (entries) =>
        entries.set(
          'site.json',
          JSON.stringify({ ...JSON.parse(entries.get('site.json') ?? ''), theme: 'red' }),
        ),
      /site\.json: theme/,
    ],
  ])('that %s is refused with a reason', async (_name, change, reason) => {
    const { run, importId, websiteId } = await changed(change)
    expect(run.status).toBe('failed')
    const { body } = await owner.call('GET', `/imports/${importId}`)
    expect(body).toMatchObject({ status: 'failed', format: 'archive' })
    expect(body.problem).toMatch(reason)
    expect((await owner.call('GET', `/websites/${websiteId}`)).body.status).toBe('error')
  })

  test('whose pages are broken fails at the line, and leaves none of that part behind', async () => {
    const { run, websiteId } = await changed((entries) =>
      edited(entries, 'pages/0001.ndjson', (page) => {
        page.document = { version: 1, root: ['a'], nodes: {} }
      }),
    )
    expect(run.status).toBe('failed')
    const message = run.steps.find(({ key }: { key: string }) => key === 'pages').message
    expect(message).toMatch(/pages\/0001\.ndjson line 1: document: The page refers to block “a”/)
    expect(
      (await world.db.query("select 1 from pages where site_id = $1 and kind = 'page'", [websiteId]))
        .rowCount,
    ).toBe(0)
  })

  test('brings no script along, in any place', async () => {
    const evil = '<p>Hi<script>alert(1)</script><img src=x onerror=alert(1)></p>'
    const { run, websiteId } = await changed((entries) => {
      edited(entries, 'posts/0001.ndjson', (post) => {
        post.html = evil
      })
      edited(entries, 'entries/dishes/00001.ndjson', (entry) => {
        entry.values = { name: 'Soup', text: evil, photo: { src: 'javascript:alert(1)' } }
      })
      edited(entries, 'pages/0001.ndjson', (page) => {
        page.path = '/'
        page.document = {
          version: 1,
          root: ['a'],
          nodes: { a: { type: 'rich-text', version: 1, props: { html: evil } } },
        }
      })
    })
    expect(run.status).toBe('done')
    const { rows } = await world.db.query(
      `select document::text as text from pages where site_id = $1 union all select content_html from posts where site_id = $1
       union all select data::text from entries where site_id = $1`,
      [websiteId],
    )
    expect(rows.map(({ text }) => text).join(' ')).not.toMatch(/script|onerror/)
  })

  test('is undone by removing the website it became, with its files and its address, while nobody sees it', async () => {
    const { bytes } = await exported(site.websiteId, 'whole')
    const { websiteId, importId } = await imported(bytes, site.clientId)
    await publish(websiteId)
    expectProblem(await owner.call('DELETE', `/imports/${importId}`), 'conflict')
    await owner.call('DELETE', `/websites/${websiteId}/publication`)
    const { rows } = await world.db.query('select object_key from assets where site_id = $1', [websiteId])
    expect(rows).toHaveLength(1)
    const stranger = (await world.agency()).owner
    expectProblem(await stranger.call('DELETE', `/imports/${importId}`), 'resource_not_found')
    expect((await owner.call('DELETE', `/imports/${importId}`)).status).toBe(202)
    expectProblem(await owner.call('GET', `/websites/${websiteId}`), 'resource_not_found')
    expect((await owner.call('GET', `/imports/${importId}`)).body.status).toBe('undone')
    const left =
      'select (select count(*)::int from domains where site_id = $1) as domains, (select count(*)::int from assets where site_id = $1) as assets'
    await eventually(async () => {
      const { rows: counts } = await world.db.query(left, [websiteId])
      return counts[0].domains + counts[0].assets === 0 ? true : undefined
    })
  })

  test('that is no zip file at all says so', async () => {
    const { run } = await imported(new TextEncoder().encode('Once upon a time'), site.clientId)
    expect(run.status).toBe('failed')
    expect(run.steps[0].message).toBe('The file is damaged or is not a zip file.')
  })
})

describe('a copy of a website', () => {
  test('goes to another client of the agency, with that client’s own details, and waits to be published', async () => {
    const clientId = await world.client(agency, 'Newtown Dental')
    const name = 'Newtown Dental'
    const { status, body } = await owner.call('POST', `/websites/${site.websiteId}/copies`, {
      clientId,
      name,
    })
    expect(status).toBe(202)
    await runToEnd(owner, body.runId, 60_000)
    const { body: copy } = await owner.call('GET', `/websites/${body.websiteId}`)
    const { body: source } = await owner.call('GET', `/websites/${site.websiteId}`)
    expect(copy).toMatchObject({ clientId, name, status: 'unpublished', snapshotId: null })
    expect(copy.counts).toMatchObject({ pages: source.counts.pages, posts: source.counts.posts })

    await publish(body.websiteId)
    const host = new URL(copy.url).host
    const home = await eventually(async () => {
      const reply = await browse(host, '/')
      return reply.status === 200 ? reply : undefined
    })
    expect(home.text).toContain('Newtown Dental')
    expect(home.text.slice(home.text.indexOf('<footer'))).not.toContain('7946 0018')
    // Nothing is left of the file it went through.
    const left = await world.db.query('select 1 from archives where run_id = $1', [body.runId])
    expect(left.rowCount).toBe(0)
  })

  test('goes to no client of another agency, and takes no address somebody has', async () => {
    const stranger = await world.agency()
    const theirs = await world.client(stranger)
    const name = 'Somewhere else'
    expectProblem(
      await owner.call('POST', `/websites/${site.websiteId}/copies`, { clientId: theirs, name }),
      'resource_not_found',
    )
    const slug = site.host.split('.')[0]
    const taken = await owner.call('POST', `/websites/${site.websiteId}/copies`, {
      clientId: site.clientId,
      name,
      slug,
    })
    expectProblem(taken, 'conflict')
    const colleague = await world.person({
      tenantId: agency.tenantId,
      clientId: site.clientId,
      role: 'client_viewer',
    })
    expectProblem(
      await colleague.call('POST', `/websites/${site.websiteId}/copies`, { clientId: theirs, name }),
      'forbidden',
    )
  })
})

/** Links of a page of a static export that lead to no file of it. */
function lostLinks(name: string, html: string, names: ReadonlySet<string>): string[] {
  const folder = new URL(name, 'file:///site/')
  return [...html.matchAll(/\s(?:href|src)="([^"#?]+)[^"]*"/g)].flatMap(([, address = '']) => {
    if (/^(?:https?:|mailto:|tel:|data:)/.test(address)) return []
    const target = decodeURI(new URL(address, folder).pathname.slice('/site/'.length))
    return names.has(target) && !address.startsWith('/') ? [] : [`${address} on ${name}`]
  })
}

describe('a static export', () => {
  test('holds every page, opens from a folder, and leads nowhere that is not there', async () => {
    await publish(site.websiteId)
    const { bytes } = await exported(site.websiteId, 'static')
    const entries = await readZip(bytes)
    const names = new Set(entries.keys())
    for (const name of [
      'index.html',
      'about/index.html',
      'blog/index.html',
      '404.html',
      'sitemap.xml',
      'robots.txt',
      '_redirects',
    ])
      expect(names, name).toContain(name)
    expect(entries.get('_redirects')).toContain('/old /about 301')
    expect(entries.get('sections/index.html')).toContain('Shared words')
    expect(
      [...entries].flatMap(([name, html]) => (name.endsWith('.html') ? lostLinks(name, html, names) : [])),
    ).toEqual([])
    expect(entries.get('contact/index.html')).toMatch(
      new RegExp(`action="http://${site.host.replace(`:${port}`, '')}:${port}/_dde/forms/`),
    )
  })

  test('of a website that was never published says what to do', async () => {
    const clientId = await world.client(agency)
    const copy = await owner.call('POST', `/websites/${site.websiteId}/copies`, { clientId, name: 'Unseen' })
    await runToEnd(owner, copy.body.runId, 60_000)
    const { body } = await owner.call('POST', `/websites/${copy.body.websiteId}/exports`, { form: 'static' })
    const run = await eventually(async () => {
      const { body: seen } = await owner.call('GET', `/runs/${body.runId}`)
      return seen.status === 'failed' ? seen : undefined
    })
    expect(run.steps[0].message).toMatch(/^Publish the website first/)
  })
})
