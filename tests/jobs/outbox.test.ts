import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailsTo, newcomer } from '#tests/auth/newcomers.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { advanceQueue, deliver, event } from './deliveries.ts'
import { settled } from './settled.ts'

let world: World
let agency: Agency
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())

const countOf = async (table: string, tenantId: string) =>
  (await world.db.query(`select count(*)::int as n from ${table} where tenant_id = $1`, [tenantId])).rows[0].n

/** A mail and its event, as a request leaves them that was killed before it could hand the event on. */
async function leaveMail(options: { deliverAfter?: string; age?: string } = {}) {
  const { email } = newcomer()
  const [mailId, eventId] = [newId(), newId()]
  const { deliverAfter = null, age = '1 minute' } = options
  await world.db.query(
    `insert into mails (id, tenant_id, client_id, kind, to_email, from_name, subject, html, text)
     values ($1, $2, $2, 'test', $3, 'DDE', 'Left behind', '<p>Hello</p>', 'Hello')`,
    [mailId, agency.tenantId, email],
  )
  await world.db.query(
    `insert into outbox (id, tenant_id, client_id, name, payload, deliver_after, created_at)
     values ($1, $2, $2, 'mail.queued', $3, now() + $4::interval, now() - $5::interval)`,
    [eventId, agency.tenantId, { mailId }, deliverAfter, age],
  )
  const sentAt = async () =>
    (await world.db.query('select sent_at from outbox where id = $1', [eventId])).rows[0].sent_at
  return {
    email,
    mailId,
    eventId,
    sentAt,
    event: { ...event('mail.queued', agency.tenantId, { mailId }), id: eventId },
  }
}

describe('an event nobody handed on', () => {
  test('is found by the sweep, and what it tells of happens once', async () => {
    const left = [await leaveMail(), await leaveMail(), await leaveMail()]
    await advanceQueue('61s', 'dde-sweep-outbox')
    for (const { email, sentAt } of left) {
      await eventually(async () => ((await mailsTo(email)).length > 0 ? true : undefined))
      expect(await sentAt()).not.toBeNull()
    }
    await advanceQueue('61s', 'dde-sweep-outbox')
    await settled(world.db, agency.tenantId)
    for (const { email } of left) expect(await mailsTo(email)).toHaveLength(1)
  })

  test('is left to its own request for the first few seconds', async () => {
    const [young, old] = [await leaveMail({ age: '-1 hour' }), await leaveMail()]
    await advanceQueue('61s', 'dde-sweep-outbox')
    await eventually(async () => ((await old.sentAt()) ? true : undefined))
    expect(await young.sentAt()).toBeNull()
    await world.db.query('delete from outbox where id = $1', [young.eventId])
  })

  test('and lies months ahead waits where it is, and holds nobody else up', async () => {
    const far = await leaveMail({ deliverAfter: '400 days' })
    const near = await leaveMail()
    await advanceQueue('61s', 'dde-sweep-outbox')
    await eventually(async () => ((await mailsTo(near.email)).length > 0 ? true : undefined))
    expect(await far.sentAt()).toBeNull()
    expect(await mailsTo(far.email)).toEqual([])
    await world.db.query('delete from outbox where id = $1', [far.eventId])
  })
})

describe('what a request did not do after all', () => {
  test('is never heard of: neither rows nor events of a refused client are left', async () => {
    const owner = await world.agency()
    const slug = `taken-${newId().slice(-8)}`
    await world.onboard(await world.agency(), { website: { template: 'clinic', slug } })
    const before = await countOf('outbox', owner.tenantId)
    for (const headers of [{}, { 'idempotency-key': newId() }]) {
      const body = { clientName: 'Too late', website: { slug } }
      const answer = await owner.owner.call('POST', '/clients', body, headers)
      expect(answer.status).toBe(409)
    }
    await advanceQueue('61s', 'dde-sweep-outbox')
    for (const table of ['runs', 'run_steps', 'sites', 'domains', 'job_runs'])
      expect(await countOf(table, owner.tenantId)).toBe(0)
    expect(await countOf('outbox', owner.tenantId)).toBe(before)
  })

  test('in a job is not heard of either: of several copies at once one counts', async () => {
    const owner = await world.agency()
    const { websiteId, clientId } = await world.onboard(owner)
    await settled(world.db, owner.tenantId)
    const { rows } = await world.db.query('select id from forms where site_id = $1', [websiteId])
    const [submissionId, formId] = [newId(), rows[0].id]
    await world.db.query(
      `insert into submissions (id, tenant_id, client_id, site_id, form_id, values, fingerprint)
       values ($1, $2, $3, $4, $5, '{"name": "Vera Visitor", "email": "vera@visitors.test"}', 'by hand')`,
      [submissionId, owner.tenantId, clientId, websiteId, formId],
    )
    const copies = Array.from({ length: 6 }, () =>
      deliver(event('form.submitted', owner.tenantId, { submissionId }, clientId)),
    )
    await Promise.all(copies)
    // Copies that met a mail just being sent come again much later, and find it sent.
    await eventually(async () => ((await mailsTo(owner.owner.email)).length > 0 ? true : undefined))
    expect(await countOf('contacts', owner.tenantId)).toBe(1)
    expect(await countOf('activities', owner.tenantId)).toBe(1)
    expect(await countOf('mails', owner.tenantId)).toBe(1)
    expect(await mailsTo(owner.owner.email)).toHaveLength(1)
  })
})

