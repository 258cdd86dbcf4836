import type { Database, Row } from '../sqlite/database.ts'
import type { Context } from './context.ts'
import { QstashError } from './errors.ts'

export type Endpoint = { url: string; name?: string }

export type Topic = { name: string; endpoints: Endpoint[]; createdAt: number; updatedAt: number }

/** Adds endpoints to a URL group, making the group; an endpoint of a known name or URL is replaced. */
export function addEndpoints(ctx: Context, name: string, added: Endpoint[]): void {
  if (!/^[\w.-]+$/.test(name)) throw new QstashError(400, `invalid url group name: ${name}`)
  if (!added.every(({ url }) => /^https?:\/\/./.test(url))) throw new QstashError(400, 'invalid endpoint url')

  const kept = (findTopic(ctx.db, name)?.endpoints ?? []).filter(
    (endpoint) => !added.some((other) => isSame(endpoint, other)),
  )
  const now = ctx.clock.now()
  ctx.db.run(
    `INSERT INTO topics VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET endpoints = excluded.endpoints, updated_at = excluded.updated_at`,
    name,
    JSON.stringify([...kept, ...added.map(({ url, name }) => ({ url, name }))]),
    now,
    now,
  )
}

/** Removes endpoints by name or URL; a group without endpoints ceases to be. */
export function removeEndpoints(ctx: Context, name: string, removed: Partial<Endpoint>[]): void {
  const kept = getTopic(ctx.db, name).endpoints.filter(
    (endpoint) => !removed.some((other) => isSame(endpoint, other)),
  )
  if (kept.length === 0) {
    deleteTopic(ctx.db, name)
    return
  }
  ctx.db.run(
    'UPDATE topics SET endpoints = ?, updated_at = ? WHERE name = ?',
    JSON.stringify(kept),
    ctx.clock.now(),
    name,
  )
}

export function getTopic(db: Database, name: string): Topic {
  const topic = findTopic(db, name)
  if (!topic) throw new QstashError(404, `url group ${name} not found`)
  return topic
}

export function findTopic(db: Database, name: string): Topic | undefined {
  const row = db.row('SELECT * FROM topics WHERE name = ?', name)
  return row && toTopic(row)
}

export function listTopics(db: Database): Topic[] {
  return db.rows('SELECT * FROM topics ORDER BY name').map(toTopic)
}

export function deleteTopic(db: Database, name: string): void {
  db.run('DELETE FROM topics WHERE name = ?', name)
}

function isSame(endpoint: Endpoint, other: Partial<Endpoint>): boolean {
  return endpoint.url === other.url || (endpoint.name !== undefined && endpoint.name === other.name)
}

function toTopic(row: Row): Topic {
  return {
    name: String(row.name),
    endpoints: JSON.parse(String(row.endpoints)),
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
  }
}
