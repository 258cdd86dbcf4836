import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { fingerprintOf } from '#tests/contract/fingerprint.ts'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { planLimits } from '#workers/tenancy/plan-limits.ts'

const { port } = inject('stack')
let world: World
let agency: Agency
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())

const bring = (body: object, by = agency) =>
  by.owner.call('POST', '/clients', { clientName: 'Harbor Dental', website: {}, ...body })
const hostsOf = async (websiteId: string): Promise<string[]> =>
  (await agency.owner.call('GET', `/websites/${websiteId}`)).body.domains.map(
    ({ host }: { host: string }) => host,
  )

describe('bringing a client on board', () => {
  test('puts a site live at its platform address', async () => {
    const { host } = await world.onboard(agency, { clientName: 'Quayside Dental' })
    const page = await world.visit(host, '/')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Quayside Dental')
    expect(page.body).not.toMatch(/<script(?! type="application\/ld\+json")/)
  })

  test('takes seven steps, each told of when it is done', async () => {
    const { runId, websiteId } = await world.onboard(agency)
    const { body } = await agency.owner.call('GET', `/runs/${runId}`)
    expect(body).toMatchObject({
      kind: 'client.onboarding',
      title: 'Bring Harbor Dental on board',
      status: 'done',
      subjectId: websiteId,
    })
    expect(
      body.steps.map(({ key, status, attempts }: Record<string, unknown>) => [key, status, attempts]),
    ).toEqual(
      ['client', 'site', 'files', 'pages', 'form', 'snapshot', 'hosts'].map((key) => [key, 'done', 1]),
    )
    expect(body.steps.at(-1).message).toContain(`localhost:${port}`)
    const { body: website } = await agency.owner.call('GET', `/websites/${websiteId}`)
    expect(website).toMatchObject({
      status: 'live',
      template: 'clinic',
      counts: { pages: expect.any(Number), submissions: 0 },
    })
    expect(website.counts.pages).toBeGreaterThan(2)
  })

  test('shows the business as it was described', async () => {
    const business = {
      phone: '+49 30 5550100',
      address: 'Quay 7, Hamburg',
      hours: 'Mo–Fr 8–16',
      email: 'hi@harbor.test',
    }
    const { host } = await world.onboard(agency, {
      business,
      contact: { name: 'Dr. Ada', email: 'ada@harbor.test' },
    })
    const { text } = await browse(host, '/contact')
    // Telephone numbers are written so that they do not break.
    const read = text.replaceAll('\u00a0', ' ')
    for (const each of Object.values(business)) expect(read).toContain(each)
    expect(text).not.toContain('ada@harbor.test')
  })

  test('serves a domain of their own by its name', async () => {
    const domain = `${newId()}.example`
    const { body } = await bring({ clientName: 'Own Domain', website: { domain } })
    await runToEnd(agency.owner, body.runId)
    expect(await hostsOf(body.websiteId)).toHaveLength(2)
    for (const host of [domain, domain.toUpperCase(), `${domain}:${port}`])
      expect((await browse(host, '/')).text).toContain('Own Domain')
  })

  test('makes the address of the name, and another of a name that is taken', async () => {
    const clientName = `Zahnärzte am Kai ${newId().slice(-8)}`
    const made = [
      await bring({ clientName }),
      await bring({ clientName }),
      await bring({ clientName }, await world.agency()),
    ]
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201])
    const [[first = ''], [second = '']] = [
      await hostsOf(made[0]?.body.websiteId),
      await hostsOf(made[1]?.body.websiteId),
    ]
    expect(first).toMatch(/^zahnarzte-am-kai-[0-9a-f]{8}\.localhost$/)
    expect(second).toMatch(new RegExp(`^${first.split('.')[0]}-[0-9a-f]{5}\\.localhost$`))
  })

  test('of one name several times at once gives each an address', async () => {
    const clientName = `Rush ${newId().slice(-8)}`
    const made = await Promise.all([1, 2, 3, 4].map(() => bring({ clientName })))
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    const hosts = await Promise.all(made.map(({ body }) => hostsOf(body.websiteId)))
    expect(new Set(hosts.flat()).size).toBe(4)
    for (const { body } of made) await runToEnd(agency.owner, body.runId, 60_000)
  })

  test.each([
    '工作室',
    'Ω',
    '🦷🦷🦷',
    '--- ---',
    '<b>Bold & "Quoted"</b>',
    'x'.repeat(120),
    'Ab',
    'www',
    "Robert'); drop table clients;--",
  ])('works for a business called “%s”', async (clientName) => {
    const { status, body } = await bring({ clientName })
    expect(status).toBe(201)
    await runToEnd(agency.owner, body.runId)
    const [host = ''] = await hostsOf(body.websiteId)
    expect(new URL(`http://${host}`).host).toBe(host)
    const page = await eventually(async () => {
      const reply = await browse(host, '/')
      return reply.status === 200 ? reply : undefined
    })
    expect(page.text).not.toContain('<b>Bold')
  })
})