describe('a run', () => {
  test('that several deliveries work on at once comes out as if one had', async () => {
    const owner = await world.agency()
    const { body } = await owner.owner.call('POST', '/clients', { clientName: 'Crowded', website: {} })
    const request = event('run.requested', owner.tenantId, { runId: body.runId }, body.id)
    await Promise.all(
      Array.from({ length: 5 }, (_, at) => deliver({ ...request, id: at === 0 ? request.id : newId() })),
    )
    await runToEnd(owner.owner, body.runId)
    await settled(world.db, owner.tenantId, 60_000)
    const count = async (sql: string) => (await world.db.query(sql, [owner.tenantId])).rows[0].n
    expect(await count('select count(*)::int as n from snapshots where tenant_id = $1')).toBe(1)
    expect(await count('select count(*)::int as n from menus where tenant_id = $1')).toBe(2)
    expect(await count('select count(*)::int as n from forms where tenant_id = $1')).toBe(1)
    expect(
      await count(
        `select count(*)::int as n from audit_log where tenant_id = $1 and action = 'site.published'`,
      ),
    ).toBe(1)
    expect(
      await count('select (count(path) - count(distinct path))::int as n from pages where tenant_id = $1'),
    ).toBe(0)
  })

  test('goes on where it was cut off', async () => {
    const owner = await world.agency()
    const { runId } = await world.onboard(owner)
    await settled(world.db, owner.tenantId)
    await world.db.query(`update runs set status = 'running', finished_at = null where id = $1`, [runId])
    await world.db.query(
      `update run_steps set status = case key when 'form' then 'running' else 'waiting' end, finished_at = null
       where run_id = $1 and key in ('form', 'snapshot', 'hosts')`,
      [runId],
    )
    expect((await deliver(event('run.requested', owner.tenantId, { runId }))).status).toBe(200)
    const run = await runToEnd(owner.owner, runId)
    expect(run.steps.map(({ status }: { status: string }) => status)).toEqual(Array(7).fill('done'))
    expect(await countOf('forms', owner.tenantId)).toBe(1)
  })

  test('whose step fails for good says so, and can be tried again from there', async () => {
    const owner = await world.agency()
    const { runId, websiteId } = await world.onboard(owner)
    await settled(world.db, owner.tenantId)
    await world.db.query(`update sites set template = 'no-such-template' where id = $1`, [websiteId])
    await world.db.query(`update runs set status = 'waiting' where id = $1`, [runId])
    await world.db.query(`update run_steps set status = 'waiting' where run_id = $1`, [runId])
    await deliver(event('run.requested', owner.tenantId, { runId }))
    const { body: failed } = await owner.owner.call('GET', `/runs/${runId}`)
    expect(failed).toMatchObject({ status: 'failed' })
    expect(failed.steps[0]).toMatchObject({
      status: 'failed',
      message: "Template with ID 'no-such-template' not found.",
    })

    await world.db.query(`update sites set template = 'clinic' where id = $1`, [websiteId])
    const retried = await owner.owner.call('POST', `/runs/${runId}/steps/client/attempts`)
    expect(retried.status).toBe(202)
    await runToEnd(owner.owner, runId)
    const again = await owner.owner.call('POST', `/runs/${runId}/steps/client/attempts`)
    expect(again).toMatchObject({
      status: 409,
      body: { error: { message: 'Only a step that has failed can be tried again.' } },
    })
  })
})

describe('a mail', () => {
  test('whose sending was cut off goes out once, whether or not the provider had it already', async () => {
    const [had, lost] = [await leaveMail(), await leaveMail()]
    await deliver(had.event)
    expect(await mailsTo(had.email)).toHaveLength(1)
    await world.db.query(
      `update mails set status = 'sending', updated_at = now() - interval '1 minute' where id = any($1)`,
      [[had.mailId, lost.mailId]],
    )
    for (const { event: each } of [had, lost])
      expect((await deliver({ ...each, id: newId() })).status).toBe(200)
    expect(await mailsTo(had.email)).toHaveLength(1)
    expect(await mailsTo(lost.email)).toHaveLength(1)
    const { rows } = await world.db.query('select distinct status from mails where id = any($1)', [
      [had.mailId, lost.mailId],
    ])
    expect(rows).toEqual([{ status: 'sent' }])
  })

  test('somebody else is sending at the moment is tried again later', async () => {
    const { mailId, email, event: queued } = await leaveMail()
    await world.db.query(`update mails set status = 'sending', updated_at = now() where id = $1`, [mailId])
    expect((await deliver(queued)).status).toBe(503)
    expect(await mailsTo(email)).toEqual([])
  })
})
