import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openingTimes } from '#tests/fixtures/plugins/opening-times.ts'
import { fillIn } from '#tests/forms/visitor.ts'
import {
  type Agency,
  createWorld,
  eventually,
  type Person,
  runToEnd,
  type World,
} from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'

let world: World
let agency: Agency
let owner: Person
let site: Awaited<ReturnType<World['onboard']>>
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  site = await world.onboard(agency)
})
afterAll(() => world.close())

const { manifest, code } = openingTimes
const submit = (change: object = {}, other = code) =>
  owner.call('POST', '/plugins', { manifest: { ...manifest, ...change }, code: other })
const approve = (key: string, codeHash: string) =>
  owner.call('POST', `/plugins/${key}/approval`, { codeHash })
const onSite = (key: string) => `/websites/${site.websiteId}/plugins/${key}`

async function install(key: string, source: string, change: object = {}) {
  const { body } = await submit({ id: key, ...change }, source)
  await approve(key, body.codeHash ?? body.proposal.codeHash)
  expect((await owner.call('PUT', onSite(key), { isActive: true })).status).toBe(200)
}

let publishes = 0
/** A new page with one block of a plugin, as visitors get it, and what the plugin's screen says of it. */
async function published(key: string, values: object = {}) {
  const path = `/page-${++publishes}`
  const made = await owner.call('POST', `/websites/${site.websiteId}/pages`, { title: 'Times', path })
  const { id, version } = made.body
  const at = (index: number) => ({ parent: null, slot: '', index })
  const edited = await owner.call('POST', `/pages/${id}/edits`, {
    ...{ base: version, editor: newId() },
    patches: [
      { op: 'insert', at: at(0), ids: ['h'], nodes: { h: node('heading', { heading: 'Still here' }) } },
      {
        op: 'insert',
        at: at(1),
        ids: ['p'],
        nodes: { p: node('plugin', { plugin: key, block: 'times', values }) },
      },
    ],
  })
  await owner.call('PATCH', `/pages/${id}`, { status: 'published', version: edited.body.version })
  const { body } = await owner.call('POST', `/websites/${site.websiteId}/publication`)
  await runToEnd(owner, body.runId)
  const { items } = (await owner.call('GET', `/websites/${site.websiteId}/plugins`)).body
  const html = await eventually(async () => {
    const page = await world.visit(site.host, path)
    return page.status === 200 ? page.body : undefined
  })
  expect(html).toContain('Still here')
  // The next publish need not draw it again.
  await owner.call('DELETE', `/pages/${id}`)
  return { html, problem: items.find((plugin: { key: string }) => plugin.key === key)?.problem }
}
const node = (type: string, props: object) => ({ type, version: 1, props })

