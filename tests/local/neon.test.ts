import { neon, neonConfig, Pool } from '@neondatabase/serverless'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import ws from 'ws'

const { cloudUrl, ownerUrl } = inject('stack')
const { username, password, pathname } = new URL(ownerUrl)
/** As Neon hands it out: the host is the relay's affair. */
const url = `postgres://${username}:${password}@ep-laptop.neon.test${pathname}`

beforeAll(() => {
  neonConfig.fetchEndpoint = () => `${cloudUrl}/neon/sql`
  neonConfig.wsProxy = () => `${new URL(cloudUrl).host}/neon/v2`
  neonConfig.useSecureWebSocket = false
  neonConfig.webSocketConstructor = ws
})

describe('the Neon relay, driven by Neon’s own driver', () => {
  const sql = () => neon(url)

  test('answers a query with typed values', async () => {
    const [row] =
      await sql()`select ${41}::int + 1 as n, ${'x'}::text as t, true as b, null as z, array[1,2] as a, '{"k":1}'::jsonb as j`
    expect(row).toEqual({ n: 42, t: 'x', b: true, z: null, a: [1, 2], j: { k: 1 } })
  })

  test('takes text that has to be quoted, arrays and JSON as parameters', async () => {
    const words = ['a"b', 'c\\d', 'e,f', 'NULL', '', '{x}', 'ж']
    const [row] = await sql().query('select $1::text[] as words, $2::jsonb as json', [
      words,
      { deep: [1, 'two'] },
    ])
    expect(row).toEqual({ words, json: { deep: [1, 'two'] } })
  })

  test('runs a batch in one transaction: all of it or nothing', async () => {
    const client = sql()
    await client`create table if not exists relay_probe (n int primary key)`
    await client`delete from relay_probe`
    const failing = client.transaction([
      client`insert into relay_probe values (1)`,
      client`insert into relay_probe values (1)`,
    ])
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(await client`select * from relay_probe`).toEqual([])
    await client.transaction([
      client`insert into relay_probe values (1)`,
      client`insert into relay_probe values (2)`,
    ])
    expect(await client`select n from relay_probe order by n`).toEqual([{ n: 1 }, { n: 2 }])
    await client`drop table relay_probe`
  })

  test('honours isolation, read-only, array and full-result modes', async () => {
    const client = sql()
    const [levels, modes] = await client.transaction(
      [client`show transaction_isolation`, client`show transaction_read_only`],
      {
        isolationLevel: 'Serializable',
        readOnly: true,
      },
    )
    expect([levels?.[0]?.transaction_isolation, modes?.[0]?.transaction_read_only]).toEqual([
      'serializable',
      'on',
    ])
    const full = await neon(url, { arrayMode: true, fullResults: true })`select 1 as a, 2 as b`
    expect(full.rows).toEqual([[1, 2]])
    expect(full.fields.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(full.rowCount).toBe(1)
  })

  test('lets no setting of one request reach the next', async () => {
    const client = sql()
    await client.transaction([client`select set_config('app.tenant_id', 'someone', true)`])
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => client`select current_setting('app.tenant_id', true) as who`),
    )
    expect(new Set(answers.map(([row]) => row?.who || null))).toEqual(new Set([null]))
  })

  test('tells what Postgres says when it refuses', async () => {
    await expect(sql()`select * from no_such_table`).rejects.toMatchObject({ code: '42P01' })
    await expect(neon(url.replace(password, 'wrong'))`select 1`).rejects.toThrow(/password/)
  })

  test('carries interactive transactions over a WebSocket', async () => {
    const pool = new Pool({ connectionString: url, max: 1 })
    const client = await pool.connect()
    await client.query('begin')
    await client.query("select set_config('app.tenant_id', 'me', true)")
    const inside = await client.query("select current_setting('app.tenant_id', true) as who")
    await client.query('rollback')
    client.release()
    await pool.end()
    expect(inside.rows).toEqual([{ who: 'me' }])
  })
})
