import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { oneBlock } from '#tests/contract/sample-request.ts'
import {
  type Agency,
  createWorld,
  eventually,
  type Person,
  runToEnd,
  type World,
} from '#tests/stack/world.ts'
import { newId, PLATFORM_TENANT } from '#workers/core/ids.ts'

const facts = {
  ...{ description: 'For quiet practices', industry: 'Dentists', category: 'health' },
}
const terms = { ...facts, tags: ['Calm', 'teal'], licence: 'Free to use on any website, pictures included.' }
let world: World
let maker: Agency
let other: Agency
let staff: Person
let websiteId: string
beforeAll(async () => {
  world = await createWorld()
  ;[maker, other, staff] = await Promise.all([world.agency(), world.agency(), world.superAdmin()])
  websiteId = (await world.onboard(maker)).websiteId
})
afterAll(() => world.close())

async function saved(name = `Practice ${newId().slice(-6)}`): Promise<string> {
  const { body } = await maker.owner.call('POST', `/websites/${websiteId}/templates`, { name, ...facts })
  await runToEnd(maker.owner, body.runId)
  return body.templateId
}

/** Handed in, and looked at by the machine. */
async function handedIn(templateId: string, change: object = {}) {
  const answer = await maker.owner.call('POST', `/agency-templates/${templateId}/submissions`, {
    ...terms,
    ...change,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return checked(answer.body.id)
}

const checked = (id: string) =>
  eventually(async () => {
    const { body } = await maker.owner.call('GET', `/market-submissions/${id}`)
    return body.status === 'checking' ? undefined : body
  }, 30_000)

const decide = (what: string, id: string, verdict: string, reasons = '') =>
  staff.call('PUT', `/platform/market/${what}/${id}/decision`, { verdict, reasons })

async function listed(templateId?: string) {
  const submission = await handedIn(templateId ?? (await saved()))
  expect(submission.status, JSON.stringify(submission.checks)).toBe('waiting')
  expect((await decide('submissions', submission.id, 'approved')).status).toBe(200)
  return submission
}

async function installed(agency: Agency, listing: string) {
  const answer = await agency.owner.call('PUT', `/marketplace/${listing}/installation`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(202)
  if (answer.body.runId) await runToEnd(agency.owner, answer.body.runId)
  return answer.body.targetId as string
}

describe('handing in', () => {
  test('is checked by a machine, and is nobody else’s to see meanwhile', async () => {
    const submission = await handedIn(await saved())
    expect(submission).toMatchObject({ status: 'waiting', number: 1, tags: ['calm', 'teal'] })
    expect(submission.checks.map(({ key }: { key: string }) => key)).toContain('contrast')
    expectProblem(await other.owner.call('GET', `/market-submissions/${submission.id}`), 'resource_not_found')
    expectProblem(await other.owner.call('GET', `/marketplace/${submission.listingId}`), 'resource_not_found')
  })

  test('costs nothing yet: a price is refused with a sentence', async () => {
    const path = `/agency-templates/${await saved()}/submissions`
    const answer = await maker.owner.call('POST', path, { ...terms, priceCents: 900 })
    expectProblem(answer, 'invalid_input')
    expect(answer.body.error.message).toContain('until billing is here')
    expectProblem(await maker.owner.call('POST', path, { ...terms, licence: '' }), 'invalid_input')
  })

  test('of what a machine finds fault with never reaches a person', async () => {
    const id = await saved()
    await world.db.query(
      `update template_versions set content = jsonb_set(content, '{theme,colors,text}', '"#eeeeee"') where template_id = $1`,
      [id],
    )
    const submission = await handedIn(id)
    expect(submission.status).toBe('failed')
    const contrast = submission.checks.find(({ key }: { key: string }) => key === 'contrast')
    expect(contrast.findings[0]).toContain('contrast of')
    const { body: queue } = await staff.call('GET', '/platform/market')
    expect(queue.submissions.some(({ id: each }: { id: string }) => each === submission.id)).toBe(false)
    expectProblem(await decide('submissions', submission.id, 'approved'), 'conflict')
  })

  test('waits for one decision at a time, and can be taken back', async () => {
    const id = await saved()
    const submission = await handedIn(id)
    const again = () => maker.owner.call('POST', `/agency-templates/${id}/submissions`, terms)
    expectProblem(await again(), 'conflict')
    expect((await maker.owner.call('DELETE', `/market-submissions/${submission.id}`)).status).toBe(204)
    expectProblem(await decide('submissions', submission.id, 'approved'), 'conflict')
    expect((await again()).status).toBe(201)
  })
})

describe('the platform’s staff', () => {
  test('sees what waits, looks at every page, and sends back with reasons only its agency reads', async () => {
    const submission = await handedIn(await saved())
    const { body: queue } = await staff.call('GET', '/platform/market')
    expect(queue.submissions).toContainEqual(
      expect.objectContaining({ id: submission.id, agencyName: maker.name }),
    )
    const preview = await staff.call('GET', `/platform/market/submissions/${submission.id}/preview`)
    expect(preview.body.pages.length).toBeGreaterThan(1)
    expectProblem(await decide('submissions', submission.id, 'returned'), 'invalid_input')
    expect((await decide('submissions', submission.id, 'returned', 'The menu is too long.')).status).toBe(200)
    const { body: seen } = await maker.owner.call('GET', `/market-submissions/${submission.id}`)
    expect(seen).toMatchObject({ status: 'returned', reasons: 'The menu is too long.' })
  })

  test('alone decides, and nobody of an agency sees the queue', async () => {
    const submission = await handedIn(await saved())
    const path = `/platform/market/submissions/${submission.id}/decision`
    expectProblem(await maker.owner.call('PUT', path, { verdict: 'approved' }), 'forbidden')
    expectProblem(await maker.owner.call('GET', '/platform/market'), 'forbidden')
  })
})

describe('what stands on the marketplace', () => {
  test('is found by every agency, looked at and installed as its own', async () => {
    const { listingId } = await listed()
    const { body: found } = await other.owner.call(
      'GET',
      '/marketplace?search=dentists%20teal&kind=template&sort=popular',
    )
    expect(found.items).toContainEqual(expect.objectContaining({ id: listingId, isOwn: false, rating: null }))
    const { body: none } = await other.owner.call('GET', '/marketplace?search=zebra')
    expect(none.items).toEqual([])
    const preview = await other.owner.call('GET', `/marketplace/${listingId}/preview?name=Quay`)
    expect(preview.body.canvas.site.business.name).toBe('Quay')

    const templateId = await installed(other, listingId)
    const { body: template } = await other.owner.call('GET', `/agency-templates/${templateId}`)
    expect(template).toMatchObject({
      source: 'market',
      listingId,
      versions: [{ number: 1, origin: 'Version 1' }],
    })
    const { body: listing } = await other.owner.call('GET', `/marketplace/${listingId}`)
    expect(listing).toMatchObject({ installCount: 1, installedNumber: 1, targetId: templateId })
    expectProblem(await other.owner.call('PUT', `/marketplace/${listingId}/installation`), 'conflict')
    const site = await world.onboard(other, { clientName: 'Quay', website: { template: templateId } })
    expect(site.websiteId).toBeTruthy()
    expectProblem(
      await other.owner.call('POST', `/agency-templates/${templateId}/submissions`, terms),
      'conflict',
    )
  })

  test('is brought up to date when its agency hands in a newer version, after a look at what changed', async () => {
    const id = await saved()
    const { listingId } = await listed(id)
    const templateId = await installed(other, listingId)
    await world.db.query(
      `update template_versions set content = jsonb_set(content, '{tagline}', '"Open again"') where template_id = $1`,
      [id],
    )
    await listed(id)
    const { body: listing } = await other.owner.call('GET', `/marketplace/${listingId}`)
    expect(listing).toMatchObject({ number: 2, installedNumber: 1 })
    const { body: difference } = await other.owner.call('GET', `/marketplace/${listingId}/comparison`)
    expect(difference.parts).toEqual([{ part: 'look', added: [], changed: ['Tagline'], removed: [] }])
    expect(await installed(other, listingId)).toBe(templateId)
    const { body: template } = await other.owner.call('GET', `/agency-templates/${templateId}`)
    expect(template.versions.map(({ origin }: { origin: string }) => origin)).toEqual([
      'Version 2',
      'Version 1',
    ])
  })

  test('is taken off by its agency, and by nobody else’s; who installed it keeps it', async () => {
    const { listingId } = await listed()
    const templateId = await installed(other, listingId)
    expectProblem(await other.owner.call('DELETE', `/marketplace/${listingId}`), 'resource_not_found')
    expect((await maker.owner.call('DELETE', `/marketplace/${listingId}`)).status).toBe(204)
    expectProblem(await other.owner.call('GET', `/marketplace/${listingId}`), 'resource_not_found')
    expect((await other.owner.call('GET', `/agency-templates/${templateId}`)).status).toBe(200)
  })

  test('may be a section, which becomes one of the agency’s own at once', async () => {
    const shared = await maker.owner.call('POST', `/websites/${websiteId}/shared-sections`, {
      ...{ title: 'Promise', document: oneBlock },
    })
    const answer = await maker.owner.call('POST', `/sections/${shared.body.id}/submissions`, terms)
    const submission = await checked(answer.body.id)
    expect(submission, JSON.stringify(submission.checks)).toMatchObject({
      status: 'waiting',
      kind: 'section',
    })
    await decide('submissions', submission.id, 'approved')
    const sectionId = await installed(other, submission.listingId)
    const site = await world.onboard(other)
    const { body: sections } = await other.owner.call('GET', `/websites/${site.websiteId}/sections`)
    expect(sections.items).toContainEqual(
      expect.objectContaining({ id: sectionId, title: 'Promise', isShared: true }),
    )
  })
})

describe('what agencies say of it', () => {
  test('is read by others once the staff let it through, and is counted', async () => {
    const { listingId } = await listed()
    const path = `/marketplace/${listingId}/review`
    const say = (rating: number, review: string) => other.owner.call('PUT', path, { rating, review })
    expectProblem(await say(5, 'Lovely'), 'conflict')
    await installed(other, listingId)
    expectProblem(await maker.owner.call('PUT', path, { rating: 5 }), 'conflict')
    expectProblem(await say(6, 'Lovely'), 'invalid_input')
    const { body: said } = await say(4, 'Lovely to work with')
    expect(said).toMatchObject({ rating: null, ownReview: { status: 'waiting', rating: 4 } })

    const { body: queue } = await staff.call('GET', '/platform/market')
    const waiting = queue.reviews.find((each: { listingId: string }) => each.listingId === listingId)
    expect(waiting).toMatchObject({ review: 'Lovely to work with', agencyName: other.name })
    await decide('reviews', waiting.id, 'approved')
    const { body: seen } = await maker.owner.call('GET', `/marketplace/${listingId}`)
    expect(seen).toMatchObject({ rating: 4, ratingCount: 1, reviews: [{ review: 'Lovely to work with' }] })

    await say(2, 'Changed my mind')
    const { body: still } = await other.owner.call('GET', `/marketplace/${listingId}`)
    expect(still).toMatchObject({ rating: 4, ownReview: { status: 'waiting' } })
    expect((await other.owner.call('DELETE', path)).status).toBe(204)
    const { body: gone } = await maker.owner.call('GET', `/marketplace/${listingId}`)
    expect(gone).toMatchObject({ rating: null, ratingCount: 0, reviews: [] })
    expectProblem(await other.owner.call('DELETE', path), 'resource_not_found')
  })

  test('may be a report, which the staff follows or dismisses', async () => {
    const { listingId } = await listed()
    const report = () =>
      other.owner.call('POST', `/marketplace/${listingId}/reports`, { reason: 'A stolen photo' })
    expect((await report()).status).toBe(204)
    expectProblem(await report(), 'conflict')
    const { body: queue } = await staff.call('GET', '/platform/market')
    const waiting = queue.reports.find((each: { listingId: string }) => each.listingId === listingId)
    expect(waiting).toMatchObject({ reason: 'A stolen photo', agencyName: other.name })
    await decide('reports', waiting.id, 'approved')
    expectProblem(await other.owner.call('GET', `/marketplace/${listingId}`), 'resource_not_found')
  })
})

describe('row security', () => {
  test('lets agencies read the platform’s rows of the marketplace and write none, nor read what others were told', async () => {
    const submission = await handedIn(await saved())
    await decide('submissions', submission.id, 'returned', 'Not yet.')
    const asAgency = async (tenantId: string, statement: string) => {
      await world.db.query('begin')
      try {
        await world.db.query('set local role app_user')
        await world.db.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
        return await world.db.query(statement)
      } finally {
        await world.db.query('rollback')
      }
    }
    const told = `select from market_decisions where subject_id = '${submission.id}'`
    expect((await asAgency(maker.tenantId, told)).rowCount).toBe(1)
    expect((await asAgency(other.tenantId, told)).rowCount).toBe(0)
    for (const table of ['market_listings', 'market_versions', 'market_reviews', 'market_decisions']) {
      const change = `update ${table} set updated_at = now() where tenant_id = '${PLATFORM_TENANT}'`
      expect((await asAgency(maker.tenantId, change)).rowCount).toBe(0)
    }
    const insert = `insert into market_reviews (id, tenant_id, listing_id, install_id, agency_name, rating, review, reviewed_at)
      values ('${newId()}', '${PLATFORM_TENANT}', '${newId()}', '${newId()}', 'x', 5, '', now())`
    await expect(asAgency(maker.tenantId, insert)).rejects.toThrow('row-level security')
  })
})