describe('a plugin of somebody else', () => {
  test('waits for its review, and what is approved is what was reviewed', async () => {
    const { status, body } = await submit()
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body).toMatchObject({ status: 'waiting', isShipped: false, capabilities: manifest.capabilities })
    expect((await owner.call('PUT', onSite(manifest.id), { isActive: true })).status).toBe(404)
    expect((await approve(manifest.id, 'f'.repeat(64))).status).toBe(409)
    expect((await approve(manifest.id, body.codeHash)).body).toMatchObject({
      status: 'approved',
      codeHash: body.codeHash,
    })
    expect((await owner.call('PUT', onSite(manifest.id), { isActive: true })).body).toMatchObject({
      isActive: true,
      config: { greeting: 'Welcome' },
    })
  })

  test('draws its block when the site is published', async () => {
    const { html, problem } = await published(manifest.id, { opens: '07:30' })
    expect(html).toContain('<strong>Welcome.</strong> From 07:30; on Sundays we are closed.')
    expect(problem).toBeNull()
  })

  test('goes on in the approved version while a newer one waits, which says what it wants beyond that', async () => {
    const capabilities = ['blocks', 'events', 'submissions:read', 'http:other.fixture-web.com']
    const newer = code.replace('.</strong> From ', '.</strong>! From ')
    const { body } = await submit({ version: '1.1.0', capabilities }, newer)
    expect(body).toMatchObject({
      status: 'approved',
      version: '1.0.0',
      proposal: {
        version: '1.1.0',
        added: ['http:other.fixture-web.com'],
        removed: ['http:api.fixture-web.com'],
      },
    })
    expect((await published(manifest.id)).html).toContain('Welcome.')
    await approve(manifest.id, body.proposal.codeHash)
    expect((await published(manifest.id)).html).toContain('Welcome.</strong>! From')
    expect((await owner.call('GET', '/plugins')).body.items[2]).toMatchObject({
      version: '1.1.0',
      proposal: null,
    })
  })

  test('is nobody else’s: another agency neither sees it nor can switch it on', async () => {
    const other = await world.agency()
    expect((await other.owner.call('GET', '/plugins')).body.items).toHaveLength(2)
    expect(
      (await other.owner.call('POST', `/plugins/${manifest.id}/approval`, { codeHash: 'a'.repeat(64) }))
        .status,
    ).toBe(404)
  })

  test('withdrawn leaves the website whole', async () => {
    await install('com.example.brief', code)
    await published('com.example.brief')
    expect((await owner.call('DELETE', '/plugins/com.example.brief')).status).toBe(204)
    expect((await published('com.example.brief')).html).not.toContain('Sundays')
  })

  test('stopped by the platform is off for everyone at once, and for visitors with the next publish', async () => {
    await install('com.example.stopped', code)
    const admin = await world.superAdmin()
    const decide = (isAllowed: boolean) =>
      admin.call('PUT', '/platform/plugins/com.example.stopped/decision', {
        isAllowed,
        note: 'It misbehaved.',
      })
    expect((await decide(false)).body).toMatchObject({ isAllowed: false, agencies: [agency.name] })
    const { items } = (await owner.call('GET', `/websites/${site.websiteId}/plugins`)).body
    const shown = items.find(({ key }: { key: string }) => key === 'com.example.stopped')
    expect(shown).toMatchObject({ isActive: false, lock: 'platform', note: 'It misbehaved.' })
    expect((await published('com.example.stopped')).html).not.toContain('Sundays')
    await decide(true)
    expect((await published('com.example.stopped')).html).toContain('Sundays')
  })

  test('cannot be stopped for everyone by an agency', async () => {
    const { status } = await owner.call('PUT', '/platform/plugins/forms/decision', {
      isAllowed: false,
      note: '',
    })
    expect(status).toBe(403)
  })
})

describe('a plugin that is told of what happens', () => {
  test('hears of a form that was sent, and what it fails with is shown', async () => {
    const source =
      'export default { async onEvent({ event, about, content }) { throw new Error(event + " " + about.form + " " + content.values.name) } }'
    await install('com.example.listener', source)
    expect((await fillIn(site.host)).status).toBe(303)
    const problem = await eventually(async () => {
      const { items } = (await owner.call('GET', `/websites/${site.websiteId}/plugins`)).body
      return items.find(({ key }: { key: string }) => key === 'com.example.listener').problem ?? undefined
    }, 20_000)
    expect(problem).toMatch(/^The plugin failed: form\.submitted \S+ Vera Visitor$/)
  })
})

