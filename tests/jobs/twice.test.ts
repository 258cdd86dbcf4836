import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobs } from '#jobs/jobs.ts'
import { mailsTo } from '#tests/auth/newcomers.ts'
import { fingerprintOf } from '#tests/contract/fingerprint.ts'
import { browse } from '#tests/edge/browse.ts'
import { createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import type { QueuedEvent } from '#workers/core/ports.ts'
import { deliver } from './deliveries.ts'
import { settled } from './settled.ts'
import { liveThrough, type Story } from './story.ts'

let world: World
let story: Story
beforeAll(async () => {
  world = await createWorld()
  story = await liveThrough(world)
})
afterAll(() => world.close())

async function eventsFor(name: string): Promise<QueuedEvent[]> {
  const { rows } = await world.db.query(
    `select id, name, tenant_id as "tenantId", client_id as "clientId", payload from outbox where tenant_id = $1 and name = $2 order by id`,
    [story.tenantId, name],
  )
  return rows
}

/** All there is to see of the tenant: its rows, the mail its owner has, and what visitors get. */
const everything = async () => ({
  rows: await fingerprintOf(world.db, { tenantId: story.tenantId }),
  mails: (await mailsTo(story.ownerEmail)).length,
  site: (await browse(story.host, '/')).status,
})

describe.each(jobs.map(({ name, on }) => [name, on] as const))(
  '%s, when “%s” comes a second time',
  (name, on) => {
    test('changes nothing', async () => {
      const events = await eventsFor(on)
      expect(events.length, `tests/jobs/story.ts never sets off “${on}”`).toBeGreaterThan(0)
      const before = await everything()
      for (const event of events) expect(await deliver(event)).toEqual({ status: 200, text: 'done' })
      expect(await everything()).toEqual(before)
    })

    test('in several copies at once changes nothing either', async () => {
      const events = await eventsFor(on)
      const before = await everything()
      const answers = await Promise.all(
        events.flatMap((event) => [deliver(event), deliver(event), deliver(event)]),
      )
      for (const { status } of answers) expect(status).toBe(200)
      expect(await everything()).toEqual(before)
    })

    test('under another id, as if nobody had noted the first, says and sends nothing twice', async () => {
      const count = async () => ({
        ...(await everything()),
        rows: (
          await world.db.query(
            `select (select count(*)::int from mails where tenant_id = $1) as mails, (select count(*)::int from activities where tenant_id = $1) as activities,
             (select count(*)::int from contacts where tenant_id = $1) as contacts, (select count(*)::int from snapshots where tenant_id = $1) as snapshots,
             (select count(*)::int from runs where tenant_id = $1) as runs`,
            [story.tenantId],
          )
        ).rows[0],
      })
      const before = await count()
      for (const event of await eventsFor(on)) await deliver({ ...event, id: newId() })
      await settled(world.db, story.tenantId)
      expect(await count(), name).toEqual(before)
    })
  },
)
