import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { checkIsolation } from './check-isolation.ts'
import { mutations } from './mutations.ts'
import { createScratchDatabases, type ScratchDatabases } from './scratch-databases.ts'

let scratch: ScratchDatabases
beforeAll(async () => {
  scratch = await createScratchDatabases()
})
afterAll(() => scratch.drop())

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

describe('the database keeps tenants and clients apart', () => {
  test('in every table, for every deed', async () => {
    const { findings, tables, checks } = await scratch.with(({ ownerUrl, appUrl }) =>
      checkIsolation(ownerUrl, appUrl),
    )
    expect(findings).toEqual([])
    expect(tables).toBeGreaterThan(30)
    expect(checks).toBeGreaterThan(1500)
  })
})

describe('the check notices when a migration', () => {
  test.each(mutations)('$mistake', async ({ sql, culprit, undo }) => {
    try {
      const { findings } = await scratch.with(async ({ ownerUrl, appUrl }) => {
        await execute(ownerUrl, sql)
        return checkIsolation(ownerUrl, appUrl)
      })
      expect(findings).toContainEqual(expect.stringMatching(culprit))
    } finally {
      if (undo) await execute(inject('stack').ownerUrl, undo)
    }
  })
})
