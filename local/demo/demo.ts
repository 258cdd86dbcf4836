import pg from 'pg'
import type { Stack } from '../stack.ts'
import { plantAgency } from './agencies.ts'
import { northpeak, rival } from './content.ts'
import { addPeople } from './people.ts'

/** Plants the demo agencies once. What an interrupted planting left is completed by the next. */
export async function plantDemo(stack: Stack, tell: (message: string) => void): Promise<void> {
  const client = new pg.Client(stack.ownerUrl)
  await client.connect()
  try {
    await client.query('create table if not exists app.demo (planted_at timestamptz not null default now())')
    const { rowCount } = await client.query('select from app.demo')
    if (rowCount !== 0) return
    tell('Planting two demo agencies')
    for (const agency of [northpeak, rival]) await plantAgency(stack, agency)
    await addPeople(client)
    await client.query('insert into app.demo default values')
  } finally {
    await client.end()
  }
}
