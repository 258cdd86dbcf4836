import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countOpen } from '#tests/jobs/settled.ts'
import { freePort } from '#tests/stack/free-port.ts'
import { eventually } from '#tests/stack/world.ts'
import { isRunning, launch, ownerUrlOf, type Product, partsOf, pause, start } from './product.ts'
import { nothingYet, work } from './workload.ts'

const MINUTE_MS = 60_000
/** Longer than a mail somebody was sending when they were killed is left alone. */
const CLAIM_MS = 16_000

const dir = mkdtempSync(join(tmpdir(), 'dde-faults-'))
const done = nothingYet()
let port: number
let product: Product | undefined
beforeAll(async () => {
  // The stand-ins listen on the port after it.
  port = await freePort(2)
})
afterAll(async () => {
  product?.process.kill('SIGINT')
  await product?.ended
  rmSync(dir, { recursive: true, force: true })
})

/** Works on the running product and ends a part of it at a moment nobody chose. */
async function interrupt(running: Product, victim: (running: Product) => number): Promise<void> {
  const pid = victim(running)
  const working = work(port, done)
  await pause(700 + Math.random() * 1500)
  process.kill(pid, 'SIGKILL')
  await Promise.all([working, running.ended])
}

describe('killed without warning and started again, the product', () => {
  test(
    'comes up even when its very first start was cut off',
    async () => {
      const first = launch(port, dir)
      await pause(200 + Math.random() * 800)
      first.process.kill('SIGKILL')
      await first.ended
      product = await start(port, dir)
    },
    MINUTE_MS,
  )

  test.each([
    ['itself', (running: Product) => running.process.pid ?? 0],
    ['workerd', () => partsOf(dir).workerd],
    ['PostgreSQL', () => partsOf(dir).postgres],
    ['itself once more', (running: Product) => running.process.pid ?? 0],
  ] as const)(
    'comes up after %s was killed, and nothing of it is left behind',
    async (_what, victim) => {
      if (!product) throw new Error('The product did not start.')
      const parts = partsOf(dir)
      await interrupt(product, victim)
      product = await start(port, dir)
      for (const pid of Object.values(parts)) expect(isRunning(pid)).toBe(false)
      expect(done.contacts.size).toBeGreaterThan(0)
    },
    MINUTE_MS,
  )

  test(
    'has lost nothing it said yes to, and done everything that follows from it once',
    async () => {
      const db = new pg.Client(ownerUrlOf(dir))
      await db.connect()
      try {
        await pause(CLAIM_MS)
        await finishWork(db)
        expect(done.visitors.size).toBeGreaterThan(3)
        expect(done.clients.size).toBeGreaterThan(1)
        await expectContacts(db)
        await expectRuns(db)
        await expectVisitors(db)
      } finally {
        await db.end()
      }
    },
    MINUTE_MS,
  )

  test(
    'stops in order on Ctrl+C, and leaves no process behind',
    async () => {
      const parts = partsOf(dir)
      product?.process.kill('SIGINT')
      expect(await product?.ended).toBe(0)
      for (const pid of Object.values(parts)) expect(isRunning(pid)).toBe(false)
      product = undefined
    },
    MINUTE_MS,
  )
})

describe('the product does not start', () => {
  test.each([0, 1])('and says so plainly when its port, or the %i. after it, is taken', async (offset) => {
    const server = createServer()
    await new Promise<void>((ready) => server.listen(port + offset, '127.0.0.1', ready))
    try {
      const refused = launch(port, dir)
      expect(await refused.ended).toBe(1)
      expect(refused.output()).toContain(`Port ${port + offset} is taken`)
      expect(refused.output()).not.toMatch(/ {4}at /)
    } finally {
      await new Promise((closed) => server.close(closed))
    }
  })

  test(
    'on data another one runs on',
    async () => {
      product = await start(port, dir)
      const other = launch(await freePort(2), dir)
      expect(await other.ended).toBe(1)
      expect(other.output()).toContain(`DDE runs on ${dir} already (process ${product.process.pid})`)
      expect(isRunning(partsOf(dir).workerd)).toBe(true)
    },
    MINUTE_MS,
  )
})

/** Lets the queue's retries and the sweep come round, until every event was dealt with. */
async function finishWork(db: pg.Client): Promise<void> {
  await eventually(async () => {
    await fetch(`http://127.0.0.1:${port + 1}/qstash/_clock?advance=5m`, { method: 'POST' })
    await pause(500)
    return (await countOpen(db)) === 0 ? true : undefined
  }, 30_000)
}

async function expectContacts(db: pg.Client): Promise<void> {
  const { rows } = await db.query('select id, email from contacts where email = any($1)', [
    [...done.contacts.keys()],
  ])
  expect(rows).toHaveLength(done.contacts.size)
  for (const { id, email } of rows) expect(id).toBe(done.contacts.get(email))
}

async function expectRuns(db: pg.Client): Promise<void> {
  const { rows } = await db.query(
    `select r.status, s.status as site, (select count(*)::int from forms f where f.site_id = s.id) as forms,
       (select count(*)::int from menus m where m.site_id = s.id) as menus
     from runs r join sites s on s.id = r.subject_id where r.id = any($1)`,
    [[...done.clients.values()]],
  )
  expect(rows).toEqual(Array(done.clients.size).fill({ status: 'done', site: 'live', forms: 1, menus: 2 }))
}

async function expectVisitors(db: pg.Client): Promise<void> {
  const names = [...done.visitors]
  const { rows } = await db.query(
    `select a.by as name, count(*)::int as entries, count(distinct a.contact_id)::int as contacts,
       (select count(*)::int from mails m where m.status = 'sent' and m.subject like '%' || a.by) as mails
     from activities a where a.kind = 'submission' and a.by = any($1) group by a.by`,
    [names],
  )
  expect(rows.map(({ name }) => name).sort()).toEqual(names.sort())
  for (const row of rows) expect(row).toMatchObject({ entries: 1, contacts: 1, mails: 1 })
  const inbox = await fetch(`http://127.0.0.1:${port + 1}/inbox/api/messages?limit=500&subject=visitor`)
  const { messages } = await inbox.json()
  const subjects: string[] = messages.map(({ subject }: { subject: string }) => subject)
  for (const name of names) expect(subjects.filter((subject) => subject.endsWith(name))).toHaveLength(1)
}