describe('hostile code', () => {
  const drawing = (body: string) => `export default { async renderBlock() { ${body} } }`

  test.each([
    ['loops', 'for (;;) {}', /more time or memory|stopped|CPU|longer/],
    ['never answers', 'await new Promise(() => {})', /failed|longer/],
    [
      'takes all the memory',
      'const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))',
      /time or memory|stopped|failed/,
    ],
    [
      'calls hosts it did not declare',
      'await fetch("https://evil.fixture-web.com/"); return "<p>out</p>"',
      /not a host this plugin declared/,
    ],
    [
      'calls its own host without TLS',
      'await fetch("http://api.fixture-web.com/"); return "<p>out</p>"',
      /not a host this plugin declared/,
    ],
    ['gives no HTML', 'return { toString: () => "<b>" }', /gave no text/],
    ['gives too much', 'return "x".repeat(300000)', /gave (no text|more)/],
    ['throws', 'throw new Error("Out of " + "sorts")', /Out of sorts/],
  ])(
    '%s, and the site is published without its block',
    async (name, body, problem) => {
      const key = `com.example.h${name.toLowerCase().replaceAll(/\W/g, '')}`
      await install(key, drawing(body))
      const answer = await published(key)
      expect(answer.problem).toMatch(problem)
      expect(answer.html).not.toContain('<p>out</p>')
      await owner.call('DELETE', onSite(key))
    },
    60_000,
  )

  test('runs for others after one has hung', async () => {
    expect((await published(manifest.id)).problem).toBeNull()
  })

  test('has no script of its own on a page', async () => {
    const html =
      '<script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">x</a><p>fine</p>'
    await install('com.example.script', drawing(`return ${JSON.stringify(html)}`))
    const page = (await published('com.example.script')).html
    expect(page).toContain('<p>fine</p>')
    expect(page).not.toMatch(/alert\(/)
  })

  test('lies in its manifest: what it brings is not in the code, and that is what its screen says', async () => {
    await install('com.example.liar', 'export default {}')
    expect((await published('com.example.liar')).problem).toMatch(/The code has no renderBlock/)
    await install('com.example.broken', 'export default {{{')
    expect((await published('com.example.broken')).problem).toMatch(/failed/)
  })

  test('sees neither the platform’s secrets nor its bindings', async () => {
    const body =
      'const { env } = await import("cloudflare:workers"); return "<p>[" + Object.keys(env).join() + Object.keys(globalThis.process?.env ?? {}).join() + "]</p>"'
    await install('com.example.nosy', drawing(body))
    expect((await published('com.example.nosy')).html).toContain('<p>[]</p>')
  })

  test('without hosts has no network at all', async () => {
    const capabilities = ['blocks', 'events', 'submissions:read']
    await install(
      'com.example.offline',
      drawing('await fetch("https://api.fixture-web.com/"); return "<p>out</p>"'),
      { capabilities },
    )
    const { html, problem } = await published('com.example.offline')
    expect(html).not.toContain('<p>out</p>')
    expect(problem).toMatch(/not permitted to access the internet/)
  })

  test('into a private network leads no name it declared', async () => {
    const capabilities = ['blocks', 'events', 'http:inside.fixture-web.com']
    await install(
      'com.example.inside',
      drawing('await fetch("https://inside.fixture-web.com/"); return "<p>out</p>"'),
      { capabilities },
    )
    expect((await published('com.example.inside')).problem).toMatch(/private network/)
  })
})

describe('a block on the builder’s canvas', () => {
  const drawing = (body: object, person = owner) =>
    person.call('POST', `/websites/${site.websiteId}/plugin-drawings`, body)

  test('is drawn by the plugin’s code with the values it has at the moment, and made safe', async () => {
    const key = 'com.example.canvas'
    await install(key, code)
    const { status, body } = await drawing({ plugin: key, block: 'times', values: { opens: '07:15' } })
    expect(status).toBe(200)
    expect(body).toEqual({
      html: expect.stringContaining('From 07:15; on Sundays we are closed.'),
      problem: null,
    })
    const evil = 'com.example.canvas-evil'
    const source = 'export default { renderBlock: () => "<p onclick=steal()>Hi<script>steal()</script></p>" }'
    await install(evil, source)
    expect((await drawing({ plugin: evil, block: 'times' })).body.html).toBe('<p>Hi</p>')
  })

  test('says why it cannot be drawn, and is not looked for where it is not', async () => {
    const key = 'com.example.canvas-broken'
    await install(key, 'export default { renderBlock() { throw new Error("No times today") } }')
    expect((await drawing({ plugin: key, block: 'times' })).body).toEqual({
      html: '',
      problem: expect.stringContaining('No times today'),
    })
    expect((await drawing({ plugin: key, block: 'nothing' })).status).toBe(404)
    expect((await drawing({ plugin: 'forms', block: 'times' })).status).toBe(404)
    await owner.call('PUT', onSite(key), { isActive: false })
    expect((await drawing({ plugin: key, block: 'times' })).status).toBe(404)
    const stranger = (await world.agency()).owner
    expect((await drawing({ plugin: key, block: 'times' }, stranger)).status).toBe(404)
  })
})

test('a plugin that is uninstalled leaves the website whole: its block goes, the page stays, and nothing is drawn any more', async () => {
  const key = 'com.example.leaving'
  await install(key, code)
  expect((await published(key)).html).toContain('on Sundays we are closed')
  expect((await owner.call('DELETE', onSite(key))).status).toBe(204)
  const { html, problem } = await published(key)
  expect(html).not.toContain('on Sundays')
  expect(html).toContain('</footer>')
  expect(problem).toBeNull()
})