describe('bringing a client on board is refused', () => {
  const refused = async (
    body: object,
    code: Parameters<typeof expectProblem>[1],
    message: RegExp,
    by = agency,
  ) => {
    await settled(world.db, by.tenantId, 60_000)
    const before = await fingerprintOf(world.db, { tenantId: by.tenantId })
    const answer = await bring(body, by)
    expectProblem(answer, code)
    expect(answer.body.error.message).toMatch(message)
    expect(await fingerprintOf(world.db, { tenantId: by.tenantId })).toEqual(before)
  }

  test('at an address that is taken, whoever has it, and leaves nothing behind', async () => {
    const stranger = await world.agency()
    const slug = `taken-${newId().slice(-8)}`
    const domain = `${newId()}.example`
    await bring({ website: { slug, domain } }, stranger)
    await refused(
      { website: { slug } },
      'conflict',
      new RegExp(`^${slug} is in use already\\. Choose another address\\.$`),
    )
    await refused({ website: { domain } }, 'conflict', /is in use already/)
    await refused({ website: { slug: `free-${slug}`, domain } }, 'conflict', / or .* is in use already/)
  })

  test('from a template there is none of', async () => {
    await refused(
      { website: { template: 'nope' } },
      'invalid_input',
      /^website\.template: There is no template “nope”\.$/,
    )
  })

  test.each([
    [{ clientName: '' }, /^clientName: Enter the name of the business\.$/],
    [{ clientName: 'x'.repeat(121) }, /^clientName: A name has at most 120 characters\.$/],
    [{ website: { slug: 'No Spaces' } }, /^website\.slug: Use 3 to 63 letters/],
    [{ website: { slug: 'a.b' } }, /^website\.slug: /],
    [{ website: { features: ['teleport'] } }, /^website\.features\.0: Choose one of blog, /],
    [{ website: undefined }, /^website: This is missing\.$/],
    [{ tenantId: newId() }, /^There is no “tenantId” here\.$/],
    [{ contact: { name: 'Ada' } }, /^contact\.email: This is missing\.$/],
  ])('with %j', async (body, message) => refused(body, 'invalid_input', message))

  test('beyond what the plan holds', async () => {
    const full = await world.agency()
    await world.db.query(
      `insert into clients (id, tenant_id, name) select uuidv7(), $1, 'Client ' || n from generate_series(1, $2) n`,
      [full.tenantId, planLimits.clients],
    )
    await refused({}, 'plan_required', /^Your plan holds 100 clients\. Upgrade it to add another\.$/, full)
    await world.db.query(
      'update clients set deleted_at = now() where id = (select id from clients where tenant_id = $1 and id <> $1 limit 1)',
      [full.tenantId],
    )
    expect((await bring({}, full)).status).toBe(201)
  })
})
